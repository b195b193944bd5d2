-- A sealed value is stored only together with a fact that refers to it (docs/decisions/0010): what a refused form sealed leaves nothing.
CREATE FUNCTION vault.mark() RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
    AS $$ SELECT last_value FROM ledger.pending_position_seq $$;
COMMENT ON FUNCTION vault.mark() IS 'Where the facts of this transaction begin among those that wait to be sealed: after this position.';

CREATE FUNCTION vault.keep(after bigint, ids uuid[], scopes uuid[], keys uuid[], ciphertexts bytea[]) RETURNS integer
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
        WITH referred AS (
            SELECT DISTINCT found.groups[1]::uuid AS id
              FROM ledger.pending p
             CROSS JOIN LATERAL regexp_matches(p.content, '"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~', 'g') AS found (groups)
             WHERE p.position >= after),
        kept AS (
            INSERT INTO vault.sealed (id, scope, key, ciphertext)
            SELECT made.* FROM unnest(ids, scopes, keys, ciphertexts) AS made (id, scope, key, ciphertext)
             WHERE made.id IN (SELECT id FROM referred)
            RETURNING 1)
        SELECT count(*)::integer FROM kept
    $$;
COMMENT ON FUNCTION vault.keep(bigint, uuid[], uuid[], uuid[], bytea[]) IS
    'Stores those of the sealed values that a fact handed over since the mark refers to; says how many.';
GRANT EXECUTE ON FUNCTION vault.mark(), vault.keep(bigint, uuid[], uuid[], uuid[], bytea[]) TO romdoul_application;

REVOKE INSERT ON vault.sealed FROM romdoul_application;
DROP POLICY writers ON vault.sealed;
