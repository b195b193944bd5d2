CREATE TABLE prosecution.verdict (
    LIKE journal.fact INCLUDING ALL,
    subject         uuid NOT NULL,
    decision        uuid NOT NULL,
    charge          uuid NOT NULL,
    guilty_by_plea  int CHECK (guilty_by_plea >= 0),
    guilty_at_trial int CHECK (guilty_at_trial >= 0),
    not_guilty      int CHECK (not_guilty >= 0),
    dismissed       int CHECK (dismissed >= 0),
    not_prosecuted  int CHECK (not_prosecuted >= 0)
);
COMMENT ON TABLE prosecution.verdict IS 'Fact: what a judgment says on one charge, in counts; null: not known.';
COMMENT ON COLUMN prosecution.verdict.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.verdict.decision IS 'The judgment.';
COMMENT ON COLUMN prosecution.verdict.charge IS 'The charge.';
COMMENT ON COLUMN prosecution.verdict.guilty_by_plea IS 'Counts guilty after a plea.';
COMMENT ON COLUMN prosecution.verdict.guilty_at_trial IS 'Counts guilty after a trial.';
COMMENT ON COLUMN prosecution.verdict.not_guilty IS 'Counts not guilty.';
COMMENT ON COLUMN prosecution.verdict.dismissed IS 'Counts dismissed, also by agreement after a plea.';
COMMENT ON COLUMN prosecution.verdict.not_prosecuted IS 'Counts the prosecution did not pursue.';
CREATE INDEX verdict_scope ON prosecution.verdict (scope);
CREATE INDEX verdict_charge ON prosecution.verdict (charge);
SELECT ledger.protect('prosecution.verdict');
