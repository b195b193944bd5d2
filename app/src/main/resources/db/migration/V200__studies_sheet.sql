-- A sheet says who went there, and what the place turned out to be; the day of the visit is the fact's own `happened`. Sheets typed
-- before this was asked have no collector, and their `happened` is when they were typed.
ALTER TABLE studies.entry
    ADD COLUMN collector  text CHECK (collector ~ '^[A-Z0-9-]{1,12}$'),
    ADD COLUMN found_type text CHECK (length(found_type) BETWEEN 1 AND 40);
COMMENT ON COLUMN studies.entry.replacement IS 'The venue of the reserve that was seen instead, as the paper says.';
COMMENT ON COLUMN studies.entry.collector IS 'The number of whoever went there, as the paper says; null where nobody went.';
COMMENT ON COLUMN studies.entry.found_type IS 'The stratum whose kind the place turned out to be of; null: as listed.';
GRANT INSERT (collector, found_type) ON studies.entry TO romdoul_application;

ALTER TABLE studies.recount ADD COLUMN collector text CHECK (collector ~ '^[A-Z0-9-]{1,12}$');
COMMENT ON COLUMN studies.recount.collector IS 'The number of whoever counted again: somebody else than the sheet names.';
GRANT INSERT (collector) ON studies.recount TO romdoul_application;
