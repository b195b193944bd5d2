-- What witnesses vouched for (C2SP tlog-cosignature). Not a fact of ours: nobody here did it, nobody here could make one, and a
-- leaf for each would make a checkpoint for each, and that another cosignature, without end.
CREATE TABLE ledger.cosignature (
    log     int NOT NULL,
    size    bigint NOT NULL,
    witness text NOT NULL,
    line    text NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (log, size, witness),
    FOREIGN KEY (log, size) REFERENCES ledger.checkpoint
);
COMMENT ON TABLE ledger.cosignature IS 'Ledger: witnesses'' signatures under checkpoints, each verified before it was kept.';
COMMENT ON COLUMN ledger.cosignature.log IS 'The checkpoint''s log.';
COMMENT ON COLUMN ledger.cosignature.size IS 'The checkpoint''s size: the witness vouches for it and for every smaller one.';
COMMENT ON COLUMN ledger.cosignature.witness IS 'The witness''s public key (vkey).';
COMMENT ON COLUMN ledger.cosignature.line IS 'The signature line, as it goes under the checkpoint.';
COMMENT ON COLUMN ledger.cosignature.at IS 'The witness''s time, which it signed.';
CREATE INDEX cosignature_reach ON ledger.cosignature (log, witness, size);

GRANT SELECT, INSERT ON ledger.cosignature TO romdoul_sequencer;
GRANT SELECT ON ledger.cosignature TO romdoul_application, romdoul_auditor;
