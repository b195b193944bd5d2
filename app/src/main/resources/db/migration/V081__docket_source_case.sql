CREATE SCHEMA docket;
COMMENT ON SCHEMA docket IS 'What lists of past prosecutions say that has no place in the rooms below.';
GRANT USAGE ON SCHEMA docket TO romdoul_application, romdoul_auditor;

CREATE TABLE docket.source_case (
    LIKE journal.fact INCLUDING ALL,
    docket       uuid NOT NULL REFERENCES prosecution.docket,
    key          text NOT NULL CHECK (key ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    state        text CHECK (state ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
    district     text CHECK (length(district) BETWEEN 1 AND 40),
    defendants   int CHECK (defendants >= 0),
    victims      int CHECK (victims >= 0),
    minors       int CHECK (minors >= 0),
    foreigners   int CHECK (foreigners >= 0),
    females      int CHECK (females >= 0),
    males        int CHECK (males >= 0),
    UNIQUE (docket, key)
);
COMMENT ON TABLE docket.source_case IS 'Fact: a case as a docket has it: under which key, where, and whom it counts. It names nobody.';
COMMENT ON COLUMN docket.source_case.docket IS 'Which docket.';
COMMENT ON COLUMN docket.source_case.key IS 'The case''s key there.';
COMMENT ON COLUMN docket.source_case.state IS 'ISO 3166-2; null: not told.';
COMMENT ON COLUMN docket.source_case.district IS 'Of the courts, as the docket writes it.';
COMMENT ON COLUMN docket.source_case.defendants IS 'How many it counts; its rows may be fewer.';
COMMENT ON COLUMN docket.source_case.victims IS 'How many victims; null: not told.';
COMMENT ON COLUMN docket.source_case.minors IS 'Of them, children.';
COMMENT ON COLUMN docket.source_case.foreigners IS 'Of them, foreigners.';
COMMENT ON COLUMN docket.source_case.females IS 'Of them, women and girls.';
COMMENT ON COLUMN docket.source_case.males IS 'Of them, men and boys.';
CREATE UNIQUE INDEX source_case_scope ON docket.source_case (scope);
SELECT ledger.protect('docket.source_case');

-- A case may since have gone to another agency: whoever takes in the docket again learns that it is there, and no more.
CREATE FUNCTION docket.taken(docket uuid, cases uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT c.scope FROM docket.source_case c WHERE c.docket = $1 AND c.scope = ANY ($2)
    $$;
COMMENT ON FUNCTION docket.taken(uuid, uuid[]) IS 'Which of these cases were taken from a docket, whoever may read them.';
REVOKE ALL ON FUNCTION docket.taken(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION docket.taken(uuid, uuid[]) TO romdoul_application;

COMMENT ON COLUMN prosecution.defendant.subject IS 'The person in the case; null where the accused is known by no person of the case.';
COMMENT ON COLUMN prosecution.defendant.label IS 'What lists call the accused: the person''s label, S1.';
