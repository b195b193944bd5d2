-- One log succeeds another, by two people: after a restored backup, or with a lost key (docs/formats/succession.md). Its leaf is
-- the first of the new log, and holds that log to what witnesses saw of the old one.
CREATE TABLE ledger.succession (LIKE journal.fact INCLUDING ALL,
    number     int NOT NULL UNIQUE CHECK (number > 1),
    cause      text NOT NULL CHECK (cause IN ('restored', 'key-lost')),
    origin     text NOT NULL,
    vkey       text NOT NULL,
    old_vkey   text NOT NULL,
    old_head   text NOT NULL,
    confirmed  uuid NOT NULL,
    CHECK (confirmed <> actor)
);
COMMENT ON TABLE ledger.succession IS 'Fact: a log ends and another succeeds it.';
COMMENT ON COLUMN ledger.succession.number IS 'The new log''s number.';
COMMENT ON COLUMN ledger.succession.cause IS 'restored: the record is a backup''s. key-lost: the old log''s key is gone, or others have it.';
COMMENT ON COLUMN ledger.succession.origin IS 'The new log''s origin.';
COMMENT ON COLUMN ledger.succession.vkey IS 'The new log''s public key.';
COMMENT ON COLUMN ledger.succession.old_vkey IS 'The old log''s public key.';
COMMENT ON COLUMN ledger.succession.old_head IS 'The last checkpoint of the old log that anybody holds, a signed note with its cosignatures.';
COMMENT ON COLUMN ledger.succession.confirmed IS 'The account of the second person.';
SELECT ledger.protect('ledger.succession', 'facts', 'everyone');
