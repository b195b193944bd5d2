-- To be shown that somebody is called so is a reading of her name, as opening it is.
ALTER TABLE vault.reading DROP CONSTRAINT reading_kind_check;
ALTER TABLE vault.reading ADD CONSTRAINT reading_kind_check CHECK (kind IN ('content', 'identity', 'file', 'search', 'system'));
ALTER TABLE vault.reading ADD CONSTRAINT reading_search_check CHECK (kind <> 'search' OR (subject IS NOT NULL AND purpose IS NOT NULL));
COMMENT ON COLUMN vault.reading.kind IS
    'content: words of the scope, once a sitting; identity: a person''s name, for ten minutes; file: a file, once; search: a person whom a search for a name found; system: the audit, or making names findable.';
COMMENT ON COLUMN vault.reading.subject IS 'Whose identity, or which file, or whom a search found; of a search that found nobody, who searched.';
