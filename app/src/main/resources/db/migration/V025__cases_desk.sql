CREATE TABLE cases.desk (
    scope       uuid PRIMARY KEY,
    code        text NOT NULL,
    stage       text NOT NULL,
    status      text NOT NULL,
    agency      uuid NOT NULL,
    owner       uuid NOT NULL,
    opened      timestamptz NOT NULL,
    next_due    timestamptz,
    legal_due   timestamptz
);
COMMENT ON TABLE cases.desk IS 'Derived: one row a case, for lists and the bar above every page of the case.';
COMMENT ON COLUMN cases.desk.scope IS 'The case; its id is time-ordered, so this is also the order of opening.';
COMMENT ON COLUMN cases.desk.code IS 'Its code.';
COMMENT ON COLUMN cases.desk.stage IS 'The last stage it reached.';
COMMENT ON COLUMN cases.desk.status IS 'open, closing (proposed and not answered), closed.';
COMMENT ON COLUMN cases.desk.agency IS 'The agency that answers for it now.';
COMMENT ON COLUMN cases.desk.owner IS 'The person who answers for it now.';
COMMENT ON COLUMN cases.desk.opened IS 'When it was recorded.';
COMMENT ON COLUMN cases.desk.next_due IS 'When its next task is due.';
COMMENT ON COLUMN cases.desk.legal_due IS 'When its next limit of law ends.';
-- A list walks one of these from its end and stops after a page; the newest case has the greatest id.
CREATE INDEX desk_agency ON cases.desk (agency, scope DESC);
CREATE INDEX desk_status ON cases.desk (agency, status, scope DESC);
CREATE INDEX desk_owner ON cases.desk (owner, scope DESC);
CREATE INDEX desk_due ON cases.desk (agency, next_due, scope) WHERE next_due IS NOT NULL;
ALTER TABLE cases.desk ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON cases.desk FOR SELECT TO romdoul_application USING (access.may_read(scope));
CREATE POLICY auditor ON cases.desk FOR SELECT TO romdoul_auditor USING (true);
GRANT SELECT ON cases.desk TO romdoul_application, romdoul_auditor;

-- Written by triggers, as the journal is: no room can forget it, and who may not read the case can still change its row
-- by the fact she may record. Audit recomputes both tables from the facts with a query of its own (DeskRows, DutyRows).
CREATE FUNCTION cases.lay_out(changed uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO cases.desk AS d (scope, code, stage, status, agency, owner, opened, next_due, legal_due)
    SELECT f.id, f.code,
           coalesce((SELECT s.stage FROM cases.stage s WHERE s.scope = f.id ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1), 'investigation'),
           coalesce(c.status, 'open'),
           coalesce((SELECT a.agency FROM cases.transfer_answer a WHERE a.scope = f.id AND a.outcome = 'accepted'
                      ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1), f.agency),
           (SELECT m.account FROM cases.membership m
             WHERE m.scope = f.id AND m.part = 'owner'
               AND NOT EXISTS (SELECT 1 FROM cases.membership_end e WHERE e.membership = m.id)
             ORDER BY m.recorded_at DESC, m.id DESC LIMIT 1),
           f.recorded_at, t.next_due, t.legal_due
      FROM cases.case_file f
      LEFT JOIN LATERAL (
           SELECT CASE WHEN a.id IS NULL THEN 'closing' WHEN a.accepted AND r.id IS NULL THEN 'closed' ELSE 'open' END AS status
             FROM cases.closing p
             LEFT JOIN cases.closing_answer a ON a.closing = p.id
             LEFT JOIN cases.reopening r ON r.closing = p.id
            WHERE p.scope = f.id ORDER BY p.recorded_at DESC, p.id DESC LIMIT 1) c ON true
      LEFT JOIN LATERAL (
           SELECT min(u.due) AS next_due, min(u.due) FILTER (WHERE u.legal_limit IS NOT NULL) AS legal_due
             FROM cases.duty u WHERE u.scope = f.id) t ON true
     WHERE f.id = ANY (changed)
    ON CONFLICT (scope) DO UPDATE
       SET stage = excluded.stage, status = excluded.status, agency = excluded.agency, owner = excluded.owner,
           next_due = excluded.next_due, legal_due = excluded.legal_due
     WHERE (d.stage, d.status, d.agency, d.owner, d.next_due, d.legal_due)
        IS DISTINCT FROM (excluded.stage, excluded.status, excluded.agency, excluded.owner, excluded.next_due, excluded.legal_due)
$$;
COMMENT ON FUNCTION cases.lay_out(uuid[]) IS 'Writes the desk''s rows of these cases from their facts.';
REVOKE EXECUTE ON FUNCTION cases.lay_out(uuid[]) FROM PUBLIC;

CREATE FUNCTION cases.changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF TG_TABLE_NAME = 'task' THEN
        DELETE FROM cases.duty d USING fresh f WHERE d.task = f.supersedes;
        INSERT INTO cases.duty (task, scope, kind, subject, agency, account, due, legal_limit, rule_pack, path)
        SELECT f.id, f.scope, f.kind, f.subject, f.agency, f.account, f.due, f.legal_limit, f.rule_pack, f.path FROM fresh f;
    ELSIF TG_TABLE_NAME = 'task_end' THEN
        DELETE FROM cases.duty d USING fresh f WHERE d.task = f.task;
    END IF;
    PERFORM cases.lay_out((SELECT array_agg(DISTINCT f.scope) FROM fresh f));
    RETURN NULL;
END $$;
COMMENT ON FUNCTION cases.changed() IS 'Keeps duty and desk in step with a fact, in its transaction.';

DO $$
DECLARE
    fact text;
BEGIN
    FOREACH fact IN ARRAY ARRAY['membership', 'membership_end', 'stage', 'task', 'task_end', 'closing', 'closing_answer',
                                'reopening', 'transfer_answer'] LOOP
        EXECUTE format('CREATE TRIGGER lay_out AFTER INSERT ON cases.%I REFERENCING NEW TABLE AS fresh
                        FOR EACH STATEMENT EXECUTE FUNCTION cases.changed()', fact);
    END LOOP;
END $$;
