-- The schemas of the ground floor. The roles exist already (database/roles.sql); one schema a room.
CREATE SCHEMA ledger;
CREATE SCHEMA journal;
CREATE SCHEMA access;
CREATE SCHEMA vault;

COMMENT ON SCHEMA ledger IS 'The Merkle log: what is pending, its leaves, tiles and signed checkpoints.';
COMMENT ON SCHEMA journal IS 'One line a fact, for the timeline.';
COMMENT ON SCHEMA access IS 'Who people are and what they may read.';
COMMENT ON SCHEMA vault IS 'Sealed values: ciphertext only, the keys live in another database.';

GRANT USAGE ON SCHEMA ledger, journal, access, vault TO romdoul_application, romdoul_auditor;
GRANT USAGE ON SCHEMA ledger TO romdoul_sequencer;
