CREATE TABLE cases.task (
    LIKE journal.fact INCLUDING ALL,
    kind        text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9-]{1,40}$'),
    subject     uuid,
    agency      uuid NOT NULL REFERENCES access.agency,
    account     uuid REFERENCES access.account,
    due         timestamptz NOT NULL,
    legal_limit text,
    rule_pack   text,
    counted     timestamptz,
    path        text NOT NULL CHECK (path ~ '^[a-z0-9/-]{0,120}$'),
    note        vault.ref,
    CHECK ((legal_limit IS NULL) = (rule_pack IS NULL) AND (legal_limit IS NULL) = (counted IS NULL))
);
COMMENT ON TABLE cases.task IS 'Fact: something is to be done by a time. One that supersedes another hands it on.';
COMMENT ON COLUMN cases.task.kind IS 'What; also its message key, task.kind.';
COMMENT ON COLUMN cases.task.subject IS 'Whom or what in the case it is about.';
COMMENT ON COLUMN cases.task.agency IS 'The agency that owes it.';
COMMENT ON COLUMN cases.task.account IS 'Who at that agency; null: nobody yet.';
COMMENT ON COLUMN cases.task.due IS 'By when.';
COMMENT ON COLUMN cases.task.legal_limit IS 'The limit of law behind it, a key of the rule pack; null where none is.';
COMMENT ON COLUMN cases.task.rule_pack IS 'The version of the rule pack the clock was started under, and stays under.';
COMMENT ON COLUMN cases.task.counted IS 'The moment the limit counts from.';
COMMENT ON COLUMN cases.task.path IS 'Where it is done, below the case''s address.';
COMMENT ON COLUMN cases.task.note IS 'A remark, sealed under the case''s key.';
SELECT ledger.protect('cases.task');
CREATE INDEX task_scope ON cases.task (scope);

CREATE TABLE cases.task_end (
    LIKE journal.fact INCLUDING ALL,
    task        uuid NOT NULL UNIQUE REFERENCES cases.task,
    outcome     text NOT NULL CHECK (outcome IN ('done', 'withdrawn')),
    reason      text CHECK (reason ~ '^[a-z][a-z0-9-]{1,40}$'),
    CHECK (outcome = 'done' OR reason IS NOT NULL)
);
COMMENT ON TABLE cases.task_end IS 'Fact: a task is done, or withdrawn for a reason.';
COMMENT ON COLUMN cases.task_end.task IS 'Which.';
COMMENT ON COLUMN cases.task_end.outcome IS 'done or withdrawn.';
COMMENT ON COLUMN cases.task_end.reason IS 'Why it is withdrawn; also its message key, task-end.reason.';
SELECT ledger.protect('cases.task_end');
CREATE INDEX task_end_scope ON cases.task_end (scope);
