-- The key store: apart from the record, with its own backup and retention. Destroying a row erases what it opened.
CREATE SCHEMA keys;
COMMENT ON SCHEMA keys IS 'Wrapped data keys, one a scope.';

CREATE TABLE keys.scope_key (
    scope     uuid PRIMARY KEY,
    wrapped   bytea,
    made_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    destroyed timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed IS NOT NULL))
);
COMMENT ON TABLE keys.scope_key IS 'One data key a scope, wrapped by the key-encryption key that lives outside every database.';
COMMENT ON COLUMN keys.scope_key.scope IS 'A case, a person in a case, a tip, an account, an agency.';
COMMENT ON COLUMN keys.scope_key.wrapped IS 'The Tink keyset, encrypted; null once destroyed.';
COMMENT ON COLUMN keys.scope_key.made_at IS 'When it was made.';
COMMENT ON COLUMN keys.scope_key.destroyed IS 'When it was destroyed.';
