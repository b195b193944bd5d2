-- Whoever is kept out of a case is kept out of the tips that became part of it: oversight reads neither, and must find them.
CREATE INDEX triage_case ON intake.triage (case_file) WHERE case_file IS NOT NULL;

CREATE FUNCTION intake.tips_of(asked uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    AS $$ SELECT g.scope FROM intake.triage g WHERE g.case_file = asked $$;
COMMENT ON FUNCTION intake.tips_of(uuid) IS 'The ids of the tips that became part of a case, past row-level security; no content.';
REVOKE EXECUTE ON FUNCTION intake.tips_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.tips_of(uuid) TO romdoul_application;

-- Those who were kept out before this was so.
INSERT INTO access.excluded (scope, account, basis)
SELECT g.scope, x.account, x.basis FROM intake.triage g JOIN access.excluded x ON x.scope = g.case_file
ON CONFLICT DO NOTHING;
