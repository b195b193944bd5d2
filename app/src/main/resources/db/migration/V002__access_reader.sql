-- Need-to-know in its simplest form: which hat may read which scope. Every policy of every room asks access.may_read.
CREATE TABLE access.reader (
    scope uuid NOT NULL,
    hat   uuid NOT NULL,
    basis uuid NOT NULL,
    until timestamptz,
    PRIMARY KEY (scope, hat, basis)
);
COMMENT ON TABLE access.reader IS 'Derived: who may read a scope, from the facts of the room that owns the scope.';
COMMENT ON COLUMN access.reader.scope IS 'A case, a tip, an operation, an aftercare file.';
COMMENT ON COLUMN access.reader.hat IS 'An account, or an agency: its leads wear the agency''s hat.';
COMMENT ON COLUMN access.reader.basis IS 'The fact that lets her read.';
COMMENT ON COLUMN access.reader.until IS 'When it ends by itself (break-glass); null: until a fact ends it.';
CREATE INDEX reader_hat ON access.reader (hat, scope);

CREATE TABLE access.excluded (
    scope   uuid NOT NULL,
    account uuid NOT NULL,
    basis   uuid NOT NULL,
    PRIMARY KEY (scope, account)
);
COMMENT ON TABLE access.excluded IS 'Derived: who may never read a scope, whatever hat she wears, because of a conflict of interest.';
COMMENT ON COLUMN access.excluded.scope IS 'The scope she is kept out of.';
COMMENT ON COLUMN access.excluded.account IS 'Who is kept out.';
COMMENT ON COLUMN access.excluded.basis IS 'The fact that excludes her.';

-- romdoul.hats: the signed-in account first, then the other hats it wears; set for one transaction, absent means nobody.
CREATE FUNCTION access.hats() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(nullif(current_setting('romdoul.hats', true), ''), '{}')::uuid[] $$;

CREATE FUNCTION access.may_read(asked uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
        SELECT EXISTS (SELECT 1 FROM access.reader r
                        WHERE r.scope = asked AND r.hat = ANY (access.hats())
                          AND (r.until IS NULL OR r.until > statement_timestamp()))
           AND NOT EXISTS (SELECT 1 FROM access.excluded x
                            WHERE x.scope = asked AND x.account = (access.hats())[1])
    $$;
COMMENT ON FUNCTION access.may_read(uuid) IS 'The second lock: may the person of this transaction read this scope?';

GRANT SELECT, INSERT, UPDATE, DELETE ON access.reader, access.excluded TO romdoul_application;
GRANT SELECT ON access.reader, access.excluded TO romdoul_auditor;
GRANT EXECUTE ON FUNCTION access.hats(), access.may_read(uuid) TO romdoul_application, romdoul_auditor;
