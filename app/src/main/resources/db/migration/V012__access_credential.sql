-- What lets a person in. No fact: it changes with every sign-in, and nobody but she needs to prove it.
CREATE TABLE access.credential (
    account      uuid PRIMARY KEY REFERENCES access.account,
    password     text NOT NULL,
    must_change  boolean NOT NULL,
    totp         bytea NOT NULL,
    totp_step    bigint,
    recovery     text[] NOT NULL DEFAULT '{}',
    failures     integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    language     text NOT NULL DEFAULT 'en'
);
COMMENT ON TABLE access.credential IS 'Operational: what lets a person in: password, second factor, recovery codes.';
COMMENT ON COLUMN access.credential.account IS 'Whose.';
COMMENT ON COLUMN access.credential.password IS 'Argon2id, with its parameters and salt.';
COMMENT ON COLUMN access.credential.must_change IS 'Somebody else made the password: she chooses her own before she is let in.';
COMMENT ON COLUMN access.credential.totp IS 'The secret of her second factor (RFC 6238), encrypted under the account''s key.';
COMMENT ON COLUMN access.credential.totp_step IS 'The last time step whose code was used, so that none is used twice; null until she has shown once that she holds the secret.';
COMMENT ON COLUMN access.credential.recovery IS 'SHA-256 of each recovery code not used yet.';
COMMENT ON COLUMN access.credential.failures IS 'Attempts since the last full sign-in.';
COMMENT ON COLUMN access.credential.locked_until IS 'No attempt is listened to before; grows with the failures.';
COMMENT ON COLUMN access.credential.language IS 'The language she reads: en, km, vi.';
GRANT SELECT, INSERT, UPDATE ON access.credential TO romdoul_application;
