CREATE TABLE prosecution.judgment (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    decision     uuid NOT NULL,
    level        text NOT NULL CHECK (level IN ('first_instance', 'appeal', 'supreme', 'unknown')),
    in_absentia  boolean NOT NULL,
    follows      uuid,
    words        vault.ref
);
COMMENT ON TABLE prosecution.judgment IS 'Fact: a court judges an accused; never edited. An appeal is another fact, and so is what it decides.';
COMMENT ON COLUMN prosecution.judgment.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.judgment.decision IS 'The decision: the fact that first says so; a correction of a slip of the pen keeps it.';
COMMENT ON COLUMN prosecution.judgment.level IS 'Of the court.';
COMMENT ON COLUMN prosecution.judgment.in_absentia IS 'The accused was not there.';
COMMENT ON COLUMN prosecution.judgment.follows IS 'The decision that sent the case back, where this is a retrial.';
COMMENT ON COLUMN prosecution.judgment.words IS 'What is to be known about it, sealed under the case''s key.';
CREATE INDEX judgment_scope ON prosecution.judgment (scope);
CREATE INDEX judgment_decision ON prosecution.judgment (decision);
SELECT ledger.protect('prosecution.judgment');
