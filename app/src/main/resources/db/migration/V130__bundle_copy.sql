CREATE SCHEMA bundle;
COMMENT ON SCHEMA bundle IS 'Copies of cases for courts.';
GRANT USAGE ON SCHEMA bundle TO romdoul_application, romdoul_auditor;

CREATE TABLE bundle.copy (
    LIKE journal.fact INCLUDING ALL,
    number      integer NOT NULL CHECK (number > 0),
    recipient   vault.ref NOT NULL,
    ordered     vault.ref NOT NULL,
    contents    text NOT NULL CHECK (contents ~ '^[0-9a-f]{64}$'),
    UNIQUE (scope, number)
);
COMMENT ON TABLE bundle.copy IS 'Fact: a copy of the case is made for somebody; in that copy it is the case''s signed head.';
COMMENT ON COLUMN bundle.copy.number IS 'Which copy of the case, from 1.';
COMMENT ON COLUMN bundle.copy.recipient IS 'Whom it is for, in words, sealed under the case''s key.';
COMMENT ON COLUMN bundle.copy.ordered IS 'On what order, in words, sealed under the case''s key.';
COMMENT ON COLUMN bundle.copy.contents IS 'SHA-256 of the list of what it discloses and withholds (docs/formats/bundle.md).';
SELECT ledger.protect('bundle.copy');

-- After the copy, since the copy commits to the list and the list cannot hold its own place.
CREATE TABLE bundle.kept (
    LIKE journal.fact INCLUDING ALL,
    copy        uuid NOT NULL UNIQUE REFERENCES bundle.copy,
    pages       vault.ref NOT NULL
);
COMMENT ON TABLE bundle.kept IS 'Fact: the list and the pages of a copy, kept sealed, so that the same copy can be given again.';
COMMENT ON COLUMN bundle.kept.copy IS 'The copy.';
COMMENT ON COLUMN bundle.kept.pages IS 'List and pages by name, sealed under the case''s key.';
SELECT ledger.protect('bundle.kept');
