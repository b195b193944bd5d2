CREATE SCHEMA prosecution;
COMMENT ON SCHEMA prosecution IS 'From the charge to the final judgment.';
GRANT USAGE ON SCHEMA prosecution TO romdoul_application, romdoul_auditor, romdoul_publication;

CREATE TABLE prosecution.docket (
    LIKE journal.fact INCLUDING ALL,
    code         text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    source       text NOT NULL CHECK (length(source) BETWEEN 1 AND 1000),
    jurisdiction text NOT NULL CHECK (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    censored     journal.edtf NOT NULL
);
COMMENT ON TABLE prosecution.docket IS 'Fact: a list of past prosecutions is taken in; its scope is the agency that does so.';
COMMENT ON COLUMN prosecution.docket.code IS 'What results call it.';
COMMENT ON COLUMN prosecution.docket.title IS 'Its public title.';
COMMENT ON COLUMN prosecution.docket.source IS 'Where it comes from and on what terms.';
COMMENT ON COLUMN prosecution.docket.jurisdiction IS 'ISO 3166 code of the country or its part.';
COMMENT ON COLUMN prosecution.docket.censored IS 'Until when the source watched: what had not happened by then is open there, not impossible.';
SELECT ledger.protect('prosecution.docket', readers => 'everyone');

CREATE TABLE prosecution.docket_case (
    LIKE journal.fact INCLUDING ALL,
    docket       uuid NOT NULL REFERENCES prosecution.docket
);
COMMENT ON TABLE prosecution.docket_case IS 'Fact: a case comes from a docket.';
COMMENT ON COLUMN prosecution.docket_case.docket IS 'Which.';
CREATE UNIQUE INDEX docket_case_scope ON prosecution.docket_case (scope);
SELECT ledger.protect('prosecution.docket_case');
