-- The hand that seals also lets one log succeed another: the new log, the fact that says so and its leaf come in one transaction. The
-- fact holds the old log to what the record had of it then, too: whoever has its key must not shorten it afterwards, or add to it.
ALTER TABLE ledger.succession ADD COLUMN old_size bigint CHECK (old_size > 0);
ALTER TABLE ledger.succession ADD COLUMN old_root text CHECK (old_root ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN ledger.succession.old_size IS 'How many leaves of the old log the record had when it ended.';
COMMENT ON COLUMN ledger.succession.old_root IS 'The root over them, in hexadecimal.';
GRANT INSERT (old_size, old_root) ON ledger.succession TO romdoul_application;
GRANT INSERT (id, scope, happened, actor, behalf, supersedes, number, cause, origin, vkey, old_vkey, old_head, old_size, old_root, confirmed)
    ON ledger.succession TO romdoul_sequencer;
CREATE POLICY sequencer ON ledger.succession FOR INSERT TO romdoul_sequencer WITH CHECK (true);
