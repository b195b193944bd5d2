CREATE TABLE access.attempt (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    origin  bytea NOT NULL,
    account uuid,
    outcome text NOT NULL CHECK (outcome IN ('password', 'second-factor', 'refused', 'held'))
);
COMMENT ON TABLE access.attempt IS 'Operational: attempts to sign in, kept for ninety days; how many came from one place is counted here, for all nodes.';
COMMENT ON COLUMN access.attempt.id IS 'Its own.';
COMMENT ON COLUMN access.attempt.at IS 'When.';
COMMENT ON COLUMN access.attempt.origin IS 'HMAC of the network address, so that the table names no place.';
COMMENT ON COLUMN access.attempt.account IS 'Whose account was tried; null where there is none of that number.';
COMMENT ON COLUMN access.attempt.outcome IS 'password: the password was right; second-factor: she is in; refused: something was wrong; held: not listened to.';
CREATE INDEX attempt_origin ON access.attempt (origin, at);
CREATE INDEX attempt_at ON access.attempt (at);
GRANT SELECT, INSERT, DELETE ON access.attempt TO romdoul_application;
