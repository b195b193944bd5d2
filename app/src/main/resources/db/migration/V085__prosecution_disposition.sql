-- How long a case took can be told only where the figures say when it ended: the day, month or year of its end as recorded, and,
-- where no end is recorded, of the last first decision. Made again, because a view cannot take columns in between.
DROP VIEW prosecution.figure_defendant;
DROP FUNCTION prosecution.figures_of_defendants();

CREATE FUNCTION prosecution.figures_of_defendants() RETURNS TABLE (
    docket text, agency text, role text, arrest_date text, charge_date text, charge_year int, ended text, terminated_year int,
    ended_date text, decided_date text, outcome text, finality text, in_absentia boolean, statutes text[],
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
    ), decided AS (
        SELECT defendant, max(nullif(happened, 'XXXX')) AS last
          FROM (SELECT subject, happened FROM prosecution.judgment_now WHERE follows IS NULL
                UNION ALL SELECT subject, happened FROM prosecution.withdrawal_now) AS first (defendant, happened)
         GROUP BY defendant
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
           ended.ended, substr(ended.last, 1, 4)::int, ended.last, decided.last,
           s.outcome, s.finality, absent.in_absentia, charged.statutes,
           p.months_prison, p.months_suspended, p.months_probation, p.life, p.restitution, p.currency
      FROM prosecution.standing s
      JOIN prosecution.defendant_now d USING (defendant)
      JOIN cases.case_file f ON f.id = d.scope
      JOIN access.agency a ON a.id = f.agency
      LEFT JOIN prosecution.docket_case c ON c.scope = d.scope
      LEFT JOIN prosecution.docket k ON k.id = c.docket
      LEFT JOIN charged USING (defendant) LEFT JOIN arrested USING (defendant) LEFT JOIN ended USING (defendant)
      LEFT JOIN decided USING (defendant) LEFT JOIN absent USING (defendant) LEFT JOIN punished p USING (defendant)
    $$;
COMMENT ON FUNCTION prosecution.figures_of_defendants() IS 'Behind prosecution.figure_defendant.';

CREATE VIEW prosecution.figure_defendant AS SELECT * FROM prosecution.figures_of_defendants();
COMMENT ON VIEW prosecution.figure_defendant IS
    'One row an accused, nobody named. ended: null while open, ''ended'', or ''unknown'' where the source stops telling; outcome: what stands now.';
COMMENT ON COLUMN prosecution.figure_defendant.docket IS 'Code of the docket; null: a case worked here.';
COMMENT ON COLUMN prosecution.figure_defendant.agency IS 'Code of the agency that opened the case.';
COMMENT ON COLUMN prosecution.figure_defendant.charge_date IS 'The first charge, EDTF; null: never charged, or not known when.';
COMMENT ON COLUMN prosecution.figure_defendant.ended_date IS 'When the proceedings ended, EDTF; null: not recorded, or not known when.';
COMMENT ON COLUMN prosecution.figure_defendant.decided_date IS 'The last first decision (judgment or withdrawal), EDTF; appeals and retrials come after it.';
COMMENT ON COLUMN prosecution.figure_defendant.months_prison IS 'Of sentences as a whole that stand; null: none, or not known.';

REVOKE ALL ON FUNCTION prosecution.figures_of_defendants() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prosecution.figures_of_defendants() TO romdoul_publication;
GRANT SELECT ON prosecution.figure_defendant TO romdoul_publication;

-- Results say at which position of the log they were made. Signed heads are public: they hold no fact.
GRANT USAGE ON SCHEMA ledger TO romdoul_publication;
GRANT SELECT ON ledger.checkpoint TO romdoul_publication;
