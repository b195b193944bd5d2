CREATE TABLE persons.wish (
    LIKE journal.fact INCLUDING ALL,
    subject uuid NOT NULL REFERENCES persons.person,
    words   vault.ref NOT NULL
);
COMMENT ON TABLE persons.wish IS 'Fact: what the person herself wants, in her words; the last one counts, the earlier ones stay.';
COMMENT ON COLUMN persons.wish.subject IS 'The person in the case.';
COMMENT ON COLUMN persons.wish.words IS 'Her words, sealed under the case''s key.';
SELECT ledger.protect('persons.wish');
CREATE INDEX wish_subject ON persons.wish (subject, recorded_at DESC);
