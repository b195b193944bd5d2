CREATE TABLE access.account (
    LIKE journal.fact INCLUDING ALL,
    number      text NOT NULL UNIQUE CHECK (number ~ '^U-[0-9]{3,6}$'),
    role        text NOT NULL,
    name        vault.ref NOT NULL
);
COMMENT ON TABLE access.account IS 'Fact: a person who works in the record, known to others by her number.';
COMMENT ON COLUMN access.account.number IS 'Her staff number, U-031: what others see of her.';
COMMENT ON COLUMN access.account.role IS 'What she does; org.romdoul.access.Role.';
COMMENT ON COLUMN access.account.name IS 'Her name, sealed under the account''s own key.';
SELECT ledger.protect('access.account', readers => 'everyone');
CREATE INDEX account_agency ON access.account (scope);

CREATE TABLE access.suspension (
    LIKE journal.fact INCLUDING ALL,
    account     uuid NOT NULL REFERENCES access.account,
    lifted      boolean NOT NULL
);
COMMENT ON TABLE access.suspension IS 'Fact: an account is suspended, or let in again; the last one counts.';
COMMENT ON COLUMN access.suspension.account IS 'Whose account.';
COMMENT ON COLUMN access.suspension.lifted IS 'True: she is let in again.';
SELECT ledger.protect('access.suspension', readers => 'everyone');
CREATE INDEX suspension_account ON access.suspension (account, recorded_at DESC);
