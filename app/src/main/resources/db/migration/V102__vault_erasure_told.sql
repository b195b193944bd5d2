-- Who is told of a request for erasure is part of it, and so can be proven; and whoever may read the case reads the reason there.
ALTER TABLE vault.erasure_request ADD COLUMN told uuid REFERENCES access.agency, ADD COLUMN words vault.ref;
COMMENT ON COLUMN vault.erasure_request.reason IS 'Why, sealed under the request''s own key, for the oversight agency that is told.';
COMMENT ON COLUMN vault.erasure_request.told IS 'The oversight agency that is told.';
COMMENT ON COLUMN vault.erasure_request.words IS 'The same reason sealed under the case''s key, for whoever may read the case.';
GRANT INSERT (told, words) ON vault.erasure_request TO romdoul_application;

-- Until now whoever could read the case at that moment was written down as a reader of the request, which no fact repeats.
DELETE FROM access.reader r USING vault.erasure_request e WHERE r.scope = e.id;
