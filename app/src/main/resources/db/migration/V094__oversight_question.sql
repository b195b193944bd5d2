-- The oversight agency asks about an opening, whoever opened answers, and oversight says what it finds. Each question is a
-- scope of its own: the two of them read it, and nobody else.
CREATE TABLE oversight.question (
    LIKE journal.fact INCLUDING ALL,
    agency      uuid NOT NULL REFERENCES access.agency,
    account     uuid NOT NULL REFERENCES access.account,
    about       text NOT NULL CHECK (about IN ('emergency', 'identity')),
    opening     uuid NOT NULL,
    code        text NOT NULL CHECK (char_length(code) <= 16),
    words       vault.ref NOT NULL
);
COMMENT ON TABLE oversight.question IS 'Fact: oversight asks somebody why she opened something. Its scope is itself.';
COMMENT ON COLUMN oversight.question.agency IS 'The oversight agency that asks.';
COMMENT ON COLUMN oversight.question.account IS 'Who is asked.';
COMMENT ON COLUMN oversight.question.about IS 'An emergency opening of a case, or the opening of a name.';
COMMENT ON COLUMN oversight.question.opening IS 'The attempt (oversight.break_glass_attempt) or the reading (vault.reading).';
COMMENT ON COLUMN oversight.question.code IS 'The case''s code, for those who may not read the case.';
COMMENT ON COLUMN oversight.question.words IS 'The question, sealed under its own key.';
SELECT ledger.protect('oversight.question');
CREATE INDEX question_agency ON oversight.question (agency, recorded_at DESC);
CREATE INDEX question_account ON oversight.question (account, recorded_at DESC);
CREATE INDEX question_opening ON oversight.question (opening);

CREATE TABLE oversight.reply (
    LIKE journal.fact INCLUDING ALL,
    question    uuid NOT NULL UNIQUE REFERENCES oversight.question,
    words       vault.ref NOT NULL
);
COMMENT ON TABLE oversight.reply IS 'Fact: whoever was asked answers.';
COMMENT ON COLUMN oversight.reply.question IS 'Which question.';
COMMENT ON COLUMN oversight.reply.words IS 'Her answer, sealed under the question''s key.';
SELECT ledger.protect('oversight.reply');

CREATE TABLE oversight.finding (
    LIKE journal.fact INCLUDING ALL,
    question    uuid NOT NULL UNIQUE REFERENCES oversight.question,
    finding     text NOT NULL CHECK (finding IN ('in-order', 'not-in-order', 'referred')),
    words       vault.ref
);
COMMENT ON TABLE oversight.finding IS 'Fact: oversight says what it makes of an opening it asked about.';
COMMENT ON COLUMN oversight.finding.question IS 'Which question.';
COMMENT ON COLUMN oversight.finding.finding IS 'What it found; org.romdoul.oversight.Question.Finding.';
COMMENT ON COLUMN oversight.finding.words IS 'In words, sealed under the question''s key.';
SELECT ledger.protect('oversight.finding');

CREATE INDEX break_glass_attempt_actor ON oversight.break_glass_attempt (actor, recorded_at DESC);
