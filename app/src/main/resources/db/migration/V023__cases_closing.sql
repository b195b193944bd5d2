CREATE TABLE cases.closing (
    LIKE journal.fact INCLUDING ALL,
    reason      text NOT NULL CHECK (reason IN ('final-judgment', 'no-crime', 'no-evidence', 'no-suspect', 'joined', 'no-jurisdiction', 'other')),
    words       vault.ref NOT NULL
);
COMMENT ON TABLE cases.closing IS 'Fact: somebody proposes that a case be closed.';
COMMENT ON COLUMN cases.closing.reason IS 'Why; org.romdoul.cases.Closing.Reason.';
COMMENT ON COLUMN cases.closing.words IS 'Why, in words, sealed under the case''s key.';
SELECT ledger.protect('cases.closing');
CREATE INDEX closing_scope ON cases.closing (scope, recorded_at DESC);

CREATE TABLE cases.closing_answer (
    LIKE journal.fact INCLUDING ALL,
    closing     uuid NOT NULL UNIQUE REFERENCES cases.closing,
    accepted    boolean NOT NULL,
    words       vault.ref
);
COMMENT ON TABLE cases.closing_answer IS 'Fact: a second person has read the proposal: the case is closed, or given back.';
COMMENT ON COLUMN cases.closing_answer.closing IS 'The proposal.';
COMMENT ON COLUMN cases.closing_answer.accepted IS 'True: closed.';
COMMENT ON COLUMN cases.closing_answer.words IS 'What is missing, sealed under the case''s key.';
SELECT ledger.protect('cases.closing_answer');
CREATE INDEX closing_answer_scope ON cases.closing_answer (scope);

CREATE FUNCTION cases.second_reader() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM cases.closing c WHERE c.id = NEW.closing AND (c.actor = NEW.actor OR c.scope <> NEW.scope)) THEN
        RAISE EXCEPTION 'nobody answers her own proposal to close a case' USING ERRCODE = 'RM002';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION cases.second_reader() IS 'The last guard of the second reader, below the program''s own.';
CREATE TRIGGER second_reader BEFORE INSERT ON cases.closing_answer FOR EACH ROW EXECUTE FUNCTION cases.second_reader();

CREATE TABLE cases.reopening (
    LIKE journal.fact INCLUDING ALL,
    closing     uuid NOT NULL UNIQUE REFERENCES cases.closing,
    reason      text NOT NULL CHECK (reason IN ('new-evidence', 'new-person', 'court-order', 'closed-in-error', 'other')),
    words       vault.ref NOT NULL
);
COMMENT ON TABLE cases.reopening IS 'Fact: a closed case is opened again.';
COMMENT ON COLUMN cases.reopening.closing IS 'The closing it undoes; one closing is undone once.';
COMMENT ON COLUMN cases.reopening.reason IS 'Why; org.romdoul.cases.Reopening.Reason.';
COMMENT ON COLUMN cases.reopening.words IS 'Why, in words, sealed under the case''s key.';
SELECT ledger.protect('cases.reopening');
CREATE INDEX reopening_scope ON cases.reopening (scope);
