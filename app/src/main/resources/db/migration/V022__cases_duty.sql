CREATE TABLE cases.duty (
    task        uuid PRIMARY KEY,
    scope       uuid NOT NULL,
    kind        text NOT NULL,
    subject     uuid,
    agency      uuid NOT NULL,
    account     uuid,
    due         timestamptz NOT NULL,
    legal_limit text,
    rule_pack   text,
    path        text NOT NULL
);
COMMENT ON TABLE cases.duty IS 'Derived: the tasks nobody has ended or handed on, for Today.';
COMMENT ON COLUMN cases.duty.task IS 'The task.';
COMMENT ON COLUMN cases.duty.scope IS 'The case.';
COMMENT ON COLUMN cases.duty.kind IS 'As in the task.';
COMMENT ON COLUMN cases.duty.subject IS 'As in the task.';
COMMENT ON COLUMN cases.duty.agency IS 'As in the task.';
COMMENT ON COLUMN cases.duty.account IS 'As in the task.';
COMMENT ON COLUMN cases.duty.due IS 'As in the task.';
COMMENT ON COLUMN cases.duty.legal_limit IS 'As in the task.';
COMMENT ON COLUMN cases.duty.rule_pack IS 'As in the task.';
COMMENT ON COLUMN cases.duty.path IS 'As in the task.';
CREATE INDEX duty_scope ON cases.duty (scope, due);
CREATE INDEX duty_account ON cases.duty (account, due);
CREATE INDEX duty_agency ON cases.duty (agency, due);
CREATE INDEX duty_nobody ON cases.duty (agency, due) WHERE account IS NULL;
ALTER TABLE cases.duty ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON cases.duty FOR SELECT TO romdoul_application USING (access.may_read(scope));
CREATE POLICY auditor ON cases.duty FOR SELECT TO romdoul_auditor USING (true);
GRANT SELECT ON cases.duty TO romdoul_application, romdoul_auditor;
