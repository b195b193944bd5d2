CREATE TABLE intake.briefing (
    LIKE journal.fact INCLUDING ALL,
    tip   uuid NOT NULL REFERENCES intake.tip (id),
    code  text NOT NULL CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    words vault.ref NOT NULL,
    place vault.ref,
    UNIQUE (scope, tip)
);
COMMENT ON TABLE intake.briefing IS 'Fact: the tip desk tells those who work on a case what a tip says; its scope is the case. How to reach the reporter stays with the desk.';
COMMENT ON COLUMN intake.briefing.tip IS 'The tip.';
COMMENT ON COLUMN intake.briefing.code IS 'What staff call it.';
COMMENT ON COLUMN intake.briefing.words IS 'What happened, in the reporter''s words; sealed under the case''s key.';
COMMENT ON COLUMN intake.briefing.place IS 'Where, sealed.';
SELECT ledger.protect('intake.briefing');
