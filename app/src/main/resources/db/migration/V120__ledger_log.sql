-- A log can end, with a restored backup or a lost key, and another succeeds it (docs/formats/succession.md). Whatever belongs to
-- a log says to which; chains go on across them.
CREATE TABLE ledger.log (
    number int PRIMARY KEY CHECK (number > 0),
    origin text NOT NULL UNIQUE,
    vkey   text NOT NULL UNIQUE,
    began  timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE ledger.log IS 'Ledger: the logs that this record has had; the last one grows.';
COMMENT ON COLUMN ledger.log.number IS 'Which, from 1; its leaves, tiles and checkpoints bear it.';
COMMENT ON COLUMN ledger.log.origin IS 'The first line of its checkpoints.';
COMMENT ON COLUMN ledger.log.vkey IS 'Its public key, for people; the audit takes the key from whoever asks.';
COMMENT ON COLUMN ledger.log.began IS 'When it was begun; no evidence, for people.';

ALTER TABLE ledger.leaf ADD COLUMN log int NOT NULL DEFAULT 1;
ALTER TABLE ledger.leaf DROP CONSTRAINT leaf_pkey, ADD PRIMARY KEY (log, index);
COMMENT ON COLUMN ledger.leaf.log IS 'The log it stands in.';

ALTER TABLE ledger.tile ADD COLUMN log int NOT NULL DEFAULT 1;
ALTER TABLE ledger.tile DROP CONSTRAINT tile_pkey, ADD PRIMARY KEY (log, level, n);
COMMENT ON COLUMN ledger.tile.log IS 'The log whose tree it is of.';

ALTER TABLE ledger.checkpoint ADD COLUMN log int NOT NULL DEFAULT 1;
ALTER TABLE ledger.checkpoint DROP CONSTRAINT checkpoint_pkey, ADD PRIMARY KEY (log, size);
COMMENT ON COLUMN ledger.checkpoint.log IS 'The log whose head it is.';

GRANT SELECT, INSERT ON ledger.log TO romdoul_sequencer;
GRANT SELECT ON ledger.log TO romdoul_application, romdoul_auditor;
