-- The timeline of everything, one line a fact. Written by the same trigger that hands the fact to the ledger, so that no room can forget it.
CREATE TABLE journal.line (
    fact        uuid PRIMARY KEY,
    noun        text NOT NULL,
    scope       uuid NOT NULL,
    subject     uuid,
    happened    text NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor       uuid NOT NULL,
    behalf      uuid,
    supersedes  uuid
);
COMMENT ON TABLE journal.line IS 'Derived: one line a fact, in the order of the timeline.';
COMMENT ON COLUMN journal.line.fact IS 'The fact''s id.';
COMMENT ON COLUMN journal.line.noun IS 'The fact''s table, room.noun: also its message key.';
COMMENT ON COLUMN journal.line.scope IS 'The case, tip, operation, file or agency it belongs to.';
COMMENT ON COLUMN journal.line.subject IS 'Whom or what in the scope it is about: a person, a charge.';
COMMENT ON COLUMN journal.line.happened IS 'When it is said to have happened; EDTF, may be partial.';
COMMENT ON COLUMN journal.line.recorded_at IS 'When the server recorded it.';
COMMENT ON COLUMN journal.line.actor IS 'The account that recorded it.';
COMMENT ON COLUMN journal.line.behalf IS 'The account or person on whose behalf.';
COMMENT ON COLUMN journal.line.supersedes IS 'The fact it corrects.';
CREATE INDEX line_scope ON journal.line (scope, recorded_at);

ALTER TABLE journal.line ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON journal.line FOR SELECT TO romdoul_application USING (access.may_read(scope));
CREATE POLICY auditor ON journal.line FOR SELECT TO romdoul_auditor USING (true);
GRANT SELECT ON journal.line TO romdoul_application, romdoul_auditor;

-- A date as people know it: a day, a month, a year, a minute; '~' after it: about. The subset of EDTF (ISO 8601-2) that forms can make.
CREATE DOMAIN journal.edtf AS text
    CHECK (VALUE ~ '^\d{4}(-\d\d(-\d\d(T\d\d:\d\dZ)?)?)?~?$' OR VALUE = 'XXXX');
COMMENT ON DOMAIN journal.edtf IS 'A partial date: 2011, 2011-04, 2011-04-15, 2011-04-15T13:45Z, each with ~ for about; XXXX is unknown.';

-- What every fact says before it says anything else. Fact tables are made LIKE this one, so that it is written once.
CREATE TABLE journal.fact (
    id          uuid PRIMARY KEY,
    scope       uuid NOT NULL,
    happened    journal.edtf NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor       uuid NOT NULL,
    behalf      uuid,
    supersedes  uuid UNIQUE
);
COMMENT ON TABLE journal.fact IS 'Template: the columns of every fact table; holds no rows.';
COMMENT ON COLUMN journal.fact.id IS 'The fact.';
COMMENT ON COLUMN journal.fact.scope IS 'The case, tip, operation, file or agency it belongs to.';
COMMENT ON COLUMN journal.fact.happened IS 'When it is said to have happened; a claim, perhaps partial.';
COMMENT ON COLUMN journal.fact.recorded_at IS 'When it was recorded: the server''s clock.';
COMMENT ON COLUMN journal.fact.actor IS 'The account that recorded it.';
COMMENT ON COLUMN journal.fact.behalf IS 'The account or person on whose behalf.';
COMMENT ON COLUMN journal.fact.supersedes IS 'The fact it corrects; two hands cannot correct the same one.';
