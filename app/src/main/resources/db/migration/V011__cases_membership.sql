CREATE TABLE cases.membership (
    LIKE journal.fact INCLUDING ALL,
    account     uuid NOT NULL REFERENCES access.account,
    part        text NOT NULL CHECK (part IN ('owner', 'member'))
);
COMMENT ON TABLE cases.membership IS 'Fact: a person joins those who work on a case.';
COMMENT ON COLUMN cases.membership.account IS 'Who.';
COMMENT ON COLUMN cases.membership.part IS 'The owner answers for the case; the last one named counts.';
SELECT ledger.protect('cases.membership');
CREATE INDEX membership_scope ON cases.membership (scope);

CREATE TABLE cases.membership_end (
    LIKE journal.fact INCLUDING ALL,
    membership  uuid NOT NULL UNIQUE REFERENCES cases.membership
);
COMMENT ON TABLE cases.membership_end IS 'Fact: a person leaves a case.';
COMMENT ON COLUMN cases.membership_end.membership IS 'Which membership ends.';
SELECT ledger.protect('cases.membership_end');
CREATE INDEX membership_end_scope ON cases.membership_end (scope);
