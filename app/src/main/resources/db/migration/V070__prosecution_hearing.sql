CREATE TABLE prosecution.hearing (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    hearing      uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('first_appearance', 'investigation', 'bail', 'trial', 'sentencing', 'appeal', 'other')),
    court        text NOT NULL CHECK (court ~ '^[A-Z0-9][A-Z0-9-]{0,31}$')
);
COMMENT ON TABLE prosecution.hearing IS 'Fact: a hearing is set; happened is its date and may lie ahead.';
COMMENT ON COLUMN prosecution.hearing.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.hearing.hearing IS 'The hearing: the fact that first sets it; a new date keeps it.';
COMMENT ON COLUMN prosecution.hearing.kind IS 'What is heard.';
COMMENT ON COLUMN prosecution.hearing.court IS 'Code of the court.';
CREATE INDEX hearing_scope ON prosecution.hearing (scope);
SELECT ledger.protect('prosecution.hearing');
