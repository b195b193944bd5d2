CREATE TABLE prosecution.appeal (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    appeal       uuid NOT NULL,
    against      uuid NOT NULL,
    charge       uuid,
    party        text NOT NULL CHECK (party IN ('accused', 'prosecution', 'civil_party')),
    words        vault.ref
);
COMMENT ON TABLE prosecution.appeal IS 'Fact: somebody appeals against a decision; also an opposition to a judgment in absentia.';
COMMENT ON COLUMN prosecution.appeal.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.appeal.appeal IS 'The appeal: the fact that first says so; a correction keeps it.';
COMMENT ON COLUMN prosecution.appeal.against IS 'The decision: a judgment, or what an earlier appeal decided.';
COMMENT ON COLUMN prosecution.appeal.charge IS 'On one charge; null: on all the decision covers.';
COMMENT ON COLUMN prosecution.appeal.party IS 'Who appeals. What the accused asks for cannot make it worse for the accused.';
COMMENT ON COLUMN prosecution.appeal.words IS 'What is to be known about it, sealed under the case''s key.';
CREATE INDEX appeal_scope ON prosecution.appeal (scope);
CREATE INDEX appeal_against ON prosecution.appeal (against);
SELECT ledger.protect('prosecution.appeal');
