CREATE TABLE persons.identity (
    LIKE journal.fact INCLUDING ALL,
    subject  uuid NOT NULL REFERENCES persons.person,
    contests uuid REFERENCES persons.identity,
    local    vault.ref,
    latin    vault.ref,
    alias    vault.ref,
    phone    vault.ref,
    address  vault.ref,
    born     vault.ref,
    CHECK (contests IS NULL OR supersedes IS NULL)
);
COMMENT ON TABLE persons.identity IS 'Fact: who a person is said to be; every value sealed under the person''s own key.';
COMMENT ON COLUMN persons.identity.subject IS 'The person in the case.';
COMMENT ON COLUMN persons.identity.contests IS 'The fact that another hand corrected first: both are kept until a person decides.';
COMMENT ON COLUMN persons.identity.local IS 'Name in Khmer or another script, as she writes it.';
COMMENT ON COLUMN persons.identity.latin IS 'Name in Latin letters, as on a document.';
COMMENT ON COLUMN persons.identity.alias IS 'Other names.';
COMMENT ON COLUMN persons.identity.phone IS 'Phone, as typed.';
COMMENT ON COLUMN persons.identity.address IS 'Address.';
COMMENT ON COLUMN persons.identity.born IS 'Date of birth, EDTF.';
SELECT ledger.protect('persons.identity');
CREATE INDEX identity_subject ON persons.identity (subject);

CREATE TABLE persons.identity_choice (
    LIKE journal.fact INCLUDING ALL,
    subject uuid NOT NULL REFERENCES persons.person,
    chosen  uuid NOT NULL REFERENCES persons.identity,
    dropped uuid NOT NULL UNIQUE REFERENCES persons.identity
);
COMMENT ON TABLE persons.identity_choice IS 'Fact: of two hands on one identity, a person decided which holds.';
COMMENT ON COLUMN persons.identity_choice.subject IS 'The person in the case.';
COMMENT ON COLUMN persons.identity_choice.chosen IS 'The one that holds.';
COMMENT ON COLUMN persons.identity_choice.dropped IS 'The one that does not.';
SELECT ledger.protect('persons.identity_choice');
CREATE INDEX identity_choice_subject ON persons.identity_choice (subject);
