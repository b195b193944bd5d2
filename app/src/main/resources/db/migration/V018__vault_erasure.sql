CREATE TABLE vault.erasure_request (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL,
    agency      uuid NOT NULL REFERENCES access.agency,
    reason      vault.ref NOT NULL
);
COMMENT ON TABLE vault.erasure_request IS 'Fact: somebody asks that what identifies a person be erased. Holds codes only: oversight, which reads no case, must see it.';
COMMENT ON COLUMN vault.erasure_request.subject IS 'Whose data.';
COMMENT ON COLUMN vault.erasure_request.agency IS 'The agency of whoever asks.';
COMMENT ON COLUMN vault.erasure_request.reason IS 'Why, sealed under the request''s own key, for whoever may read the case and for oversight.';
SELECT ledger.protect('vault.erasure_request', readers => 'everyone');

CREATE TABLE vault.erasure_answer (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL,
    request     uuid NOT NULL UNIQUE REFERENCES vault.erasure_request,
    granted     boolean NOT NULL
);
COMMENT ON TABLE vault.erasure_answer IS 'Fact: a second person, of another agency, grants an erasure or refuses it. Granted, the person''s key is destroyed.';
COMMENT ON COLUMN vault.erasure_answer.subject IS 'Whose data.';
COMMENT ON COLUMN vault.erasure_answer.request IS 'Which request; one answer decides it.';
COMMENT ON COLUMN vault.erasure_answer.granted IS 'Whether the data are erased.';
SELECT ledger.protect('vault.erasure_answer', readers => 'everyone');

-- Oversight may read no case and so delete no token of one; this forgets whom a granted erasure names, and nobody else.
CREATE FUNCTION vault.forget(erased uuid) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
    AS $$
        WITH gone AS (
            DELETE FROM vault.search_token t
             WHERE t.subject = erased
               AND EXISTS (SELECT 1 FROM vault.erasure_answer a WHERE a.subject = erased AND a.granted)
            RETURNING 1)
        SELECT count(*)::integer FROM gone
    $$;
COMMENT ON FUNCTION vault.forget(uuid) IS 'Makes an erased person unfindable.';
GRANT EXECUTE ON FUNCTION vault.forget(uuid) TO romdoul_application;
