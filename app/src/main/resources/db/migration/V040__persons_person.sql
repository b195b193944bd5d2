CREATE SCHEMA persons;
COMMENT ON SCHEMA persons IS 'People in cases: what they are to the case, and, sealed, who they are.';
GRANT USAGE ON SCHEMA persons TO romdoul_application, romdoul_auditor;

CREATE TABLE persons.person (
    LIKE journal.fact INCLUDING ALL,
    part  text NOT NULL CHECK (part IN ('presumed_victim', 'suspect', 'witness', 'companion')),
    label text NOT NULL CHECK (label ~ '^[VSWC][1-9][0-9]{0,3}$'),
    sex   text NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')),
    age   text NOT NULL CHECK (age IN ('child', 'adult', 'unknown')),
    UNIQUE (scope, label)
);
COMMENT ON TABLE persons.person IS 'Fact: a person is registered in a case. The same person in another case is another row; a link between them is a later fact.';
COMMENT ON COLUMN persons.person.part IS 'What she is to the case.';
COMMENT ON COLUMN persons.person.label IS 'What pages call her: V1, S1, W1, C1.';
COMMENT ON COLUMN persons.person.sex IS 'As far as known.';
COMMENT ON COLUMN persons.person.age IS 'Child or adult at the time, as far as known.';
SELECT ledger.protect('persons.person');
