CREATE TABLE cases.transfer (
    LIKE journal.fact INCLUDING ALL,
    agency      uuid NOT NULL REFERENCES access.agency,
    code        text NOT NULL,
    reason      text NOT NULL CHECK (reason IN ('place', 'competence', 'conflict', 'capacity', 'other')),
    words       vault.ref NOT NULL
);
COMMENT ON TABLE cases.transfer IS 'Fact: another agency is asked to take a case over.';
COMMENT ON COLUMN cases.transfer.agency IS 'Which agency; its lead sees the question before she may see the case.';
COMMENT ON COLUMN cases.transfer.code IS 'The case''s code, for her.';
COMMENT ON COLUMN cases.transfer.reason IS 'Why; org.romdoul.cases.Transfer.Reason.';
COMMENT ON COLUMN cases.transfer.words IS 'Why, in words, sealed under the case''s key.';
SELECT ledger.protect('cases.transfer');
CREATE INDEX transfer_scope ON cases.transfer (scope, recorded_at DESC);
CREATE INDEX transfer_agency ON cases.transfer (agency);
CREATE POLICY asked ON cases.transfer FOR SELECT TO romdoul_application USING (agency = ANY (access.hats()));

CREATE TABLE cases.transfer_answer (
    LIKE journal.fact INCLUDING ALL,
    transfer    uuid NOT NULL UNIQUE REFERENCES cases.transfer,
    agency      uuid NOT NULL REFERENCES access.agency,
    outcome     text NOT NULL CHECK (outcome IN ('accepted', 'refused', 'withdrawn')),
    reason      text CHECK (reason IN ('place', 'competence', 'conflict', 'capacity', 'other')),
    CHECK (outcome <> 'refused' OR reason IS NOT NULL)
);
COMMENT ON TABLE cases.transfer_answer IS 'Fact: the agency that was asked takes the case over or does not, or the question is taken back.';
COMMENT ON COLUMN cases.transfer_answer.transfer IS 'The question.';
COMMENT ON COLUMN cases.transfer_answer.agency IS 'The agency that was asked.';
COMMENT ON COLUMN cases.transfer_answer.outcome IS 'accepted, refused or withdrawn.';
COMMENT ON COLUMN cases.transfer_answer.reason IS 'Why it refuses.';
SELECT ledger.protect('cases.transfer_answer');
CREATE INDEX transfer_answer_scope ON cases.transfer_answer (scope, recorded_at DESC);
CREATE POLICY asked ON cases.transfer_answer FOR SELECT TO romdoul_application USING (agency = ANY (access.hats()));
