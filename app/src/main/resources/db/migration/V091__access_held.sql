-- What a list walks through: one hat's scopes, the greatest first. Inlined by the planner, so that a page of a list reads a page of the index.
CREATE FUNCTION access.held(hat uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT r.scope FROM access.reader r WHERE r.hat = $1 $$;
COMMENT ON FUNCTION access.held(uuid) IS 'The scopes that this hat may read, as far as row-level security agrees.';
GRANT EXECUTE ON FUNCTION access.held(uuid) TO romdoul_application, romdoul_auditor;
