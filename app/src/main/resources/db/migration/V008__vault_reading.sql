CREATE TABLE vault.reading (
    LIKE journal.fact INCLUDING ALL,
    kind        text NOT NULL CHECK (kind IN ('content', 'identity', 'system')),
    sitting     uuid NOT NULL,
    subject     uuid,
    purpose     text,
    reason      vault.ref,
    CHECK (kind <> 'identity' OR (subject IS NOT NULL AND purpose IS NOT NULL))
);
COMMENT ON TABLE vault.reading IS 'Fact: somebody opened sealed values. Sealed in a chain beside the scope''s own, so that readers never wait for writers.';
COMMENT ON COLUMN vault.reading.kind IS 'content: words of the scope, once a sitting; identity: a person''s name, for ten minutes; system: the audit.';
COMMENT ON COLUMN vault.reading.sitting IS 'The sign-in it belongs to.';
COMMENT ON COLUMN vault.reading.subject IS 'Whose identity.';
COMMENT ON COLUMN vault.reading.purpose IS 'A purpose from the list.';
COMMENT ON COLUMN vault.reading.reason IS 'Her reason in words, sealed.';
CREATE UNIQUE INDEX reading_sitting ON vault.reading (scope, actor, sitting) WHERE kind = 'content';
CREATE INDEX reading_identity ON vault.reading (subject, actor, recorded_at DESC) WHERE kind = 'identity';
SELECT ledger.protect('vault.reading', label => 'readings');
