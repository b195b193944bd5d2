-- Two people propose to close a case at the same time: both are kept, and the second reader decides between them.
ALTER TABLE cases.closing ADD COLUMN contests uuid REFERENCES cases.closing;
COMMENT ON COLUMN cases.closing.contests IS 'The proposal that another hand made first: both are kept until the second reader decides.';
GRANT INSERT (contests) ON cases.closing TO romdoul_application;
CREATE INDEX closing_contests ON cases.closing (contests) WHERE contests IS NOT NULL;
ALTER TABLE cases.closing_answer ADD COLUMN chosen uuid REFERENCES cases.closing;
COMMENT ON COLUMN cases.closing_answer.chosen IS 'Whose reason holds, where more than one proposed; null: the first, or none.';
GRANT INSERT (chosen) ON cases.closing_answer TO romdoul_application;

CREATE OR REPLACE FUNCTION cases.second_reader() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM cases.closing c
                WHERE (c.id IN (NEW.closing, NEW.chosen) OR c.contests = NEW.closing)
                  AND (c.actor = NEW.actor OR c.scope <> NEW.scope)) THEN
        RAISE EXCEPTION 'nobody answers her own proposal to close a case' USING ERRCODE = 'RM002';
    END IF;
    RETURN NEW;
END $$;

-- What was kept beside a proposal is no proposal of its own for the list.
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
            WHERE p.scope = f.id AND p.contests IS NULL ORDER BY p.recorded_at DESC, p.id DESC LIMIT 1) c ON true
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
