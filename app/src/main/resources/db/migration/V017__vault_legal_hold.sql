CREATE TABLE vault.legal_hold (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL,
    ground      text NOT NULL CHECK (ground IN ('investigation', 'trial', 'appeal', 'court-order')),
    lifted      boolean NOT NULL
);
COMMENT ON TABLE vault.legal_hold IS 'Fact: a person''s data must not be erased for now, or may be again; the last one counts.';
COMMENT ON COLUMN vault.legal_hold.subject IS 'Whose data.';
COMMENT ON COLUMN vault.legal_hold.ground IS 'What the data are needed for.';
COMMENT ON COLUMN vault.legal_hold.lifted IS 'True: nothing is in the way any more.';
SELECT ledger.protect('vault.legal_hold', readers => 'everyone');
CREATE INDEX legal_hold_subject ON vault.legal_hold (subject, recorded_at DESC);
