-- The register of venues is read by other people than the cases that name its venues: it becomes a room of its own. No page and no
-- command has ever written these tables; where one holds a row all the same, its leaves name its old place, and it must not move.
DO $$
DECLARE
    fact text;
    held boolean;
BEGIN
    FOREACH fact IN ARRAY ARRAY['venue', 'inspection', 'venue_link'] LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM cases.%I)', fact) INTO held;
        IF held THEN RAISE EXCEPTION 'cases.% holds facts and cannot move', fact; END IF;
    END LOOP;
END $$;

CREATE SCHEMA venues;
COMMENT ON SCHEMA venues IS 'The register of venues: codes for everybody at work, addresses sealed; their inspections; the cases that name them.';
GRANT USAGE ON SCHEMA venues TO romdoul_application, romdoul_auditor;

ALTER TABLE cases.venue SET SCHEMA venues;
ALTER TABLE cases.inspection SET SCHEMA venues;
ALTER TABLE cases.venue_link SET SCHEMA venues;
COMMENT ON COLUMN venues.venue.kind IS 'What it is; org.romdoul.venues.Venue.Kind.';
COMMENT ON COLUMN venues.inspection.result IS 'What was found; org.romdoul.venues.Inspection.Result.';
COMMENT ON COLUMN venues.venue_link.code IS 'Its code as it was when the case named it, so that the case reads whole in a bundle.';

-- The register is read on from the last venue seen; of each, its last inspection is shown.
CREATE INDEX venue_newest ON venues.venue (id DESC);
DROP INDEX venues.inspection_venue;
CREATE INDEX inspection_venue ON venues.inspection (venue, recorded_at DESC);
CREATE INDEX venue_link_venue ON venues.venue_link (venue, scope DESC);
CREATE INDEX venue_link_scope ON venues.venue_link (scope);

-- A venue that a case named by mistake may be named again later.
ALTER TABLE venues.venue_link DROP CONSTRAINT venue_link_scope_venue_key;

CREATE TABLE venues.venue_link_end (
    LIKE journal.fact INCLUDING ALL,
    venue_link  uuid NOT NULL UNIQUE REFERENCES venues.venue_link
);
COMMENT ON TABLE venues.venue_link_end IS 'Fact: a case names a venue no longer.';
COMMENT ON COLUMN venues.venue_link_end.venue_link IS 'The naming that it takes back.';
SELECT ledger.protect('venues.venue_link_end');
CREATE INDEX venue_link_end_scope ON venues.venue_link_end (scope);
