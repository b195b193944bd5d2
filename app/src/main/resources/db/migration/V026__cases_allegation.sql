CREATE TABLE cases.allegation (
    LIKE journal.fact INCLUDING ALL,
    contests    uuid REFERENCES cases.allegation,
    child       text NOT NULL CHECK (child IN ('yes', 'no', 'unknown')),
    acts        text[] NOT NULL CHECK (acts <@ ARRAY['recruitment', 'transportation', 'transfer', 'harbouring', 'receipt'] AND acts <> '{}'),
    means       text[] NOT NULL CHECK (means <@ ARRAY['force', 'abduction', 'fraud', 'deception', 'power', 'vulnerability', 'payment']),
    purposes    text[] NOT NULL CHECK (purposes <@ ARRAY['sexual', 'labour', 'slavery', 'servitude', 'organs', 'other'] AND purposes <> '{}'),
    place       text CHECK (place ~ '^[0-9]{2}$'),
    words       vault.ref NOT NULL,
    CHECK (contests IS NULL OR supersedes IS NULL),
    CHECK (child <> 'no' OR means <> '{}')
);
COMMENT ON TABLE cases.allegation IS 'Fact: what is alleged, in the three elements of the Palermo Protocol, art. 3: act, means, purpose.';
COMMENT ON COLUMN cases.allegation.contests IS 'The fact that another hand corrected first: both are kept until a person decides.';
COMMENT ON COLUMN cases.allegation.child IS 'Whether a person under 18 is concerned; then no means is needed (art. 3 c).';
COMMENT ON COLUMN cases.allegation.acts IS 'What was done; org.romdoul.cases.Allegation.Act.';
COMMENT ON COLUMN cases.allegation.means IS 'How; org.romdoul.cases.Allegation.Means.';
COMMENT ON COLUMN cases.allegation.purposes IS 'What for; org.romdoul.cases.Allegation.Purpose.';
COMMENT ON COLUMN cases.allegation.place IS 'Code of the province.';
COMMENT ON COLUMN cases.allegation.words IS 'The account in words, sealed under the case''s key.';
SELECT ledger.protect('cases.allegation');
CREATE INDEX allegation_scope ON cases.allegation (scope);

CREATE TABLE cases.allegation_choice (
    LIKE journal.fact INCLUDING ALL,
    contested   uuid NOT NULL UNIQUE REFERENCES cases.allegation,
    chosen      uuid NOT NULL REFERENCES cases.allegation,
    rejected    uuid NOT NULL REFERENCES cases.allegation,
    CHECK (chosen <> rejected AND contested IN (chosen, rejected))
);
COMMENT ON TABLE cases.allegation_choice IS 'Fact: somebody decides which of two corrections by two hands holds.';
COMMENT ON COLUMN cases.allegation_choice.contested IS 'The correction that came second.';
COMMENT ON COLUMN cases.allegation_choice.chosen IS 'The one that holds from now on.';
COMMENT ON COLUMN cases.allegation_choice.rejected IS 'The other.';
SELECT ledger.protect('cases.allegation_choice');
CREATE INDEX allegation_choice_scope ON cases.allegation_choice (scope);
