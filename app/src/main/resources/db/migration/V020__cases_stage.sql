CREATE TABLE cases.stage (
    LIKE journal.fact INCLUDING ALL,
    stage       text NOT NULL CHECK (stage IN ('investigation', 'prosecution', 'trial', 'appeal', 'final'))
);
COMMENT ON TABLE cases.stage IS 'Fact: a case reaches a stage; the last one counts, and before any it is in investigation.';
COMMENT ON COLUMN cases.stage.stage IS 'org.romdoul.cases.Stage.';
SELECT ledger.protect('cases.stage');
CREATE INDEX stage_scope ON cases.stage (scope, recorded_at DESC);
