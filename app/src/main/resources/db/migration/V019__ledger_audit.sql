-- The audit asks which migrations made this database, and whether they are the program's own.
GRANT USAGE ON SCHEMA migrations TO romdoul_auditor;
GRANT SELECT ON migrations.flyway_schema_history TO romdoul_auditor;
