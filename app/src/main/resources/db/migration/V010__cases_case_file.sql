CREATE SCHEMA cases;
COMMENT ON SCHEMA cases IS 'The case file and who holds it.';
GRANT USAGE ON SCHEMA cases TO romdoul_application, romdoul_auditor;

CREATE TABLE cases.case_file (
    LIKE journal.fact INCLUDING ALL,
    code        text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    agency      uuid NOT NULL REFERENCES access.agency,
    origin      text NOT NULL CHECK (origin IN ('tip', 'allegation', 'docket')),
    place       text
);
COMMENT ON TABLE cases.case_file IS 'Fact: a case begins.';
COMMENT ON COLUMN cases.case_file.code IS 'A random code, all that lists and addresses show of it.';
COMMENT ON COLUMN cases.case_file.agency IS 'The agency that opened it.';
COMMENT ON COLUMN cases.case_file.origin IS 'What it began from; a docket is an imported one and starts no clocks.';
COMMENT ON COLUMN cases.case_file.place IS 'Code of the place, as coarse as a province.';
SELECT ledger.protect('cases.case_file');
