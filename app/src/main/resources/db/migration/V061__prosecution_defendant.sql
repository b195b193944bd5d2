CREATE TABLE prosecution.defendant (
    LIKE journal.fact INCLUDING ALL,
    defendant    uuid NOT NULL,
    subject      uuid,
    label        text NOT NULL CHECK (label ~ '^[A-Z]{1,2}[0-9]{1,4}$'),
    role         text NOT NULL CHECK (role IN ('trafficker', 'recruiter', 'pimp_or_venue_owner', 'customer', 'complicit_official', 'unknown')),
    sex          text NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')),
    age_at_arrest int CHECK (age_at_arrest BETWEEN 0 AND 120)
);
COMMENT ON TABLE prosecution.defendant IS 'Fact: a person of the case stands accused, in a role in the crime.';
COMMENT ON COLUMN prosecution.defendant.defendant IS 'The accused: the fact that first says so; a correction keeps it. Court facts name it as their subject.';
COMMENT ON COLUMN prosecution.defendant.subject IS 'The person in the case; null in a docket, where nobody is known by name.';
COMMENT ON COLUMN prosecution.defendant.label IS 'What lists call the accused: S1 as in the case, D1 in a docket.';
COMMENT ON COLUMN prosecution.defendant.role IS 'The role in the crime, as alleged.';
COMMENT ON COLUMN prosecution.defendant.sex IS 'Sex, as far as known.';
COMMENT ON COLUMN prosecution.defendant.age_at_arrest IS 'Age in years at the arrest, where known.';
CREATE INDEX defendant_scope ON prosecution.defendant (scope);
CREATE INDEX defendant_defendant ON prosecution.defendant (defendant);
SELECT ledger.protect('prosecution.defendant');
