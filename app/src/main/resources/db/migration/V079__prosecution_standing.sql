-- What stands now, read from the facts by the database itself. org.romdoul.prosecution.Standing says the same with its
-- reasons, in other words and another language; a test holds the two against each other over seeded histories.

-- Facts that no later fact corrects.
DO $$
DECLARE noun text;
BEGIN
    FOREACH noun IN ARRAY ARRAY['defendant', 'arrest', 'charge', 'judgment', 'verdict', 'sentence', 'appeal', 'appeal_outcome',
                                'withdrawal', 'termination', 'detention', 'detention_extension', 'detention_end', 'hearing', 'hearing_outcome'] LOOP
        EXECUTE format('CREATE VIEW prosecution.%1$s_now WITH (security_invoker = true) AS
                        SELECT f.* FROM prosecution.%1$s f
                         WHERE NOT EXISTS (SELECT 1 FROM prosecution.%1$s c WHERE c.supersedes = f.id)', noun);
        EXECUTE format('COMMENT ON VIEW prosecution.%1$s_now IS %2$L', noun, 'Those of ' || noun || ' that no later fact corrects.');
        EXECUTE format('GRANT SELECT ON prosecution.%1$s_now TO romdoul_application, romdoul_auditor', noun);
    END LOOP;
END $$;

CREATE FUNCTION prosecution.finding(guilty_by_plea int, guilty_at_trial int, not_guilty int, dismissed int, not_prosecuted int)
    RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN guilty_by_plea > 0 OR guilty_at_trial > 0 THEN 'convicted'
                WHEN not_guilty > 0 THEN 'acquitted'
                WHEN dismissed > 0 THEN 'dismissed'
                WHEN not_prosecuted > 0 THEN 'withdrawn'
                WHEN num_nulls(guilty_by_plea, guilty_at_trial, not_guilty, dismissed, not_prosecuted) > 0 THEN 'unknown' END
    $$;
COMMENT ON FUNCTION prosecution.finding(int, int, int, int, int) IS 'What a verdict comes to: the gravest it says; null where it says nothing.';

-- What is asked for in the name of the accused cannot make it worse for the accused; so an appeal of the accused turns over
-- convictions only, and one of the other side turns over everything else.
CREATE FUNCTION prosecution.after(state text, event text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN event IS NULL OR split_part(event, ' ', 1) IN ('pending', 'upheld', 'varied', 'given_up') THEN state
        WHEN event = 'overturned accused' THEN CASE state WHEN 'convicted' THEN 'overturned' ELSE state END
        WHEN event LIKE 'overturned %' THEN
            CASE WHEN state IN ('acquitted', 'dismissed', 'withdrawn', 'overturned') THEN 'convicted' ELSE state END
        WHEN event LIKE 'retrial %' THEN 'open'
        ELSE event END
    $$;
COMMENT ON FUNCTION prosecution.after(text, text) IS 'What stands after an event.';
CREATE AGGREGATE prosecution.fold(text) (SFUNC = prosecution.after, STYPE = text);
COMMENT ON AGGREGATE prosecution.fold(text) IS 'What stands after events in their order.';

CREATE FUNCTION prosecution.place(happened text, id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT (CASE happened WHEN 'XXXX' THEN '' ELSE rtrim(happened, '~') END || ' ' || id) COLLATE "C" $$;
COMMENT ON FUNCTION prosecution.place(text, uuid) IS 'Order among siblings: by what is known of the date, the unknown first; then by id, so that it never hangs on who recorded first.';

CREATE VIEW prosecution.step WITH (security_invoker = true) AS
WITH RECURSIVE following AS MATERIALIZED (
    SELECT a.against AS decision, a.charge, o.decision AS next, o.level,
           CASE WHEN o.id IS NULL THEN 'pending'
                WHEN o.result = 'withdrawn' THEN 'given_up ' || a.party
                ELSE o.result || ' ' || a.party END AS event,
           prosecution.place(coalesce(o.happened, a.happened), coalesce(o.id, a.id)) AS place
      FROM prosecution.appeal_now a LEFT JOIN prosecution.appeal_outcome_now o ON o.appeal = a.appeal
    UNION ALL
    SELECT j.follows, v.charge, j.decision, j.level,
           prosecution.finding(v.guilty_by_plea, v.guilty_at_trial, v.not_guilty, v.dismissed, v.not_prosecuted),
           prosecution.place(j.happened, j.id)
      FROM prosecution.judgment_now j JOIN prosecution.verdict_now v ON v.decision = j.decision
     WHERE j.follows IS NOT NULL
), step AS (
    SELECT v.scope, v.subject AS defendant, v.charge, v.id AS root, j.decision, j.level,
           prosecution.finding(v.guilty_by_plea, v.guilty_at_trial, v.not_guilty, v.dismissed, v.not_prosecuted) AS event,
           ARRAY[prosecution.place(j.happened, j.id)] AS path
      FROM prosecution.judgment_now j JOIN prosecution.verdict_now v ON v.decision = j.decision
     WHERE j.follows IS NULL
       AND prosecution.finding(v.guilty_by_plea, v.guilty_at_trial, v.not_guilty, v.dismissed, v.not_prosecuted) IS NOT NULL
    UNION ALL
    -- Sentenced, though on none of the charges on record: convicted of one that is not.
    SELECT j.scope, j.subject, NULL, j.id, j.decision, j.level, 'convicted', ARRAY[prosecution.place(j.happened, j.id)]
      FROM prosecution.judgment_now j
     WHERE j.follows IS NULL
       AND EXISTS (SELECT 1 FROM prosecution.sentence_now s
                    WHERE s.decision = j.decision AND s.charge IS NULL
                      AND (s.life OR s.months_prison > 0 OR s.months_probation > 0 OR s.fine > 0))
       AND NOT EXISTS (SELECT 1 FROM prosecution.verdict_now v
                        WHERE v.decision = j.decision AND (v.guilty_by_plea > 0 OR v.guilty_at_trial > 0))
    UNION ALL
    SELECT s.scope, s.defendant, s.charge, s.root, f.next, f.level, f.event, s.path || f.place
      FROM step s JOIN following f ON f.decision = s.decision AND (f.charge IS NULL OR f.charge = s.charge)
)
SELECT * FROM step;
COMMENT ON VIEW prosecution.step IS 'Each judged part of a charge and, in the order of path, what followed it: appeals, what they decided, retrials.';

CREATE VIEW prosecution.portion WITH (security_invoker = true) AS
WITH ended AS (
    SELECT subject AS defendant, bool_or(ended = 'ended') AS ended FROM prosecution.termination_now GROUP BY subject
), judged AS (
    SELECT scope, defendant, charge, root, prosecution.fold(event ORDER BY path) AS outcome,
           bool_or(event = 'pending') AS pending, bool_or(level = 'supreme') AS supreme
      FROM prosecution.step GROUP BY scope, defendant, charge, root
), decided AS (
    SELECT v.charge,
           sum(coalesce(v.guilty_by_plea, 0) + coalesce(v.guilty_at_trial, 0) + coalesce(v.not_guilty, 0)
               + coalesce(v.dismissed, 0) + coalesce(v.not_prosecuted, 0)) AS counts,
           bool_or(num_nulls(v.guilty_by_plea, v.guilty_at_trial, v.not_guilty, v.dismissed, v.not_prosecuted) > 0) AS vague
      FROM prosecution.verdict_now v JOIN prosecution.judgment_now j ON j.decision = v.decision
     WHERE j.follows IS NULL GROUP BY v.charge
), withdrawn AS (
    SELECT charge, sum(counts) AS counts, bool_or(counts IS NULL) AS vague FROM prosecution.withdrawal_now GROUP BY charge
)
SELECT j.scope, j.defendant, j.charge, j.root, j.outcome,
       CASE WHEN j.outcome NOT IN ('convicted', 'acquitted', 'dismissed', 'overturned') THEN NULL
            WHEN j.pending THEN 'under_appeal'
            WHEN coalesce(j.supreme, false) OR coalesce(e.ended, false) THEN 'final'
            ELSE 'no_appeal_on_record' END AS finality
  FROM judged j LEFT JOIN ended e USING (defendant)
UNION ALL
SELECT w.scope, w.subject, w.charge, w.id, 'withdrawn', NULL FROM prosecution.withdrawal_now w
UNION ALL
SELECT c.scope, c.subject, c.charge, NULL, CASE WHEN e.defendant IS NULL THEN 'open' ELSE 'unknown' END, NULL
  FROM prosecution.charge_now c
  LEFT JOIN ended e ON e.defendant = c.subject
  LEFT JOIN decided d ON d.charge = c.charge
  LEFT JOIN withdrawn w ON w.charge = c.charge
 WHERE c.counts > coalesce(d.counts, 0) + coalesce(w.counts, 0)
   AND NOT coalesce(d.vague, false) AND NOT coalesce(w.vague, false);
COMMENT ON VIEW prosecution.portion IS 'What stands on each part of a charge: each verdict with what followed it, each withdrawal, and the counts nothing has been decided on.';

CREATE FUNCTION prosecution.weight(outcome text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_position(ARRAY['convicted', 'open', 'unknown', 'overturned', 'acquitted', 'dismissed', 'withdrawn', 'not_charged'], outcome)
    $$;
COMMENT ON FUNCTION prosecution.weight(text) IS 'Which outcome speaks for several: the one with the least weight.';

CREATE FUNCTION prosecution.finality(text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN 'under_appeal' = ANY ($1) THEN 'under_appeal'
                WHEN 'no_appeal_on_record' = ANY ($1) THEN 'no_appeal_on_record'
                WHEN 'final' = ANY ($1) THEN 'final' END
    $$;
COMMENT ON FUNCTION prosecution.finality(text[]) IS 'Several are as final as the least final of them.';

CREATE VIEW prosecution.standing_recomputed WITH (security_invoker = true) AS
WITH weighed AS (
    SELECT p.*, prosecution.weight(p.outcome) AS weight,
           min(prosecution.weight(p.outcome)) OVER (PARTITION BY p.defendant) AS least
      FROM prosecution.portion p
), spoken AS (
    SELECT defendant, min(outcome) AS outcome, prosecution.finality(array_agg(finality)) AS finality
      FROM weighed WHERE weight = least GROUP BY defendant
)
SELECT d.scope, d.defendant, d.label, d.role,
       coalesce(s.outcome, CASE WHEN EXISTS (SELECT 1 FROM prosecution.termination_now t WHERE t.subject = d.defendant)
                                THEN 'unknown' ELSE 'not_charged' END) AS outcome,
       s.finality
  FROM prosecution.defendant_now d LEFT JOIN spoken s USING (defendant);
COMMENT ON VIEW prosecution.standing_recomputed IS 'What prosecution.standing must equal, from the facts alone.';

CREATE TABLE prosecution.standing (
    defendant uuid PRIMARY KEY,
    scope     uuid NOT NULL,
    code      text NOT NULL,
    label     text NOT NULL,
    role      text NOT NULL,
    outcome   text NOT NULL,
    finality  text
);
COMMENT ON TABLE prosecution.standing IS 'Derived: what stands now for each accused; the court board. Written with the facts it follows from.';
COMMENT ON COLUMN prosecution.standing.defendant IS 'The accused.';
COMMENT ON COLUMN prosecution.standing.scope IS 'The case.';
COMMENT ON COLUMN prosecution.standing.code IS 'The case''s code.';
COMMENT ON COLUMN prosecution.standing.label IS 'What lists call the accused.';
COMMENT ON COLUMN prosecution.standing.role IS 'The role in the crime, as alleged.';
COMMENT ON COLUMN prosecution.standing.outcome IS 'What stands now; prosecution.weight names them all.';
COMMENT ON COLUMN prosecution.standing.finality IS 'How firm it is, where a court has decided.';
CREATE INDEX standing_page ON prosecution.standing (code, label);
CREATE INDEX standing_outcome ON prosecution.standing (outcome, code, label);
ALTER TABLE prosecution.standing ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON prosecution.standing TO romdoul_application USING (access.may_read(scope)) WITH CHECK (true);
CREATE POLICY auditor ON prosecution.standing FOR SELECT TO romdoul_auditor USING (true);
GRANT SELECT, INSERT, UPDATE ON prosecution.standing TO romdoul_application;
GRANT SELECT ON prosecution.standing TO romdoul_auditor;

CREATE VIEW prosecution.sentence_in_force WITH (security_invoker = true) AS
WITH last AS (
    SELECT DISTINCT ON (s.defendant, s.root) s.scope, s.defendant, s.root, s.decision
      FROM prosecution.step s
      JOIN prosecution.portion p ON p.root = s.root AND p.outcome = 'convicted'
      JOIN prosecution.sentence_now x ON x.decision = s.decision AND (x.charge IS NULL OR x.charge = s.charge)
     ORDER BY s.defendant, s.root, s.path DESC
), decisions AS (SELECT DISTINCT scope, defendant, decision FROM last)
SELECT d.scope, d.defendant, x.id, x.charge, x.months_prison, x.months_suspended, x.months_probation, x.life, x.fine, x.restitution, x.currency
  FROM decisions d JOIN prosecution.sentence_now x ON x.decision = d.decision;
COMMENT ON VIEW prosecution.sentence_in_force IS 'The sentences of convictions that stand: of the last decision that gave one.';

GRANT SELECT ON prosecution.step, prosecution.portion, prosecution.standing_recomputed, prosecution.sentence_in_force TO romdoul_application, romdoul_auditor;
GRANT EXECUTE ON FUNCTION prosecution.finding(int, int, int, int, int), prosecution.after(text, text), prosecution.fold(text),
    prosecution.place(text, uuid), prosecution.weight(text), prosecution.finality(text[]) TO romdoul_application, romdoul_auditor;
