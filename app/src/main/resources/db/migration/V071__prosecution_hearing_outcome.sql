CREATE TABLE prosecution.hearing_outcome (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    hearing      uuid NOT NULL,
    result       text NOT NULL CHECK (result IN ('held', 'adjourned', 'cancelled', 'accused_absent')),
    words        vault.ref
);
COMMENT ON TABLE prosecution.hearing_outcome IS 'Fact: what came of a hearing.';
COMMENT ON COLUMN prosecution.hearing_outcome.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.hearing_outcome.hearing IS 'The hearing.';
COMMENT ON COLUMN prosecution.hearing_outcome.result IS 'Held, put off, called off, or the accused did not come.';
COMMENT ON COLUMN prosecution.hearing_outcome.words IS 'What is to be known about it, sealed under the case''s key.';
CREATE INDEX hearing_outcome_scope ON prosecution.hearing_outcome (scope);
SELECT ledger.protect('prosecution.hearing_outcome');
