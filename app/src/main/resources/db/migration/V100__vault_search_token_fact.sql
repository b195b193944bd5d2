-- A token says which recording of a name gives it, so that a correction takes exactly its own away. No earlier version wrote any.
DELETE FROM vault.search_token;
ALTER TABLE vault.search_token ADD COLUMN fact uuid NOT NULL;
COMMENT ON COLUMN vault.search_token.fact IS 'The recording of the name that gives it.';
ALTER TABLE vault.search_token DROP CONSTRAINT search_token_pkey, ADD PRIMARY KEY (token, scope, subject, fact);
CREATE INDEX search_token_fact ON vault.search_token (fact);
