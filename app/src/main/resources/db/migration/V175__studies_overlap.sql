-- How lists of agencies overlap, counted by person: behind multiple systems estimation. The function reads past row-level security as
-- the owner and gives out counts; the view is all that publication can see of this room. An agency knows a presumed victim if somebody
-- of it registered her or recorded who she is. Two registrations are the same person if sex and every word of the recorded names agree
-- (search tokens, at least four of them: one word alone is no name); whoever has no such name is a person of her own.
CREATE FUNCTION studies.figures_of_lists() RETURNS TABLE (lists text[], people int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH met AS (
        SELECT p.id AS registration, p.sex, p.actor
          FROM persons.person p JOIN cases.case_file f ON f.id = p.scope
         WHERE p.part = 'presumed_victim' AND f.origin <> 'docket'
    ), known AS (
        SELECT registration, actor FROM met
         UNION SELECT m.registration, i.actor FROM met m JOIN persons.identity i ON i.subject = m.registration
    ), named AS (
        SELECT subject AS registration, min(words) AS name
          FROM (SELECT subject, string_agg(encode(token, 'hex'), ' ' ORDER BY token) AS words
                  FROM vault.search_token GROUP BY subject, fact HAVING count(*) >= 4) recordings
         GROUP BY subject
    ), listed AS (
        SELECT coalesce(m.sex || ' ' || n.name, m.registration::text) AS person,
               array_agg(DISTINCT g.kind ORDER BY g.kind) AS lists
          FROM met m
          JOIN known k USING (registration)
          JOIN access.account a ON a.id = k.actor
          JOIN access.agency g ON g.id = a.scope
          LEFT JOIN named n USING (registration)
         WHERE g.kind IN ('court', 'hotline', 'police', 'prosecution', 'shelter', 'social')
         GROUP BY 1
    )
    SELECT lists, count(*)::int FROM listed GROUP BY lists
    $$;
COMMENT ON FUNCTION studies.figures_of_lists() IS 'Behind studies.figure_overlap.';

CREATE VIEW studies.figure_overlap AS SELECT * FROM studies.figures_of_lists();
COMMENT ON VIEW studies.figure_overlap IS 'How many presumed victims exactly these kinds of agencies know; nobody named, no case.';
COMMENT ON COLUMN studies.figure_overlap.lists IS 'Kinds of agencies, in alphabetical order.';
COMMENT ON COLUMN studies.figure_overlap.people IS 'Persons that all of these know, and none of the others.';

REVOKE ALL ON FUNCTION studies.figures_of_lists() FROM PUBLIC;
GRANT USAGE ON SCHEMA studies TO romdoul_publication;
GRANT EXECUTE ON FUNCTION studies.figures_of_lists() TO romdoul_publication;
GRANT SELECT ON studies.figure_overlap TO romdoul_publication;

CREATE TABLE studies.overlap (
    LIKE journal.fact INCLUDING ALL,
    code     text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    agency   uuid NOT NULL,
    lists    text NOT NULL CHECK (octet_length(lists) BETWEEN 5 AND 5000),
    sha256   text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    log_size bigint CHECK (log_size > 0),
    log_root text,
    CHECK ((log_size IS NULL) = (log_root IS NULL))
);
COMMENT ON TABLE studies.overlap IS 'Fact: somebody counted how the lists of agencies overlap; it is its own scope.';
COMMENT ON COLUMN studies.overlap.code IS 'What lists and addresses call it.';
COMMENT ON COLUMN studies.overlap.agency IS 'The agency for which it was counted.';
COMMENT ON COLUMN studies.overlap.lists IS 'The file: a column a list (1 or 0), and a last one that counts people.';
COMMENT ON COLUMN studies.overlap.sha256 IS 'Of that file.';
COMMENT ON COLUMN studies.overlap.log_size IS 'Sealed facts when it was counted; null: nothing was sealed yet.';
COMMENT ON COLUMN studies.overlap.log_root IS 'Their root hash, in base64.';
SELECT ledger.protect('studies.overlap');
