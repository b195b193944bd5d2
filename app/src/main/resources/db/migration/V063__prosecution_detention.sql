CREATE TABLE prosecution.detention (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    detention    uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('police_custody', 'pre_trial')),
    gravity      text NOT NULL CHECK (gravity IN ('misdemeanour', 'felony', 'unknown')),
    minor        boolean NOT NULL,
    basis        text NOT NULL CHECK (basis ~ '^[A-Z]{2}[A-Za-z0-9 ._/-]{0,60}$')
);
COMMENT ON TABLE prosecution.detention IS 'Fact: an accused is held; it begins when it is said to have happened.';
COMMENT ON COLUMN prosecution.detention.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.detention.detention IS 'The detention: the fact that first says so; a correction keeps it.';
COMMENT ON COLUMN prosecution.detention.kind IS 'In police custody, or before trial by a judge''s order.';
COMMENT ON COLUMN prosecution.detention.gravity IS 'Of the gravest offence alleged; limits differ by it.';
COMMENT ON COLUMN prosecution.detention.minor IS 'Under 18 when it began; limits are shorter.';
COMMENT ON COLUMN prosecution.detention.basis IS 'The article of law it rests on, as a code: KH-CPC-96.';
CREATE INDEX detention_scope ON prosecution.detention (scope);
SELECT ledger.protect('prosecution.detention');
