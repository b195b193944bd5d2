-- From a row to a proof (docs/formats/leaf.md): facts wait in `pending` until the sequencer makes them leaves of the tree.
CREATE TABLE ledger.pending (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope       uuid NOT NULL,
    label       text NOT NULL,
    noun        text NOT NULL,
    fact        uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    salt        bytea NOT NULL,
    content     text NOT NULL CHECK (octet_length(content) <= 60000)
);
COMMENT ON TABLE ledger.pending IS 'Operational: facts recorded and not yet sealed.';
COMMENT ON COLUMN ledger.pending.position IS 'The order of arrival, roughly: transactions may commit in another.';
COMMENT ON COLUMN ledger.pending.scope IS 'The fact''s home scope.';
COMMENT ON COLUMN ledger.pending.label IS 'Which chain of the scope: facts, or readings.';
COMMENT ON COLUMN ledger.pending.noun IS 'The fact''s table, room.noun.';
COMMENT ON COLUMN ledger.pending.fact IS 'The fact''s id.';
COMMENT ON COLUMN ledger.pending.recorded_at IS 'The server''s clock at the insert.';
COMMENT ON COLUMN ledger.pending.salt IS '128 random bits, so that nobody can confirm a guess from a public hash.';
COMMENT ON COLUMN ledger.pending.content IS 'The row as jsonb text, nulls stripped: the bytes that are sealed. An entry of the log is at most 65,535 bytes.';

