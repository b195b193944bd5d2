-- Whoever knew a staff number could bar that person from signing in. Wrong attempts now count against where they come from
-- (docs/decisions/0011): her own device has a count of its own, which nobody else can spend.
CREATE TABLE access.bucket (
    key          bytea PRIMARY KEY,
    failures     integer NOT NULL,
    at           timestamptz NOT NULL,
    barred_until timestamptz
);
COMMENT ON TABLE access.bucket IS 'Operational: wrong attempts to sign in, counted for one account from one device, from one place, from all strangers together.';
COMMENT ON COLUMN access.bucket.key IS 'HMAC of what is counted, so that the table names no account, device or place.';
COMMENT ON COLUMN access.bucket.failures IS 'Attempts that were not right; one is counted before it is judged.';
COMMENT ON COLUMN access.bucket.at IS 'The last one.';
COMMENT ON COLUMN access.bucket.barred_until IS 'No attempt from here is listened to before; grows with the failures.';
CREATE INDEX bucket_at ON access.bucket (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.bucket TO romdoul_application;

ALTER TABLE access.credential DROP COLUMN failures, DROP COLUMN locked_until;
