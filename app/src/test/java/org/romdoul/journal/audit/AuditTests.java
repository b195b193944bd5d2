package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The attacks of docs/audit.md that need no witness to be found, each done as the database's superuser and rolled back. */
class AuditTests {

    private static final String OFF = "SET LOCAL session_replication_role = replica;";

    private static SmallCountry country;

    @BeforeAll
    static void aCountry() throws SQLException {
        country = new SmallCountry();
    }

    @AfterAll
    static void close() {
        country.close();
    }

    @Test
    void findsNothingWhereNobodyTampered() throws SQLException {
        var report = country.audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.facts()).isGreaterThan(40);
        assertThat(report.pending()).isBetween(5L, report.facts());
        assertThat(report.sealedValues()).isGreaterThan(20);
    }

    @Test
    void findsAnEditedFactThoughTheTriggerIsOnAgain() throws SQLException {
        assertThat(after("""
                ALTER TABLE persons.person DISABLE TRIGGER refuse;
                UPDATE persons.person SET happened = '2001' WHERE id = (SELECT min(fact::text)::uuid FROM ledger.leaf WHERE noun = 'persons.person');
                ALTER TABLE persons.person ENABLE TRIGGER refuse"""))
                .anyMatch(is(Kind.ROW_DIFFERS, "persons.person"))
                .noneMatch(finding -> finding.kind() == Kind.SCHEMA_DIFFERS);
    }

    @Test
    void findsADeletedFact() throws SQLException {
        assertThat(
                        after(
                                OFF
                                        + "DELETE FROM persons.wish WHERE id = (SELECT min(fact::text)::uuid FROM ledger.leaf WHERE noun = 'persons.wish')"))
                .anyMatch(is(Kind.ROW_MISSING, "persons.wish"));
    }

    @Test
    void findsATruncatedTable() throws SQLException {
        assertThat(after("ALTER TABLE persons.wish DISABLE TRIGGER refuse; TRUNCATE persons.wish;"
                        + " ALTER TABLE persons.wish ENABLE TRIGGER refuse"))
                .anyMatch(is(Kind.ROW_MISSING, "persons.wish"));
    }

    @Test
    void findsADroppedTable() throws SQLException {
        assertThat(after("DROP TABLE persons.wish CASCADE")).anyMatch(is(Kind.TABLE_MISSING, "persons.wish"));
    }

    @Test
    void findsAFactInsertedWithTheTriggerOff() throws SQLException {
        assertThat(after(OFF + """
                        INSERT INTO access.suspension (id, scope, happened, actor, account, lifted)
                        SELECT gen_random_uuid(), scope, '2026', actor, id, false FROM access.account LIMIT 1""")).anyMatch(is(Kind.LEAF_MISSING, "access.suspension"));
    }

    @Test
    void findsTwoFactsThatChangedPlaces() throws SQLException {
        assertThat(after(OFF + """
                        WITH two AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM cases.case_file ORDER BY id LIMIT 2)
                        UPDATE cases.case_file c SET recorded_at = other.recorded_at, actor = other.actor
                          FROM two one, two twin JOIN cases.case_file other ON other.id = twin.id
                         WHERE c.id = one.id AND twin.n = 3 - one.n"""))
                .filteredOn(is(Kind.ROW_DIFFERS, "cases.case_file"))
                .hasSize(2);
    }

    @Test
    void findsTwoLeavesThatChangedPlaces() throws SQLException {
        assertThat(after("""
                UPDATE ledger.leaf l SET scope = o.scope, label = o.label, sequence = o.sequence, noun = o.noun,
                       fact = o.fact, entry = o.entry, hash = o.hash
                  FROM ledger.leaf o WHERE l.index + o.index = 11 AND l.index IN (5, 6)"""))
                .anyMatch(is(Kind.LEAF_BYTES, "ledger.leaf"))
                .anyMatch(is(Kind.ROOT_DIFFERS, "ledger.checkpoint"));
    }

    @Test
    void findsAFactBackDatedBeforeItWasSealed() throws SQLException {
        try (var fresh = new SmallCountry()) {
            fresh.seal();
            try (var superuser = fresh.superuser().getConnection();
                    var statement = superuser.createStatement()) {
                statement.execute("""
                        INSERT INTO access.suspension (id, scope, happened, recorded_at, actor, account, lifted)
                        SELECT gen_random_uuid(), scope, '2011', '2011-04-15', actor, id, false FROM access.account LIMIT 1""");
            }
            assertThat(fresh.audit().findings())
                    .as("while it waits")
                    .anyMatch(is(Kind.PENDING_DIFFERS, "access.suspension"));
            fresh.seal();
            assertThat(fresh.audit().findings())
                    .as("sealed by the innocent sequencer")
                    .singleElement()
                    .matches(is(Kind.TIME_OUTSIDE_CLOCK, "access.suspension"));
        }
    }

    @Test
    void findsALeafEditedTogetherWithItsRow() throws SQLException {
        assertThat(after(OFF + EDIT_ROW_AND_LEAF))
                .noneMatch(is(Kind.ROW_DIFFERS, "persons.person"))
                .anyMatch(is(Kind.ROOT_DIFFERS, "ledger.checkpoint"))
                .anyMatch(is(Kind.TILE_DIFFERS, "ledger.tile"));
    }

    @Test
    void findsARewrittenLogThatAnotherKeySigned() throws SQLException {
        try (var superuser = country.superuser().getConnection()) {
            superuser.setAutoCommit(false);
            try (var statement = superuser.createStatement()) {
                statement.execute(OFF + EDIT_ROW_AND_LEAF);
            }
            new Forger(superuser).rewriteTreeAndHeads();
            var findings = country.audit(superuser).findings();
            superuser.rollback();
            assertThat(findings).isNotEmpty().allMatch(is(Kind.CHECKPOINT_FORGED, "ledger.checkpoint"));
        }
    }

    @Test
    void findsOneBitOfASealedValue() throws SQLException {
        assertThat(after(OFF + """
                        UPDATE vault.sealed SET ciphertext = set_bit(ciphertext, 77, 1 - get_bit(ciphertext, 77))
                         WHERE id = (SELECT min(id::text)::uuid FROM vault.sealed)""")).singleElement().matches(is(Kind.SEALED_DIFFERS, "vault.sealed"));
    }

    @Test
    void findsAReplacedSealedValueAndOneThatIsGone() throws SQLException {
        assertThat(after(OFF + """
                        UPDATE vault.sealed s SET ciphertext = o.ciphertext FROM vault.sealed o
                         WHERE s.id = (SELECT min(id::text)::uuid FROM vault.sealed)
                           AND o.id = (SELECT max(id::text)::uuid FROM vault.sealed)""")).singleElement().matches(is(Kind.SEALED_DIFFERS, "vault.sealed"));
        assertThat(after(OFF + "DELETE FROM vault.sealed WHERE id = (SELECT min(id::text)::uuid FROM vault.sealed)"))
                .singleElement()
                .matches(is(Kind.SEALED_MISSING, "vault.sealed"));
    }

    @Test
    void findsOneBitOfAStoredFileAReplacedOneAndOneThatIsGone() throws Exception {
        var files = files();
        var one = files.getFirst();
        var whole = Files.readAllBytes(one);
        whole[whole.length / 2] ^= 1;
        assertThat(withFile(one, path -> Files.write(path, whole)))
                .singleElement()
                .matches(is(Kind.FILE_DIFFERS, "blobs"));
        assertThat(withFile(one, path -> Files.copy(files.getLast(), path, StandardCopyOption.REPLACE_EXISTING)))
                .singleElement()
                .matches(is(Kind.FILE_DIFFERS, "blobs"));
        assertThat(withFile(one, Files::delete)).singleElement().matches(is(Kind.FILE_MISSING, "blobs"));
        assertThat(country.audit().files()).isEqualTo(files.size());
    }

    /** What its file and its row say both changed: the row is not what was sealed. */
    @Test
    void findsAFileReplacedTogetherWithItsReference() throws SQLException {
        assertThat(after(OFF + """
                        UPDATE evidence.exhibit e SET file = o.file FROM evidence.exhibit o
                         WHERE e.id = (SELECT min(id::text)::uuid FROM evidence.exhibit)
                           AND o.id = (SELECT max(id::text)::uuid FROM evidence.exhibit)""")).anyMatch(finding -> finding.table().equals("evidence.exhibit"));
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private static List<Finding> withFile(Path file, Damage damage) throws IOException, SQLException {
        var before = Files.readAllBytes(file);
        damage.to(file);
        try {
            return country.audit().findings();
        } finally {
            Files.write(file, before);
        }
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.walk(country.database().home().folder("blobs").resolve("files"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void findsATimelineThatTellsAnotherStory() throws SQLException {
        assertThat(after("DELETE FROM journal.line WHERE fact = (SELECT min(fact::text)::uuid FROM journal.line)"))
                .singleElement()
                .matches(is(Kind.JOURNAL_DIFFERS, "journal.line"));
    }

    @Test
    void findsADerivedTableFromWhichARowIsGone() throws SQLException {
        var tried = 0;
        for (var derived : country.derived()) {
            var table = derived.table();
            var rows = country.superuser().getConnection();
            try (rows;
                    var count = rows.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
                count.next();
                if (count.getLong(1) == 0) continue; // DemonstrationCampaignTests has rows in every one
            }
            tried++;
            assertThat(after(OFF + "DELETE FROM " + table + " WHERE ctid = (SELECT min(ctid) FROM " + table + ")"))
                    .anyMatch(is(Kind.DERIVED_DIFFERS, table));
        }
        assertThat(tried).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cases.desk    | code = 'ZZZZ-ZZZZ'
            cases.desk    | stage = 'final'
            access.reader | until = now() + interval '1 year'
            """)
    void findsADerivedTableInWhichAValueIsAnother(String table, String change) throws SQLException {
        assertThat(after(OFF
                        + "UPDATE %1$s SET %2$s WHERE ctid = (SELECT min(ctid) FROM %1$s)".formatted(table, change)))
                .anyMatch(is(Kind.DERIVED_DIFFERS, table));
    }

    /** Nobody stands accused in this country: one is named first, whose case the board says as it is, or another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsABoardThatLeadsToAnotherCase(boolean own) throws SQLException {
        var accused = """
                INSERT INTO prosecution.defendant (id, scope, happened, actor, defendant, label, role, sex)
                SELECT id, id, '2026', actor, id, 'S1', 'unknown', 'unknown' FROM cases.case_file ORDER BY id LIMIT 1;
                INSERT INTO prosecution.standing (defendant, scope, code, label, role, outcome)
                SELECT d.defendant, d.scope, f.code, d.label, d.role, 'not_charged'
                  FROM prosecution.defendant d
                  JOIN cases.case_file f ON (f.id = d.scope) = %s ORDER BY f.id LIMIT 1;""".formatted(own);
        assertThat(after(OFF + accused).stream().noneMatch(is(Kind.DERIVED_DIFFERS, "prosecution.standing")))
                .isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE persons.person DISABLE TRIGGER seal",
                "ALTER TABLE persons.person DISABLE TRIGGER ALL",
                "DROP TRIGGER refuse ON persons.person",
                "ALTER TABLE persons.person DISABLE ROW LEVEL SECURITY",
                "ALTER POLICY readers ON persons.person USING (true)",
                "DROP POLICY readers ON persons.person",
                "CREATE POLICY friends ON persons.person FOR SELECT TO romdoul_application USING (true)",
                "GRANT UPDATE ON persons.person TO romdoul_application",
                "GRANT INSERT (recorded_at) ON persons.person TO romdoul_application",
                "GRANT SELECT ON persons.person TO PUBLIC",
                "ALTER TABLE persons.person OWNER TO romdoul_application",
                "ALTER TABLE persons.person DROP CONSTRAINT person_pkey CASCADE",
                "ALTER TABLE persons.person ALTER COLUMN recorded_at SET DEFAULT '2011-01-01'",
                "ALTER TABLE persons.person ADD COLUMN note text",
                "CREATE RULE quiet AS ON INSERT TO persons.person DO INSTEAD NOTHING"
            })
    void findsATableWhoseGuardIsWeakenedAndLeftSo(String weakening) throws SQLException {
        assertThat(after(weakening)).anyMatch(is(Kind.SCHEMA_DIFFERS, "persons.person"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access.may_read     | CREATE OR REPLACE FUNCTION access.may_read(asked uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog AS 'SELECT true'
            ledger.refuse       | CREATE OR REPLACE FUNCTION ledger.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'
            ledger.hand_over    | ALTER FUNCTION ledger.hand_over() SECURITY INVOKER
            ledger.protect      | GRANT EXECUTE ON FUNCTION ledger.protect(regclass, text, text) TO romdoul_application
            romdoul_application | ALTER ROLE romdoul_application BYPASSRLS
            romdoul_application | GRANT romdoul_owner TO romdoul_application
            romdoul_application | ALTER ROLE romdoul_application SET session_replication_role = replica
            pg_catalog.to_jsonb | CREATE FUNCTION pg_catalog.to_jsonb(persons.person) RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb'
            vault.ref           | ALTER DOMAIN vault.ref DROP CONSTRAINT ref_check
            migrations          | UPDATE migrations.flyway_schema_history SET checksum = 1 WHERE version = '004'
            """)
    void findsAnObjectThatIsNotAsTheMigrationsMadeIt(String object, String weakening) throws SQLException {
        var pretending = object.startsWith("pg_catalog") ? "SET LOCAL allow_system_table_mods = on;" : "";
        assertThat(after(pretending + weakening)).anyMatch(is(Kind.SCHEMA_DIFFERS, object));
    }

    @Test
    void findsATableThatTheAuditorMayNoLongerRead() throws SQLException {
        try (var fresh = new SmallCountry();
                var superuser = fresh.superuser().getConnection();
                var statement = superuser.createStatement()) {
            statement.execute("REVOKE SELECT ON persons.person FROM romdoul_auditor");
            assertThat(fresh.audit().findings())
                    .anyMatch(is(Kind.UNREADABLE, "persons.person"))
                    .anyMatch(is(Kind.SCHEMA_DIFFERS, "persons.person"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access.reader      | INSERT INTO access.reader (scope, hat, basis) SELECT c.id, a.id, c.id FROM cases.case_file c, access.account a LIMIT 1
            access.reader      | DELETE FROM access.reader WHERE ctid = (SELECT ctid FROM access.reader LIMIT 1)
            access.reader      | UPDATE access.reader SET until = now() WHERE ctid = (SELECT ctid FROM access.reader LIMIT 1)
            access.reader      | UPDATE access.reader SET hat = gen_random_uuid() WHERE ctid = (SELECT ctid FROM access.reader LIMIT 1)
            access.excluded    | DELETE FROM access.excluded
            access.excluded    | DELETE FROM access.excluded WHERE scope IN (SELECT id FROM intake.tip)
            access.excluded    | UPDATE access.excluded SET account = gen_random_uuid()
            access.excluded    | INSERT INTO access.excluded SELECT c.id, a.id, c.id FROM cases.case_file c, access.account a LIMIT 1
            vault.search_token | DELETE FROM vault.search_token WHERE ctid = (SELECT ctid FROM vault.search_token LIMIT 1)
            vault.search_token | DELETE FROM vault.search_token
            vault.search_token | UPDATE vault.search_token SET token = token # 32 WHERE ctid = (SELECT ctid FROM vault.search_token LIMIT 1)
            vault.search_token | UPDATE vault.search_token SET scope = gen_random_uuid() WHERE ctid = (SELECT ctid FROM vault.search_token LIMIT 1)
            vault.search_token | UPDATE vault.search_token SET subject = gen_random_uuid() WHERE ctid = (SELECT ctid FROM vault.search_token LIMIT 1)
            vault.search_token | UPDATE vault.search_token SET fact = gen_random_uuid() WHERE ctid = (SELECT ctid FROM vault.search_token LIMIT 1)
            vault.search_token | UPDATE vault.search_token SET scheme = scheme + 1 WHERE ctid = (SELECT ctid FROM vault.search_token LIMIT 1)
            vault.search_token | INSERT INTO vault.search_token (token, scope, subject, fact, scheme) SELECT 5, scope, subject, fact, scheme FROM vault.search_token LIMIT 1
            """)
    void findsWhoMayReadWhoMayNeverAndWhoIsFoundByWhatNameWhereItWasTamperedWith(String table, String attack)
            throws SQLException {
        assertThat(after(attack)).isNotEmpty().allMatch(is(Kind.DERIVED_DIFFERS, table));
    }

    @Test
    void findsASealedValueThatNoFactRefersTo() throws SQLException {
        assertThat(
                        after(
                                "INSERT INTO vault.sealed SELECT gen_random_uuid(), scope, key, ciphertext FROM vault.sealed LIMIT 1"))
                .singleElement()
                .matches(is(Kind.SEALED_STRAY, "vault.sealed"));
    }

    @Test
    void anErasedPersonLeavesACleanRecord() throws SQLException {
        try (var fresh = new SmallCountry()) {
            fresh.erase();
            assertThat(fresh.audit().findings()).isEmpty();
            fresh.seal();
            assertThat(fresh.audit().findings()).isEmpty();
        }
    }

    @Test
    void findsAKeyThatWasDestroyedThoughNobodyGrantedAnErasure() throws SQLException {
        try (var fresh = new SmallCountry();
                var keys = fresh.database().keyStoreSuperuser().getConnection();
                var statement = keys.createStatement()) {
            statement.execute("UPDATE keys.scope_key SET wrapped = NULL, destroyed = clock_timestamp()");
            assertThat(fresh.audit().findings()).hasSize(10).allMatch(is(Kind.DERIVED_DIFFERS, "vault.search_token"));
        }
    }

    @Test
    void recordsThatItOpenedNamesBeforeItOpensOne() throws SQLException {
        try (var fresh = new SmallCountry()) {
            var before = fresh.audit().facts();
            assertThat(fresh.audit().facts()).isEqualTo(before + 1);
            assertThat(JdbcClient.create(fresh.superuser())
                            .sql("SELECT purpose FROM vault.reading WHERE kind = 'system'")
                            .query(String.class)
                            .list())
                    .containsExactly("audit", "audit");
        }
    }

    static final String EDIT_ROW_AND_LEAF = """
            UPDATE persons.person SET happened = '2001' WHERE id = (SELECT min(fact::text)::uuid FROM ledger.leaf WHERE noun = 'persons.person');
            UPDATE journal.line SET happened = '2001' WHERE fact = (SELECT min(fact::text)::uuid FROM ledger.leaf WHERE noun = 'persons.person');
            UPDATE ledger.leaf SET entry = convert_to(regexp_replace(convert_from(entry, 'UTF8'),
                                           '"happened": "[^"]*"', '"happened": "2001"'), 'UTF8')
             WHERE fact = (SELECT min(fact::text)::uuid FROM ledger.leaf WHERE noun = 'persons.person');
            UPDATE ledger.leaf SET hash = sha256('\\x00' || entry)
             WHERE fact = (SELECT min(fact::text)::uuid FROM ledger.leaf WHERE noun = 'persons.person');
            """;

    private static Predicate<Finding> is(Kind kind, String table) {
        return finding -> finding.kind() == kind && finding.table().equals(table);
    }

    private static List<Finding> after(String attack) throws SQLException {
        try (var superuser = country.superuser().getConnection()) {
            superuser.setAutoCommit(false);
            superuser.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = superuser.createStatement()) {
                statement.execute(attack);
            }
            var report = country.audit(superuser);
            superuser.rollback();
            return report.findings();
        }
    }
}
