CREATE TABLE prosecution.withdrawal (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    charge       uuid NOT NULL,
    counts       int CHECK (counts BETWEEN 1 AND 9999),
    reason       text NOT NULL CHECK (reason IN ('evidence', 'witness_unavailable', 'agreement', 'public_interest', 'died', 'other', 'unknown')),
    words        vault.ref
);
COMMENT ON TABLE prosecution.withdrawal IS 'Fact: the prosecution withdraws a charge, or counts of it.';
COMMENT ON COLUMN prosecution.withdrawal.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.withdrawal.charge IS 'The charge.';
COMMENT ON COLUMN prosecution.withdrawal.counts IS 'How many counts; null: all that are left.';
COMMENT ON COLUMN prosecution.withdrawal.reason IS 'Why, as a code.';
COMMENT ON COLUMN prosecution.withdrawal.words IS 'Why, in words; sealed under the case''s key.';
CREATE INDEX withdrawal_scope ON prosecution.withdrawal (scope);
SELECT ledger.protect('prosecution.withdrawal');
