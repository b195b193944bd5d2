-- A name is also found by every two of its words together, which few share: a search stays quick however large the record is. The
-- program makes the tokens of every name again where it finds none.
DELETE FROM vault.search_token;
COMMENT ON COLUMN vault.search_token.token IS
    'HMAC-SHA-256 of a normalised word, of its consonant skeleton, or of two of these together, cut to 16 bytes.';

-- Only narrows where a search looks: what may be read, access.may_read says.
CREATE FUNCTION access.scopes(few integer) RETURNS uuid[]
    LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN count(*) <= few THEN coalesce(array_agg(hers.scope), '{}') END
          FROM (SELECT r.scope FROM access.reader r WHERE r.hat = ANY (access.hats()) LIMIT few + 1) hers
    $$;
COMMENT ON FUNCTION access.scopes(integer) IS 'The scopes of the person of this transaction; null where they are more than a few.';
GRANT EXECUTE ON FUNCTION access.scopes(integer) TO romdoul_application;
