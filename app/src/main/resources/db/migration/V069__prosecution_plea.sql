CREATE TABLE prosecution.plea (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    charge       uuid NOT NULL,
    answer       text NOT NULL CHECK (answer IN ('guilty', 'not_guilty', 'no_contest', 'silent')),
    counts       int CHECK (counts BETWEEN 1 AND 9999)
);
COMMENT ON TABLE prosecution.plea IS 'Fact: an accused answers to a charge.';
COMMENT ON COLUMN prosecution.plea.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.plea.charge IS 'The charge.';
COMMENT ON COLUMN prosecution.plea.answer IS 'The answer.';
COMMENT ON COLUMN prosecution.plea.counts IS 'To how many counts; null: to all.';
CREATE INDEX plea_scope ON prosecution.plea (scope);
SELECT ledger.protect('prosecution.plea');
