CREATE TABLE evidence.inspection (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL REFERENCES evidence.exhibit,
    found       text NOT NULL CHECK (found IN ('intact', 'opened', 'damaged', 'missing')),
    seal        text CHECK (seal ~ '^[A-Z0-9][A-Z0-9./-]{0,31}$'),
    new_seal    text CHECK (new_seal ~ '^[A-Z0-9][A-Z0-9./-]{0,31}$'),
    stored      text CHECK (stored IN ('intact', 'missing', 'differs')),
    words       vault.ref
);
COMMENT ON TABLE evidence.inspection IS 'Fact: somebody looked how an exhibit is, and perhaps opened it and sealed it again; a file is hashed again.';
COMMENT ON COLUMN evidence.inspection.subject IS 'The exhibit.';
COMMENT ON COLUMN evidence.inspection.found IS 'How it was found.';
COMMENT ON COLUMN evidence.inspection.seal IS 'Number on its seal as it was found; null: it had none.';
COMMENT ON COLUMN evidence.inspection.new_seal IS 'Number of the seal it has now, where it was opened and sealed again.';
COMMENT ON COLUMN evidence.inspection.stored IS 'How the stored file was; null where it is a thing.';
COMMENT ON COLUMN evidence.inspection.words IS 'Why it was opened, in words, sealed under the case''s key.';
SELECT ledger.protect('evidence.inspection');
CREATE INDEX inspection_subject ON evidence.inspection (subject, recorded_at);
CREATE POLICY hands ON evidence.inspection FOR SELECT TO romdoul_application USING (actor = (access.hats())[1]);
