CREATE SCHEMA intake;
COMMENT ON SCHEMA intake IS 'Tips, and what became of them.';
GRANT USAGE ON SCHEMA intake TO romdoul_application, romdoul_auditor;

CREATE TABLE intake.tip (
    LIKE journal.fact INCLUDING ALL,
    code    text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    receipt bytea NOT NULL UNIQUE CHECK (octet_length(receipt) = 32),
    channel text NOT NULL CHECK (channel IN ('public', 'hotline', 'paper')),
    danger  text NOT NULL CHECK (danger IN ('yes', 'no', 'unknown')),
    words   vault.ref NOT NULL,
    place   vault.ref,
    contact vault.ref
);
COMMENT ON TABLE intake.tip IS 'Fact: somebody reports something. The tip is its own scope.';
COMMENT ON COLUMN intake.tip.code IS 'What staff call it.';
COMMENT ON COLUMN intake.tip.receipt IS 'HMAC-SHA-256 of the receipt that only the reporter holds.';
COMMENT ON COLUMN intake.tip.channel IS 'The public page, a call, a paper form.';
COMMENT ON COLUMN intake.tip.danger IS 'Whether somebody is in danger now, as the reporter sees it.';
COMMENT ON COLUMN intake.tip.words IS 'What happened, in the reporter''s words; sealed under the tip''s key.';
COMMENT ON COLUMN intake.tip.place IS 'Where, sealed.';
COMMENT ON COLUMN intake.tip.contact IS 'How the reporter may safely be reached, if at all; sealed.';
SELECT ledger.protect('intake.tip');

CREATE TABLE intake.triage (
    LIKE journal.fact INCLUDING ALL,
    outcome   text NOT NULL CHECK (outcome IN ('new_case', 'known_case', 'referred', 'closed')),
    case_file uuid,
    reason    vault.ref,
    CHECK ((case_file IS NOT NULL) = (outcome IN ('new_case', 'known_case'))),
    CHECK (reason IS NOT NULL OR outcome IN ('new_case', 'known_case'))
);
COMMENT ON TABLE intake.triage IS 'Fact: somebody decided what becomes of a tip. Nothing vanishes: without a case there is a reason.';
COMMENT ON COLUMN intake.triage.outcome IS 'A new case, part of a known one, referred to others, closed.';
COMMENT ON COLUMN intake.triage.case_file IS 'The case it became or joined.';
COMMENT ON COLUMN intake.triage.reason IS 'Why there is no case, sealed under the tip''s key.';
-- Two hands on one tip: the first decides, the second sees that it is decided.
CREATE UNIQUE INDEX triage_once ON intake.triage (scope) WHERE supersedes IS NULL;
SELECT ledger.protect('intake.triage');

-- What a receipt tells its holder, and no more. The public page has no account and may read nothing else.
CREATE FUNCTION intake.standing(asked bytea)
    RETURNS TABLE (recorded_at timestamptz, sealed boolean, outcome text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
        SELECT t.recorded_at, EXISTS (SELECT 1 FROM ledger.leaf l WHERE l.fact = t.id),
               (SELECT g.outcome FROM intake.triage g WHERE g.scope = t.id ORDER BY g.recorded_at DESC LIMIT 1)
          FROM intake.tip t WHERE t.receipt = asked
    $$;
COMMENT ON FUNCTION intake.standing(bytea) IS 'What became of the tip of a receipt.';
GRANT EXECUTE ON FUNCTION intake.standing(bytea) TO romdoul_application;
