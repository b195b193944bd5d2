CREATE TABLE prosecution.bail (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('surety', 'non_surety', 'personal_recognizance', 'refused', 'unknown')),
    amount       bigint CHECK (amount >= 0),
    currency     text CHECK (currency ~ '^[A-Z]{3}$'),
    CHECK (amount IS NULL OR amount = 0 OR currency IS NOT NULL)
);
COMMENT ON TABLE prosecution.bail IS 'Fact: a court sets or refuses bail.';
COMMENT ON COLUMN prosecution.bail.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.bail.kind IS 'With a surety, without, on the accused''s word, or refused.';
COMMENT ON COLUMN prosecution.bail.amount IS 'In whole units of the currency; null: not known.';
COMMENT ON COLUMN prosecution.bail.currency IS 'ISO 4217.';
CREATE INDEX bail_scope ON prosecution.bail (scope);
SELECT ledger.protect('prosecution.bail');
