CREATE TABLE evidence.disclosure (
    LIKE journal.fact INCLUDING ALL,
    subject         uuid NOT NULL REFERENCES evidence.exhibit,
    copy            int NOT NULL CHECK (copy > 0),
    recipient       text NOT NULL CHECK (recipient IN ('defence', 'prosecution', 'court', 'expert', 'authority', 'other')),
    recipient_words vault.ref NOT NULL,
    order_words     vault.ref NOT NULL,
    medium          text NOT NULL CHECK (medium IN ('paper', 'disc', 'drive', 'network')),
    sha256          text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    UNIQUE (scope, copy)
);
COMMENT ON TABLE evidence.disclosure IS 'Fact: a copy of an exhibit is given out on an order.';
COMMENT ON COLUMN evidence.disclosure.subject IS 'The exhibit.';
COMMENT ON COLUMN evidence.disclosure.copy IS 'Number of the copy in its case, written on it.';
COMMENT ON COLUMN evidence.disclosure.recipient IS 'Who has it, as a kind.';
COMMENT ON COLUMN evidence.disclosure.recipient_words IS 'Who has it, in words, sealed under the case''s key.';
COMMENT ON COLUMN evidence.disclosure.order_words IS 'On what order, in words, sealed under the case''s key.';
COMMENT ON COLUMN evidence.disclosure.medium IS 'On what.';
COMMENT ON COLUMN evidence.disclosure.sha256 IS 'Of the file that was copied, hashed again at that moment as it is stored and found intact; null where it is a thing.';
SELECT ledger.protect('evidence.disclosure');
CREATE INDEX disclosure_subject ON evidence.disclosure (subject);

CREATE TABLE evidence.disclosure_end (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL REFERENCES evidence.exhibit,
    disclosure  uuid NOT NULL UNIQUE REFERENCES evidence.disclosure,
    outcome     text NOT NULL CHECK (outcome IN ('returned', 'destroyed'))
);
COMMENT ON TABLE evidence.disclosure_end IS 'Fact: a copy came back, or was destroyed.';
COMMENT ON COLUMN evidence.disclosure_end.subject IS 'The exhibit.';
COMMENT ON COLUMN evidence.disclosure_end.disclosure IS 'Which copy.';
COMMENT ON COLUMN evidence.disclosure_end.outcome IS 'returned or destroyed.';
SELECT ledger.protect('evidence.disclosure_end');
