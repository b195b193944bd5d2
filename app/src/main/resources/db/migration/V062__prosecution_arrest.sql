CREATE TABLE prosecution.arrest (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL
);
COMMENT ON TABLE prosecution.arrest IS 'Fact: an accused is arrested.';
COMMENT ON COLUMN prosecution.arrest.subject IS 'The accused.';
CREATE INDEX arrest_scope ON prosecution.arrest (scope);
SELECT ledger.protect('prosecution.arrest');
