CREATE TABLE prosecution.charge (
    LIKE journal.fact INCLUDING ALL,
    subject      uuid NOT NULL,
    charge       uuid NOT NULL,
    statute      text NOT NULL CHECK (statute ~ '^[A-Za-z0-9][A-Za-z0-9 ._/():-]{0,63}$'),
    counts       int NOT NULL CHECK (counts BETWEEN 1 AND 9999),
    override     vault.ref
);
COMMENT ON TABLE prosecution.charge IS 'Fact: an accused is charged under a statute, with a number of counts.';
COMMENT ON COLUMN prosecution.charge.subject IS 'The accused.';
COMMENT ON COLUMN prosecution.charge.charge IS 'The charge: the fact that first says so; a correction keeps it.';
COMMENT ON COLUMN prosecution.charge.statute IS 'The article of law, as a code.';
COMMENT ON COLUMN prosecution.charge.counts IS 'How many counts.';
COMMENT ON COLUMN prosecution.charge.override IS 'Why a presumed victim is charged, in words; sealed under the case''s key.';
CREATE INDEX charge_scope ON prosecution.charge (scope);
CREATE INDEX charge_charge ON prosecution.charge (charge);
SELECT ledger.protect('prosecution.charge');
