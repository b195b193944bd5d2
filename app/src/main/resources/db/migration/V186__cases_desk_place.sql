-- The list of cases is asked by stage, by province and by what presses, and read in the order of what is due next.
ALTER TABLE cases.desk ADD COLUMN place text;
COMMENT ON COLUMN cases.desk.place IS 'Code of the province it was opened for; null where none was said.';
UPDATE cases.desk d SET place = f.place FROM cases.case_file f WHERE f.id = d.scope AND f.place IS NOT NULL;

CREATE INDEX desk_stage ON cases.desk (agency, stage, scope DESC);
CREATE INDEX desk_place ON cases.desk (agency, place, scope DESC);
DROP INDEX cases.desk_due;
CREATE INDEX desk_due ON cases.desk (agency, coalesce(next_due, 'infinity'), scope);
CREATE INDEX desk_owner_due ON cases.desk (owner, coalesce(next_due, 'infinity'), scope);
-- What is late is little of all there is.
CREATE INDEX desk_pressing ON cases.desk (agency, next_due) WHERE next_due IS NOT NULL;

CREATE OR REPLACE FUNCTION cases.lay_out(changed uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO cases.desk AS d (scope, code, stage, status, agency, owner, opened, place, next_due, legal_due)
    SELECT f.id, f.code,
           coalesce((SELECT s.stage FROM cases.stage s WHERE s.scope = f.id ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1), 'investigation'),
           coalesce(c.status, 'open'),
           coalesce((SELECT a.agency FROM cases.transfer_answer a WHERE a.scope = f.id AND a.outcome = 'accepted'
                      ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1), f.agency),
           (SELECT m.account FROM cases.membership m
             WHERE m.scope = f.id AND m.part = 'owner'
               AND NOT EXISTS (SELECT 1 FROM cases.membership_end e WHERE e.membership = m.id)
             ORDER BY m.recorded_at DESC, m.id DESC LIMIT 1),
           f.recorded_at, f.place, t.next_due, t.legal_due
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
