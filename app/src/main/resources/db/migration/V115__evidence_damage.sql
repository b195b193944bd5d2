CREATE TABLE evidence.damage (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL REFERENCES evidence.exhibit,
    code        text NOT NULL,
    agency      uuid NOT NULL REFERENCES access.agency,
    stored      text NOT NULL CHECK (stored IN ('missing', 'differs'))
);
COMMENT ON TABLE evidence.damage IS 'Fact: a stored file was found to be gone or not what was sealed; oversight and the leads are told. Codes only, so that oversight need not open the case.';
COMMENT ON COLUMN evidence.damage.subject IS 'The exhibit.';
COMMENT ON COLUMN evidence.damage.code IS 'What it is called.';
COMMENT ON COLUMN evidence.damage.agency IS 'The agency of whoever found it.';
COMMENT ON COLUMN evidence.damage.stored IS 'missing, or differs from what was sealed.';
SELECT ledger.protect('evidence.damage', readers => 'everyone');
CREATE INDEX damage_recorded ON evidence.damage (recorded_at);
CREATE INDEX damage_subject ON evidence.damage (subject);
