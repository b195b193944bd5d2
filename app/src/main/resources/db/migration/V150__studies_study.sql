CREATE SCHEMA studies;
COMMENT ON SCHEMA studies IS 'Prevalence studies: frame, draw, visits, estimates. Venue codes only; no person, no name, no address.';
GRANT USAGE ON SCHEMA studies TO romdoul_application, romdoul_auditor;

CREATE TABLE studies.study (
    LIKE journal.fact INCLUDING ALL,
    code   text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9-]{4,12}$'),
    title  text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    agency uuid NOT NULL
);
COMMENT ON TABLE studies.study IS 'Fact: a study of venues begins; it is its own scope.';
COMMENT ON COLUMN studies.study.code IS 'What lists and addresses call it.';
COMMENT ON COLUMN studies.study.title IS 'What it is about; public.';
COMMENT ON COLUMN studies.study.agency IS 'The agency that makes it.';
SELECT ledger.protect('studies.study');

CREATE TABLE studies.frame (
    LIKE journal.fact INCLUDING ALL,
    venues text NOT NULL CHECK (octet_length(venues) BETWEEN 3 AND 50000)
);
COMMENT ON TABLE studies.frame IS 'Fact: the list of venues that a study draws from.';
COMMENT ON COLUMN studies.frame.venues IS 'One line a venue: stratum, comma, code; sorted.';
CREATE UNIQUE INDEX frame_scope ON studies.frame (scope);
SELECT ledger.protect('studies.frame');

CREATE TABLE studies.draw (
    LIKE journal.fact INCLUDING ALL,
    seed  text NOT NULL CHECK (seed ~ '^[0-9a-f]{32}$'),
    sizes text NOT NULL CHECK (octet_length(sizes) BETWEEN 3 AND 20000)
);
COMMENT ON TABLE studies.draw IS 'Fact: a study draws its sample, once, before anybody is visited.';
COMMENT ON COLUMN studies.draw.seed IS 'Chance: the venues of a stratum stand in the order of SHA-256(seed/stratum/venue).';
COMMENT ON COLUMN studies.draw.sizes IS 'One line a stratum: stratum, comma, how many are drawn.';
CREATE UNIQUE INDEX draw_scope ON studies.draw (scope);
SELECT ledger.protect('studies.draw');

CREATE TABLE studies.entry (
    LIKE journal.fact INCLUDING ALL,
    venue       text NOT NULL,
    hand        int NOT NULL CHECK (hand IN (1, 2, 3)),
    outcome     text NOT NULL CHECK (outcome IN ('observed', 'replaced', 'not_completed', 'out_of_scope')),
    replacement text,
    observed    int NOT NULL CHECK (observed >= 0),
    minors      int NOT NULL CHECK (minors BETWEEN 0 AND observed),
    young       int NOT NULL CHECK (young BETWEEN 0 AND minors),
    CHECK ((outcome = 'replaced') = (replacement IS NOT NULL))
);
COMMENT ON TABLE studies.entry IS 'Fact: the paper sheet of a drawn venue is typed in; twice, by two people, and a third time where they differ.';
COMMENT ON COLUMN studies.entry.venue IS 'The venue that was drawn.';
COMMENT ON COLUMN studies.entry.hand IS '1 and 2: first and second typing; 3: settled against the paper.';
COMMENT ON COLUMN studies.entry.outcome IS 'What came of the visit.';
COMMENT ON COLUMN studies.entry.replacement IS 'The venue of the reserve that was seen instead.';
COMMENT ON COLUMN studies.entry.observed IS 'Persons seen.';
COMMENT ON COLUMN studies.entry.minors IS 'Of these, judged to be minors.';
COMMENT ON COLUMN studies.entry.young IS 'Of these, judged to be young children.';
CREATE UNIQUE INDEX entry_hand ON studies.entry (scope, venue, hand);
SELECT ledger.protect('studies.entry');

CREATE TABLE studies.recount (
    LIKE journal.fact INCLUDING ALL,
    venue    text NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('joint', 'random', 'follow_up')),
    observed int NOT NULL CHECK (observed >= 0),
    minors   int NOT NULL CHECK (minors BETWEEN 0 AND observed),
    young    int NOT NULL CHECK (young BETWEEN 0 AND minors)
);
COMMENT ON TABLE studies.recount IS 'Fact: somebody else counted at the same visit, or soon after, to see how well collectors count.';
COMMENT ON COLUMN studies.recount.venue IS 'The venue that was drawn.';
COMMENT ON COLUMN studies.recount.kind IS 'At the same visit, unannounced, or soon after.';
COMMENT ON COLUMN studies.recount.observed IS 'Persons seen.';
COMMENT ON COLUMN studies.recount.minors IS 'Of these, judged to be minors.';
COMMENT ON COLUMN studies.recount.young IS 'Of these, judged to be young children.';
SELECT ledger.protect('studies.recount');

CREATE TABLE studies.release (
    LIKE journal.fact INCLUDING ALL,
    code   text NOT NULL,
    title  text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    visits text NOT NULL CHECK (octet_length(visits) <= 55000)
);
COMMENT ON TABLE studies.release IS 'Fact: a study is published; nothing is typed in any more.';
COMMENT ON COLUMN studies.release.code IS 'The study''s code.';
COMMENT ON COLUMN studies.release.title IS 'What it is about.';
COMMENT ON COLUMN studies.release.sha256 IS 'Of the file of visits that the estimate is made from.';
COMMENT ON COLUMN studies.release.visits IS 'That file.';
CREATE UNIQUE INDEX release_scope ON studies.release (scope);
SELECT ledger.protect('studies.release', readers => 'everyone');
