CREATE TABLE access.draft (
    id         uuid PRIMARY KEY,
    account    uuid NOT NULL REFERENCES access.account,
    at         timestamptz NOT NULL,
    ciphertext bytea NOT NULL
);
COMMENT ON TABLE access.draft IS 'Operational: what a person sent while her session was locked, kept until she sends or discards it; a week at most.';
COMMENT ON COLUMN access.draft.id IS 'Its own.';
COMMENT ON COLUMN access.draft.account IS 'Whose.';
COMMENT ON COLUMN access.draft.at IS 'When it was kept.';
COMMENT ON COLUMN access.draft.ciphertext IS 'The address and the fields, encrypted under the account''s key.';
CREATE INDEX draft_account ON access.draft (account, at);
GRANT SELECT, INSERT, DELETE ON access.draft TO romdoul_application;
