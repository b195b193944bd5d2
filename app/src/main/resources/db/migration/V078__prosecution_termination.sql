CREATE TABLE prosecution.termination (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    ended        text NOT NULL CHECK (ended IN ('ended', 'unknown'))
);
COMMENT ON TABLE prosecution.termination IS 'Fact: the proceedings against an accused have ended, or nobody can tell whether they have. Unknown is not open.';
COMMENT ON COLUMN prosecution.termination.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.termination.ended IS 'ended: when it is said to have happened; unknown: the source stops telling.';
CREATE INDEX termination_scope ON prosecution.termination (scope);
SELECT ledger.protect('prosecution.termination');
