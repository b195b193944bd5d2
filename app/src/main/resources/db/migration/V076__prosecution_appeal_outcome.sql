CREATE TABLE prosecution.appeal_outcome (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    appeal       uuid NOT NULL,
    decision     uuid NOT NULL,
    level        text NOT NULL CHECK (level IN ('first_instance', 'appeal', 'supreme', 'unknown')),
    result       text NOT NULL CHECK (result IN ('upheld', 'overturned', 'varied', 'retrial', 'withdrawn')),
    words        vault.ref
);
COMMENT ON TABLE prosecution.appeal_outcome IS 'Fact: what an appeal decided; a decision itself, which can be appealed.';
COMMENT ON COLUMN prosecution.appeal_outcome.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.appeal_outcome.appeal IS 'The appeal.';
COMMENT ON COLUMN prosecution.appeal_outcome.decision IS 'This decision: the fact that first says so; a correction keeps it.';
COMMENT ON COLUMN prosecution.appeal_outcome.level IS 'Of the court.';
COMMENT ON COLUMN prosecution.appeal_outcome.result IS 'The decision stands, is turned over, its sentence varies, the case is tried again, or the appeal was withdrawn.';
COMMENT ON COLUMN prosecution.appeal_outcome.words IS 'What is to be known about it, sealed under the case''s key.';
CREATE INDEX appeal_outcome_scope ON prosecution.appeal_outcome (scope);
CREATE INDEX appeal_outcome_appeal ON prosecution.appeal_outcome (appeal);
CREATE INDEX appeal_outcome_decision ON prosecution.appeal_outcome (decision);
SELECT ledger.protect('prosecution.appeal_outcome');
