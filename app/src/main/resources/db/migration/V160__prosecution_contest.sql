CREATE TABLE prosecution.contest (
    LIKE journal.fact INCLUDING ALL,
    subject  uuid NOT NULL,
    noun     text NOT NULL CHECK (noun ~ '^[a-z_]{1,40}$'),
    against  uuid NOT NULL,
    proposal jsonb NOT NULL CHECK (jsonb_typeof(proposal) = 'object'),
    words    vault.ref
);
COMMENT ON TABLE prosecution.contest IS 'Fact: another hand had corrected the same court fact first; what the second would have recorded is kept until somebody decides.';
COMMENT ON COLUMN prosecution.contest.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.contest.noun IS 'The kind of court fact, prosecution.noun.';
COMMENT ON COLUMN prosecution.contest.against IS 'The fact that held when the second hand came.';
COMMENT ON COLUMN prosecution.contest.proposal IS 'The row that the second hand would have recorded, without its words: codes only.';
COMMENT ON COLUMN prosecution.contest.words IS 'Its words, sealed under the case''s key.';
SELECT ledger.protect('prosecution.contest');
CREATE INDEX contest_scope ON prosecution.contest (scope);

CREATE TABLE prosecution.contest_answer (
    LIKE journal.fact INCLUDING ALL,
    subject  uuid NOT NULL,
    contest  uuid NOT NULL UNIQUE REFERENCES prosecution.contest,
    taken    boolean NOT NULL
);
COMMENT ON TABLE prosecution.contest_answer IS 'Fact: somebody decides between two hands on one court fact.';
COMMENT ON COLUMN prosecution.contest_answer.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.contest_answer.contest IS 'What the second hand wrote.';
COMMENT ON COLUMN prosecution.contest_answer.taken IS 'Whether it holds from now on; it is then recorded as a correction.';
SELECT ledger.protect('prosecution.contest_answer');
CREATE INDEX contest_answer_scope ON prosecution.contest_answer (scope);
