CREATE TABLE prosecution.sentence (
    LIKE journal.fact INCLUDING ALL,
    subject          uuid NOT NULL,
    decision         uuid NOT NULL,
    charge           uuid,
    months_prison    int CHECK (months_prison >= 0),
    months_suspended int CHECK (months_suspended >= 0),
    months_probation int CHECK (months_probation >= 0),
    life             boolean NOT NULL,
    fine             bigint CHECK (fine >= 0),
    restitution      bigint CHECK (restitution >= 0),
    currency         text CHECK (currency ~ '^[A-Z]{3}$'),
    CHECK (coalesce(fine, 0) + coalesce(restitution, 0) = 0 OR currency IS NOT NULL)
);
COMMENT ON TABLE prosecution.sentence IS 'Fact: what a decision sentences an accused to; null: not known.';
COMMENT ON COLUMN prosecution.sentence.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.sentence.decision IS 'The judgment, or the decision on appeal that varies it.';
COMMENT ON COLUMN prosecution.sentence.charge IS 'For one charge; null: the sentence as a whole, which is not the sum where terms run together.';
COMMENT ON COLUMN prosecution.sentence.months_prison IS 'Months of prison.';
COMMENT ON COLUMN prosecution.sentence.months_suspended IS 'Of them, months suspended.';
COMMENT ON COLUMN prosecution.sentence.months_probation IS 'Months of probation or supervised release.';
COMMENT ON COLUMN prosecution.sentence.life IS 'Prison for life.';
COMMENT ON COLUMN prosecution.sentence.fine IS 'In whole units of the currency.';
COMMENT ON COLUMN prosecution.sentence.restitution IS 'To be paid to those harmed, in whole units of the currency.';
COMMENT ON COLUMN prosecution.sentence.currency IS 'ISO 4217.';
CREATE INDEX sentence_scope ON prosecution.sentence (scope);
CREATE INDEX sentence_decision ON prosecution.sentence (decision);
SELECT ledger.protect('prosecution.sentence');
