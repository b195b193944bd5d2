CREATE TABLE prosecution.victim_charged (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    charge       uuid NOT NULL,
    code         text NOT NULL,
    agency       uuid NOT NULL
);
COMMENT ON TABLE prosecution.victim_charged IS 'Fact: a presumed victim is charged all the same; oversight and the leads are told. Codes only, so that oversight need not open the case.';
COMMENT ON COLUMN prosecution.victim_charged.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.victim_charged.charge IS 'The charge.';
COMMENT ON COLUMN prosecution.victim_charged.code IS 'The case''s code.';
COMMENT ON COLUMN prosecution.victim_charged.agency IS 'The agency of whoever charged.';
CREATE INDEX victim_charged_recorded ON prosecution.victim_charged (recorded_at);
SELECT ledger.protect('prosecution.victim_charged', readers => 'everyone');
