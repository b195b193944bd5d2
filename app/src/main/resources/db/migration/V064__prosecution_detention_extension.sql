CREATE TABLE prosecution.detention_extension (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    detention    uuid NOT NULL,
    until        journal.edtf NOT NULL CHECK (until ~ '^\d{4}-\d\d-\d\d'),
    basis        text NOT NULL CHECK (basis ~ '^[A-Z]{2}[A-Za-z0-9 ._/-]{0,60}$')
);
COMMENT ON TABLE prosecution.detention_extension IS 'Fact: whoever may allow it lets a detention last longer.';
COMMENT ON COLUMN prosecution.detention_extension.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.detention_extension.detention IS 'Which detention.';
COMMENT ON COLUMN prosecution.detention_extension.until IS 'Until when: a day or a minute.';
COMMENT ON COLUMN prosecution.detention_extension.basis IS 'The article of law it rests on, as a code.';
CREATE INDEX detention_extension_scope ON prosecution.detention_extension (scope);
SELECT ledger.protect('prosecution.detention_extension');
