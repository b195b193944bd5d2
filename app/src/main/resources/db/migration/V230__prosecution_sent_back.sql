-- Sent back for another trial, all begins again below: what the highest court decided before has ended nothing, and a new
-- judgment of the first instance can be appealed. org.romdoul.prosecution.Course says the same.
CREATE OR REPLACE VIEW prosecution.portion WITH (security_invoker = true) AS
WITH ended AS (
    SELECT subject AS defendant, bool_or(ended = 'ended') AS ended FROM prosecution.termination_now GROUP BY subject
), walked AS (
    SELECT s.*, max(s.path) FILTER (WHERE s.event LIKE 'retrial %') OVER (PARTITION BY s.scope, s.defendant, s.charge, s.root) AS sent_back
      FROM prosecution.step s
), judged AS (
    SELECT scope, defendant, charge, root, prosecution.fold(event ORDER BY path) AS outcome,
           bool_or(event = 'pending') AS pending,
           bool_or(level = 'supreme' AND (sent_back IS NULL OR path > sent_back)) AS supreme
      FROM walked GROUP BY scope, defendant, charge, root
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

-- Only who was sent back by the highest court stands differently now.
UPDATE prosecution.standing s SET finality = r.finality
  FROM prosecution.standing_recomputed r
 WHERE r.defendant = s.defendant AND r.finality IS DISTINCT FROM s.finality
   AND EXISTS (SELECT 1 FROM prosecution.appeal_outcome o WHERE o.subject = s.defendant AND o.result = 'retrial');
