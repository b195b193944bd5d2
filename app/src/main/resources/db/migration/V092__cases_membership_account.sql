-- When somebody leaves, her work is looked for by her account.
CREATE INDEX membership_account ON cases.membership (account);
