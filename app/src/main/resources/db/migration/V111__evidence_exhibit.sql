CREATE SCHEMA evidence;
COMMENT ON SCHEMA evidence IS 'Exhibits, who holds them, and who was given copies.';
GRANT USAGE ON SCHEMA evidence TO romdoul_application, romdoul_auditor;

CREATE TABLE evidence.exhibit (
    LIKE journal.fact INCLUDING ALL,
    label         text NOT NULL CHECK (label ~ '^E[1-9][0-9]{0,5}$'),
    origin        text NOT NULL CHECK (origin IN ('seized', 'handed-in', 'produced', 'received')),
    place         text CHECK (place ~ '^[A-Z0-9][A-Z0-9-]{0,15}$'),
    seal          text CHECK (seal ~ '^[A-Z0-9][A-Z0-9./-]{0,31}$'),
    description   vault.ref NOT NULL,
    file          blobs.ref,
    file_name     vault.ref,
    declared_type text CHECK (declared_type ~ '^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$'),
    detected_type text CHECK (detected_type ~ '^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$'),
    unlike        boolean,
    UNIQUE (scope, label),
    CHECK ((file IS NULL) = (detected_type IS NULL) AND (file IS NULL) = (unlike IS NULL)),
    CHECK (file IS NOT NULL OR (file_name IS NULL AND declared_type IS NULL))
);
COMMENT ON TABLE evidence.exhibit IS 'Fact: something becomes an exhibit: a thing in a sealed bag, or a file. Who records it holds it.';
COMMENT ON COLUMN evidence.exhibit.label IS 'What pages, labels and courts call it: E1, E2, ...';
COMMENT ON COLUMN evidence.exhibit.origin IS 'How it came: seized, handed in by somebody, produced by us, received from another authority.';
COMMENT ON COLUMN evidence.exhibit.place IS 'Code of the place where it is kept.';
COMMENT ON COLUMN evidence.exhibit.seal IS 'Number on the seal of its bag; null: it was not sealed, which its custody shows.';
COMMENT ON COLUMN evidence.exhibit.description IS 'What it is and how it was come by, in words, sealed under the case''s key.';
COMMENT ON COLUMN evidence.exhibit.file IS 'The file, where it is one.';
COMMENT ON COLUMN evidence.exhibit.file_name IS 'The name the file had, sealed under the case''s key.';
COMMENT ON COLUMN evidence.exhibit.declared_type IS 'What the sender said the file is.';
COMMENT ON COLUMN evidence.exhibit.detected_type IS 'What its first bytes say it is. Nothing is ever renamed.';
COMMENT ON COLUMN evidence.exhibit.unlike IS 'Its first bytes say something else than its name or its sender.';
SELECT ledger.protect('evidence.exhibit');
