-- A receipt also tells how far the tip has come: where its leaf stands, so that what witnesses vouched for can be told.
DROP FUNCTION intake.standing(bytea);
CREATE FUNCTION intake.standing(asked bytea)
    RETURNS TABLE (recorded_at timestamptz, log int, leaf bigint, outcome text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
        SELECT t.recorded_at, l.log, l.index,
               (SELECT g.outcome FROM intake.triage g WHERE g.scope = t.id ORDER BY g.recorded_at DESC LIMIT 1)
          FROM intake.tip t LEFT JOIN ledger.leaf l ON l.fact = t.id WHERE t.receipt = asked
    $$;
COMMENT ON FUNCTION intake.standing(bytea) IS 'What became of the tip of a receipt.';
GRANT EXECUTE ON FUNCTION intake.standing(bytea) TO romdoul_application;
