CREATE TABLE cases.break_glass_attempt (
    LIKE journal.fact INCLUDING ALL,
    told        uuid NOT NULL REFERENCES access.agency,
    typed       text NOT NULL CHECK (char_length(typed) <= 16),
    reason      text NOT NULL CHECK (reason IN ('danger', 'duty', 'unreachable', 'other')),
    granted     boolean NOT NULL,
    until       timestamptz
);
COMMENT ON TABLE cases.break_glass_attempt IS 'Fact: somebody tried to open a case she does not hold; its scope is her agency. Recorded whatever came of it, before anything is shown.';
COMMENT ON COLUMN cases.break_glass_attempt.told IS 'The oversight agency that is told.';
COMMENT ON COLUMN cases.break_glass_attempt.typed IS 'The code she typed, as far as it can be one.';
COMMENT ON COLUMN cases.break_glass_attempt.reason IS 'Her reason; org.romdoul.cases.BreakGlass.Reason.';
COMMENT ON COLUMN cases.break_glass_attempt.granted IS 'Whether it opened. Why it did not is nowhere written.';
COMMENT ON COLUMN cases.break_glass_attempt.until IS 'Until when.';
SELECT ledger.protect('cases.break_glass_attempt');
CREATE INDEX break_glass_attempt_told ON cases.break_glass_attempt (told, recorded_at DESC);
CREATE INDEX break_glass_attempt_scope ON cases.break_glass_attempt (scope, recorded_at DESC);
CREATE POLICY oversight ON cases.break_glass_attempt FOR SELECT TO romdoul_application
    USING (told = ANY (access.hats()) OR scope = ANY (access.hats()));

CREATE TABLE cases.break_glass (
    LIKE journal.fact INCLUDING ALL,
    attempt     uuid NOT NULL UNIQUE REFERENCES cases.break_glass_attempt,
    reason      text NOT NULL,
    words       vault.ref NOT NULL,
    until       timestamptz NOT NULL
);
COMMENT ON TABLE cases.break_glass IS 'Fact: a case was opened in an emergency by somebody who does not hold it; its owner sees who and why.';
COMMENT ON COLUMN cases.break_glass.attempt IS 'The attempt, of which oversight was told.';
COMMENT ON COLUMN cases.break_glass.reason IS 'As in the attempt.';
COMMENT ON COLUMN cases.break_glass.words IS 'Her reason in words, sealed under the case''s key.';
COMMENT ON COLUMN cases.break_glass.until IS 'When it ends by itself; at most three hours.';
SELECT ledger.protect('cases.break_glass');
CREATE INDEX break_glass_scope ON cases.break_glass (scope, recorded_at DESC);
CREATE FUNCTION cases.at_most_three_hours() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.until > NEW.recorded_at + interval '3 hours 1 minute' THEN
        RAISE EXCEPTION 'a case opened in an emergency stays open for at most three hours' USING ERRCODE = 'RM003';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION cases.at_most_three_hours() IS 'The last guard of break-glass, below the program''s own; a minute for two clocks that differ.';
CREATE TRIGGER at_most_three_hours BEFORE INSERT ON cases.break_glass FOR EACH ROW EXECUTE FUNCTION cases.at_most_three_hours();
