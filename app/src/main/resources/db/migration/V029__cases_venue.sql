CREATE TABLE cases.venue (
    LIKE journal.fact INCLUDING ALL,
    code        text NOT NULL UNIQUE CHECK (code ~ '^V-[0-9A-HJKMNP-TV-Z]{5}$'),
    kind        text NOT NULL CHECK (kind IN ('bar', 'karaoke', 'massage', 'guest-house', 'factory', 'boat', 'farm', 'building-site', 'home', 'online', 'other')),
    place       text CHECK (place ~ '^[0-9]{2}$'),
    address     vault.ref
);
COMMENT ON TABLE cases.venue IS 'Fact: a place of business or work that an agency watches; its scope is the agency. Codes only: everyone at work may read them.';
COMMENT ON COLUMN cases.venue.code IS 'What it is called in lists.';
COMMENT ON COLUMN cases.venue.kind IS 'What it is; org.romdoul.cases.Venue.Kind.';
COMMENT ON COLUMN cases.venue.place IS 'Code of the province.';
COMMENT ON COLUMN cases.venue.address IS 'Its name and address, sealed under the venue''s own key.';
SELECT ledger.protect('cases.venue', readers => 'everyone');
CREATE INDEX venue_scope ON cases.venue (scope, recorded_at DESC);

CREATE TABLE cases.inspection (
    LIKE journal.fact INCLUDING ALL,
    venue       uuid NOT NULL REFERENCES cases.venue,
    result      text NOT NULL CHECK (result IN ('nothing', 'people-at-risk', 'child', 'closed-down', 'refused-entry'))
);
COMMENT ON TABLE cases.inspection IS 'Fact: a venue was inspected.';
COMMENT ON COLUMN cases.inspection.venue IS 'Which.';
COMMENT ON COLUMN cases.inspection.result IS 'What was found; org.romdoul.cases.Inspection.Result.';
SELECT ledger.protect('cases.inspection', readers => 'everyone');
CREATE INDEX inspection_venue ON cases.inspection (venue);

CREATE TABLE cases.venue_link (
    LIKE journal.fact INCLUDING ALL,
    venue       uuid NOT NULL REFERENCES cases.venue,
    code        text NOT NULL,
    UNIQUE (scope, venue)
);
COMMENT ON TABLE cases.venue_link IS 'Fact: a venue has to do with a case.';
COMMENT ON COLUMN cases.venue_link.venue IS 'Which venue.';
COMMENT ON COLUMN cases.venue_link.code IS 'Its code, for those who hold the case and not the register.';
SELECT ledger.protect('cases.venue_link');
