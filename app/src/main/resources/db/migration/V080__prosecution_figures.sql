-- What results are made from: one row an accused, one row a charge, with no id, label or case in it. The functions read past
-- row-level security as the owner; the views are all that publication can see of this room.
CREATE FUNCTION prosecution.figures_of_defendants() RETURNS TABLE (
    docket text, agency text, role text, arrest_date text, charge_date text, charge_year int, ended text, terminated_year int,
    outcome text, finality text, in_absentia boolean, statutes text[],
    months_prison int, months_suspended int, months_probation int, life boolean, restitution bigint, currency text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH charged AS (
        SELECT subject AS defendant, min(nullif(happened, 'XXXX')) AS first, array_agg(DISTINCT statute ORDER BY statute) AS statutes
          FROM prosecution.charge_now GROUP BY subject
    ), arrested AS (
        SELECT subject AS defendant, min(nullif(happened, 'XXXX')) AS first FROM prosecution.arrest_now GROUP BY subject
    ), ended AS (
        SELECT subject AS defendant, min(ended) AS ended, max(nullif(happened, 'XXXX')) FILTER (WHERE ended = 'ended') AS last
          FROM prosecution.termination_now GROUP BY subject
    ), absent AS (
        SELECT subject AS defendant, bool_or(in_absentia) AS in_absentia FROM prosecution.judgment_now GROUP BY subject
    ), punished AS (
        SELECT defendant, sum(months_prison)::int AS months_prison, sum(months_suspended)::int AS months_suspended,
               sum(months_probation)::int AS months_probation, bool_or(life) AS life,
               CASE WHEN count(DISTINCT currency) <= 1 THEN sum(restitution)::bigint END AS restitution,
               CASE WHEN count(DISTINCT currency) = 1 THEN min(currency) END AS currency
          FROM prosecution.sentence_in_force WHERE charge IS NULL GROUP BY defendant
    )
    SELECT k.code, a.code, d.role, arrested.first, charged.first, substr(charged.first, 1, 4)::int,
           ended.ended, substr(ended.last, 1, 4)::int, s.outcome, s.finality, absent.in_absentia, charged.statutes,
           p.months_prison, p.months_suspended, p.months_probation, p.life, p.restitution, p.currency
      FROM prosecution.standing s
      JOIN prosecution.defendant_now d USING (defendant)
      JOIN cases.case_file f ON f.id = d.scope
      JOIN access.agency a ON a.id = f.agency
      LEFT JOIN prosecution.docket_case c ON c.scope = d.scope
      LEFT JOIN prosecution.docket k ON k.id = c.docket
      LEFT JOIN charged USING (defendant) LEFT JOIN arrested USING (defendant) LEFT JOIN ended USING (defendant)
      LEFT JOIN absent USING (defendant) LEFT JOIN punished p USING (defendant)
    $$;

CREATE FUNCTION prosecution.figures_of_charges() RETURNS TABLE (
    docket text, agency text, charge_year int, statute text, outcome text, counts int, guilty_by_plea int, guilty_at_trial int,
    not_guilty int, dismissed int, not_prosecuted int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH spoken AS (
        SELECT DISTINCT ON (charge) charge, outcome FROM prosecution.portion WHERE charge IS NOT NULL
         ORDER BY charge, prosecution.weight(outcome)
    ), counted AS (
        SELECT v.charge, sum(v.guilty_by_plea)::int AS guilty_by_plea, sum(v.guilty_at_trial)::int AS guilty_at_trial,
               sum(v.not_guilty)::int AS not_guilty, sum(v.dismissed)::int AS dismissed, sum(v.not_prosecuted)::int AS not_prosecuted
          FROM prosecution.verdict_now v JOIN prosecution.judgment_now j USING (decision)
         WHERE j.follows IS NULL GROUP BY v.charge
    )
    SELECT k.code, a.code, substr(nullif(h.happened, 'XXXX'), 1, 4)::int, h.statute, s.outcome, h.counts,
           n.guilty_by_plea, n.guilty_at_trial, n.not_guilty, n.dismissed, n.not_prosecuted
      FROM prosecution.charge_now h
      JOIN cases.case_file f ON f.id = h.scope
      JOIN access.agency a ON a.id = f.agency
      LEFT JOIN prosecution.docket_case c ON c.scope = h.scope
      LEFT JOIN prosecution.docket k ON k.id = c.docket
      LEFT JOIN spoken s USING (charge) LEFT JOIN counted n USING (charge)
    $$;
COMMENT ON FUNCTION prosecution.figures_of_defendants() IS 'Behind prosecution.figure_defendant.';
COMMENT ON FUNCTION prosecution.figures_of_charges() IS 'Behind prosecution.figure_charge.';

CREATE VIEW prosecution.figure_defendant AS SELECT * FROM prosecution.figures_of_defendants();
CREATE VIEW prosecution.figure_charge AS SELECT * FROM prosecution.figures_of_charges();
CREATE VIEW prosecution.figure_docket AS SELECT code AS docket, title, source, jurisdiction, censored FROM prosecution.docket;
COMMENT ON VIEW prosecution.figure_defendant IS
    'One row an accused, nobody named. ended: null while open, ''ended'', or ''unknown'' where the source stops telling; outcome: what stands now.';
COMMENT ON COLUMN prosecution.figure_defendant.docket IS 'Code of the docket; null: a case worked here.';
COMMENT ON COLUMN prosecution.figure_defendant.agency IS 'Code of the agency that opened the case.';
COMMENT ON COLUMN prosecution.figure_defendant.charge_date IS 'The first charge, EDTF; null: never charged, or not known when.';
COMMENT ON COLUMN prosecution.figure_defendant.months_prison IS 'Of sentences as a whole that stand; null: none, or not known.';
COMMENT ON VIEW prosecution.figure_charge IS 'One row a charge, with what its first judgments counted and what stands now.';
COMMENT ON VIEW prosecution.figure_docket IS 'The dockets, and until when each watched.';

REVOKE ALL ON FUNCTION prosecution.figures_of_defendants(), prosecution.figures_of_charges() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prosecution.figures_of_defendants(), prosecution.figures_of_charges() TO romdoul_publication;
GRANT SELECT ON prosecution.figure_defendant, prosecution.figure_charge, prosecution.figure_docket TO romdoul_publication;
