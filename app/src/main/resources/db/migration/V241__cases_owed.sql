-- What somebody owes in a case is handed on when oversight keeps her out of it: oversight may not read it, nor may she any more.
CREATE FUNCTION cases.owed(asked uuid, whose uuid) RETURNS SETOF cases.task
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
        SELECT t.* FROM cases.duty d JOIN cases.task t ON t.id = d.task
         WHERE d.scope = asked AND d.account = whose
    $$;
COMMENT ON FUNCTION cases.owed(uuid, uuid) IS 'The tasks that wait for one person in a case, past row-level security; notes stay sealed.';
REVOKE EXECUTE ON FUNCTION cases.owed(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases.owed(uuid, uuid) TO romdoul_application;
