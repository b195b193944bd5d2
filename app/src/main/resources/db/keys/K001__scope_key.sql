-- The key store: apart from the record, with its own backup and retention. Destroying a row erases what it opened.
CREATE TABLE scope_key (
    scope     uuid PRIMARY KEY,
    wrapped   bytea,
    made_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    destroyed timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed IS NOT NULL))
);
COMMENT ON TABLE scope_key IS 'One data key a scope, wrapped by the key-encryption key that lives outside every database.';
COMMENT ON COLUMN scope_key.scope IS 'A case, a person in a case, a tip, an account, an agency.';
COMMENT ON COLUMN scope_key.wrapped IS 'The Tink keyset, encrypted; null once destroyed.';
COMMENT ON COLUMN scope_key.made_at IS 'When it was made.';
COMMENT ON COLUMN scope_key.destroyed IS 'When it was destroyed.';