CREATE TABLE ledger.leaf (
    index    bigint PRIMARY KEY,
    scope    uuid NOT NULL,
    label    text NOT NULL,
    sequence bigint NOT NULL,
    noun     text NOT NULL,
    fact     uuid NOT NULL,
    entry    bytea NOT NULL,
    hash     bytea NOT NULL CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE ledger.leaf IS 'Ledger: one leaf a fact; the columns beside entry repeat it for look-ups and audit checks them.';
COMMENT ON COLUMN ledger.leaf.index IS 'Place in the tree, from 0, without gaps.';
COMMENT ON COLUMN ledger.leaf.scope IS 'The scope of its chain.';
COMMENT ON COLUMN ledger.leaf.label IS 'Which chain of the scope: facts, readings, clock.';
COMMENT ON COLUMN ledger.leaf.sequence IS 'Place in its chain, from 1, without gaps.';
COMMENT ON COLUMN ledger.leaf.noun IS 'The fact''s table, room.noun.';
COMMENT ON COLUMN ledger.leaf.fact IS 'The fact''s id.';
COMMENT ON COLUMN ledger.leaf.entry IS 'The leaf''s bytes: docs/formats/leaf.md.';
COMMENT ON COLUMN ledger.leaf.hash IS 'SHA-256(0x00 || entry).';
CREATE INDEX leaf_chain ON ledger.leaf (scope, label, sequence);
CREATE INDEX leaf_fact ON ledger.leaf (fact);

CREATE TABLE ledger.chain (
    scope    uuid NOT NULL,
    label    text NOT NULL,
    sequence bigint NOT NULL,
    hash     bytea NOT NULL,
    PRIMARY KEY (scope, label)
);
COMMENT ON TABLE ledger.chain IS 'Derived: the last leaf of each chain, so that the sequencer need not look for it.';
COMMENT ON COLUMN ledger.chain.scope IS 'The scope.';
COMMENT ON COLUMN ledger.chain.label IS 'Which chain of the scope.';
COMMENT ON COLUMN ledger.chain.sequence IS 'Its last leaf''s place.';
COMMENT ON COLUMN ledger.chain.hash IS 'Its last leaf''s hash.';

CREATE TABLE ledger.tile (
    level  smallint NOT NULL,
    n      bigint NOT NULL,
    hashes bytea NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
    PRIMARY KEY (level, n)
);
COMMENT ON TABLE ledger.tile IS 'Derived: the hash tiles of the tree (C2SP tlog-tiles), full and last partial.';
COMMENT ON COLUMN ledger.tile.level IS 'Level, 0 above the leaves.';
COMMENT ON COLUMN ledger.tile.n IS 'Place in its level.';
COMMENT ON COLUMN ledger.tile.hashes IS '1 to 256 hashes of 32 bytes.';

CREATE TABLE ledger.checkpoint (
    size bigint PRIMARY KEY,
    note text NOT NULL,
    at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE ledger.checkpoint IS 'Ledger: every signed head of the log (C2SP tlog-checkpoint).';
COMMENT ON COLUMN ledger.checkpoint.size IS 'Leaves under it.';
COMMENT ON COLUMN ledger.checkpoint.note IS 'The signed note.';
COMMENT ON COLUMN ledger.checkpoint.at IS 'When it was made; no evidence, for people.';

GRANT SELECT, DELETE ON ledger.pending TO romdoul_sequencer;
GRANT SELECT, INSERT ON ledger.leaf, ledger.checkpoint TO romdoul_sequencer;
GRANT SELECT, INSERT, UPDATE ON ledger.tile, ledger.chain TO romdoul_sequencer;
GRANT SELECT ON ledger.leaf, ledger.tile, ledger.checkpoint TO romdoul_application;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO romdoul_auditor;
ALTER TABLE ledger.leaf ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON ledger.leaf FOR SELECT TO romdoul_application USING (access.may_read(scope));
CREATE POLICY auditor ON ledger.leaf FOR SELECT TO romdoul_auditor USING (true);
CREATE POLICY sequencer ON ledger.leaf TO romdoul_sequencer USING (true) WITH CHECK (true);

CREATE FUNCTION ledger.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a fact is never changed: % on %.%', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'RM001';
END $$;
COMMENT ON FUNCTION ledger.refuse() IS 'UPDATE, DELETE and TRUNCATE of a fact.';

CREATE FUNCTION ledger.salt() RETURNS bytea LANGUAGE sql VOLATILE AS
    $$ SELECT substr(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, 16) $$;
COMMENT ON FUNCTION ledger.salt() IS '128 random bits: a random uuid alone has 122.';

-- One statement, one call: a thousand rows are handed over as fast as one.
CREATE FUNCTION ledger.hand_over() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET bytea_output = 'hex' AS $$
BEGIN
    INSERT INTO ledger.pending (scope, label, noun, fact, recorded_at, salt, content)
    SELECT f.scope, TG_ARGV[0], TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, f.id, f.recorded_at, ledger.salt(),
           jsonb_strip_nulls(to_jsonb(f))::text
      FROM fresh f;
    IF TG_ARGV[0] = 'facts' THEN
        INSERT INTO journal.line (fact, noun, scope, subject, happened, recorded_at, actor, behalf, supersedes)
        SELECT f.id, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, f.scope, (to_jsonb(f) ->> 'subject')::uuid,
               f.happened, f.recorded_at, f.actor, f.behalf, f.supersedes
          FROM fresh f;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger.hand_over() IS 'Hands fresh facts to the sequencer and writes their lines of the journal, in the same transaction.';

-- The one line a migration needs. `readers`: may be ''everyone'' for facts that hold codes only and every signed-in person needs.
CREATE FUNCTION ledger.protect(fact regclass, label text DEFAULT 'facts', readers text DEFAULT 'readers') RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    missing text;
    granted text;
BEGIN
    SELECT string_agg(c, ', ') INTO missing
      FROM unnest(ARRAY['id', 'scope', 'happened', 'recorded_at', 'actor', 'behalf', 'supersedes']) c
     WHERE NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = fact AND a.attname = c AND NOT a.attisdropped);
    IF missing IS NOT NULL THEN RAISE EXCEPTION 'fact table % lacks %', fact, missing; END IF;
    SELECT string_agg(attname, ', ') INTO missing FROM pg_attribute
     WHERE attrelid = fact AND attnum > 0 AND NOT attisdropped AND atttypid IN ('real'::regtype, 'double precision'::regtype);
    IF missing IS NOT NULL THEN RAISE EXCEPTION 'fact table % has floating-point columns: %', fact, missing; END IF;
    IF label NOT IN ('facts', 'readings') THEN RAISE EXCEPTION 'no such chain: %', label; END IF;

    EXECUTE format('CREATE TRIGGER refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse()', fact);
    EXECUTE format('CREATE TRIGGER seal AFTER INSERT ON %s REFERENCING NEW TABLE AS fresh
                    FOR EACH STATEMENT EXECUTE FUNCTION ledger.hand_over(%L)', fact, label);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', fact);
    EXECUTE format('CREATE POLICY readers ON %s FOR SELECT TO romdoul_application USING (%s)', fact,
                   CASE readers WHEN 'everyone' THEN 'true' ELSE 'access.may_read(scope)' END);
    EXECUTE format('CREATE POLICY writers ON %s FOR INSERT TO romdoul_application WITH CHECK (true)', fact);
    EXECUTE format('CREATE POLICY auditor ON %s FOR SELECT TO romdoul_auditor USING (true)', fact);
    -- recorded_at is the server's: nobody who writes through the application may name it.
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO granted FROM pg_attribute
     WHERE attrelid = fact AND attnum > 0 AND NOT attisdropped AND attname <> 'recorded_at';
    EXECUTE format('GRANT SELECT, INSERT (%s) ON %s TO romdoul_application', granted, fact);
    EXECUTE format('GRANT SELECT ON %s TO romdoul_auditor', fact);
END $$;
COMMENT ON FUNCTION ledger.protect(regclass, text, text) IS
    'Makes a table a fact table: insert-only, every row sealed and journaled, read under row-level security.';
