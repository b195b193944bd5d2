-- A fact holds a reference: id ~ size ~ SHA-256 ~ stored size ~ SHA-256 of what is stored, the hashes in hexadecimal. So the leaf
-- proves both what was handed in and what is kept, and `sha256sum` of either is found in it by eye.
CREATE SCHEMA blobs;
COMMENT ON SCHEMA blobs IS 'References to files; the files themselves are in a store outside the database.';
GRANT USAGE ON SCHEMA blobs TO romdoul_application, romdoul_auditor;

CREATE DOMAIN blobs.ref AS text
    CHECK (VALUE ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}~[0-9]{1,18}~[0-9a-f]{64}~[0-9]{1,18}~[0-9a-f]{64}$');
COMMENT ON DOMAIN blobs.ref IS 'A file: id, bytes and SHA-256 as handed in, bytes and SHA-256 as stored.';

-- Opening a file is a reading, as opening a name is.
ALTER TABLE vault.reading DROP CONSTRAINT reading_kind_check;
ALTER TABLE vault.reading ADD CONSTRAINT reading_kind_check CHECK (kind IN ('content', 'identity', 'file', 'system'));
ALTER TABLE vault.reading ADD CONSTRAINT reading_file_check CHECK (kind <> 'file' OR (subject IS NOT NULL AND purpose IS NOT NULL));
COMMENT ON COLUMN vault.reading.kind IS
    'content: words of the scope, once a sitting; identity: a person''s name, for ten minutes; file: a file, once; system: the audit.';
COMMENT ON COLUMN vault.reading.subject IS 'Whose identity, or which file.';
CREATE INDEX reading_subject ON vault.reading (scope, subject, recorded_at DESC) WHERE subject IS NOT NULL;
