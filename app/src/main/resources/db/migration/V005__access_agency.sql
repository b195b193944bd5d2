CREATE TABLE access.agency (
    LIKE journal.fact INCLUDING ALL,
    code        text NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9-]{1,15}$'),
    kind        text NOT NULL,
    name        text NOT NULL
);
COMMENT ON TABLE access.agency IS 'Fact: an agency that works in the record: police, prosecution, court, shelter, hotline, monitor.';
COMMENT ON COLUMN access.agency.code IS 'Its short code, shown in lists.';
COMMENT ON COLUMN access.agency.kind IS 'police, prosecution, court, social, shelter, hotline, oversight, research, operations.';
COMMENT ON COLUMN access.agency.name IS 'Its public name.';
SELECT ledger.protect('access.agency', readers => 'everyone');
