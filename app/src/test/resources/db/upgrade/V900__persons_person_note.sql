-- A fact table grows only so: by a nullable column without default.
ALTER TABLE persons.person ADD COLUMN shown_as text;
COMMENT ON COLUMN persons.person.shown_as IS 'Only in the test of an upgrade.';
GRANT INSERT (shown_as) ON persons.person TO romdoul_application;
