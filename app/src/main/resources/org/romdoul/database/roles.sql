-- The roles that sign in. A database administrator runs this once, connected to any database of the server, with the
-- passwords put in (`romdoul roles` prints it filled in, with SCRAM verifiers instead of passwords). It may be run again.
-- No superuser is needed: a role that may create roles and databases will do. The embedded server runs it itself.

DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['romdoul_owner', 'romdoul_application', 'romdoul_sequencer', 'romdoul_auditor',
                                'romdoul_publication', 'romdoul_keys'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', role);
        END IF;
        EXECUTE format('ALTER ROLE %I SET TimeZone = ''UTC''', role);
        EXECUTE format('ALTER ROLE %I SET lock_timeout = ''10s''', role);
    END LOOP;
END
$$;

ALTER ROLE romdoul_owner       LOGIN NOCREATEROLE NOCREATEDB PASSWORD ${owner};
ALTER ROLE romdoul_application LOGIN NOCREATEROLE NOCREATEDB PASSWORD ${application};
ALTER ROLE romdoul_sequencer   LOGIN NOCREATEROLE NOCREATEDB PASSWORD ${sequencer};
ALTER ROLE romdoul_auditor     LOGIN NOCREATEROLE NOCREATEDB PASSWORD ${auditor};
ALTER ROLE romdoul_publication LOGIN NOCREATEROLE NOCREATEDB PASSWORD ${publication};
ALTER ROLE romdoul_keys        LOGIN NOCREATEROLE NOCREATEDB PASSWORD ${keys};

-- A page that asks too much, or forgets its transaction, must not hold up the others. A bulk job says SET LOCAL.
ALTER ROLE romdoul_application SET statement_timeout = '30s';
ALTER ROLE romdoul_application SET idle_in_transaction_session_timeout = '60s';
