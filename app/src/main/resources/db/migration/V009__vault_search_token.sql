CREATE TABLE vault.search_token (
    token   bytea NOT NULL,
    scope   uuid NOT NULL,
    subject uuid NOT NULL,
    scheme  smallint NOT NULL,
    PRIMARY KEY (token, scope, subject)
);
COMMENT ON TABLE vault.search_token IS 'Derived: keyed tokens of the words of a name, so that an exact name can be found without being stored. Audit recomputes them under a logged opening.';
COMMENT ON COLUMN vault.search_token.token IS 'HMAC-SHA-256 of a normalised word or its consonant skeleton, cut to 16 bytes.';
COMMENT ON COLUMN vault.search_token.scope IS 'The case.';
COMMENT ON COLUMN vault.search_token.subject IS 'The person in the case.';
COMMENT ON COLUMN vault.search_token.scheme IS 'The version of the normalisation.';
ALTER TABLE vault.search_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON vault.search_token TO romdoul_application USING (access.may_read(scope)) WITH CHECK (true);
CREATE POLICY auditor ON vault.search_token FOR SELECT TO romdoul_auditor USING (true);
CREATE INDEX search_token_subject ON vault.search_token (subject);
GRANT SELECT, INSERT, DELETE ON vault.search_token TO romdoul_application;
GRANT SELECT ON vault.search_token TO romdoul_auditor;
