-- A fact holds a reference: id ~ commitment ~ ciphertext hash. So the leaf proves both what was said and what is stored.
CREATE DOMAIN vault.ref AS text
    CHECK (VALUE ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}~[A-Za-z0-9_-]{43}~[A-Za-z0-9_-]{43}$');
COMMENT ON DOMAIN vault.ref IS 'A sealed value: id, SHA-256(salt || plaintext), SHA-256(ciphertext), the hashes in base64url.';

CREATE TABLE vault.sealed (
    id         uuid PRIMARY KEY,
    scope      uuid NOT NULL,
    key        uuid NOT NULL,
    ciphertext bytea NOT NULL
);
COMMENT ON TABLE vault.sealed IS 'Fact: the ciphertext of a sealed value. It has no leaf of its own: its hash is in the leaf of the fact that refers to it.';
COMMENT ON COLUMN vault.sealed.id IS 'As in the reference.';
COMMENT ON COLUMN vault.sealed.scope IS 'The scope of the fact that refers to it: who may read that, may fetch this.';
COMMENT ON COLUMN vault.sealed.key IS 'Whose key opens it: a case, a person in a case, a tip, an account.';
COMMENT ON COLUMN vault.sealed.ciphertext IS 'AES-256-GCM over salt || plaintext, bound to the id.';
CREATE TRIGGER refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.sealed
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();
ALTER TABLE vault.sealed ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON vault.sealed FOR SELECT TO romdoul_application USING (access.may_read(scope));
CREATE POLICY writers ON vault.sealed FOR INSERT TO romdoul_application WITH CHECK (true);
CREATE POLICY auditor ON vault.sealed FOR SELECT TO romdoul_auditor USING (true);
GRANT SELECT, INSERT ON vault.sealed TO romdoul_application;
GRANT SELECT ON vault.sealed TO romdoul_auditor;
GRANT USAGE ON SCHEMA journal, vault TO romdoul_application, romdoul_auditor;
