CREATE TABLE prosecution.detention_end (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    detention    uuid NOT NULL,
    way          text NOT NULL CHECK (way IN ('released', 'bail', 'next_detention', 'judgment', 'escaped', 'died'))
);
COMMENT ON TABLE prosecution.detention_end IS 'Fact: a detention ends.';
COMMENT ON COLUMN prosecution.detention_end.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.detention_end.detention IS 'Which detention.';
COMMENT ON COLUMN prosecution.detention_end.way IS 'How it ends.';
CREATE INDEX detention_end_scope ON prosecution.detention_end (scope);
SELECT ledger.protect('prosecution.detention_end');
