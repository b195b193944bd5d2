CREATE TABLE access.reset (
    LIKE journal.fact INCLUDING ALL,
    account     uuid NOT NULL REFERENCES access.account
);
COMMENT ON TABLE access.reset IS 'Fact: somebody else gave an account a new one-time password and a new second factor.';
COMMENT ON COLUMN access.reset.account IS 'Whose account.';
SELECT ledger.protect('access.reset', readers => 'everyone');
CREATE INDEX reset_account ON access.reset (account);
