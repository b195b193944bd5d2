package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.romdoul.database.RomdoulTest;
import org.romdoul.journal.Derived;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table has a class, and what its class asks of it. */
@RomdoulTest(properties = "romdoul.sealing=off")
class TableClassTests {

    private static final String TABLES = """
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'migrations')
               AND coalesce(obj_description(c.oid, 'pg_class'), '')\s""";

    /** Recomputed by code of their own: Look, Chains, TileCheck. */
    private static final Set<String> BY_THE_AUDIT_ITSELF = Set.of("journal.line", "ledger.chain", "ledger.tile");

    @Autowired
    @Qualifier("auditor")
    javax.sql.DataSource auditor;

    @Autowired
    List<Derived> derived;

    @Autowired
    ObjectProvider<KeyedCheck> keyed;

    private List<String> tables(String comment) {
        return ask(TABLES + comment);
    }

    private List<String> ask(String query) {
        return JdbcClient.create(auditor).sql(query).query(String.class).list();
    }

    @Test
    void everyTableHasOneOfTheClasses() {
        assertThat(tables("!~ '^(Fact|Derived|Operational|Ledger|Template): '")).isEmpty();
        assertThat(tables("~ '^Fact: '")).hasSizeGreaterThan(20);
    }

    @Test
    void everyColumnSaysWhatItHolds() {
        assertThat(ask("""
                SELECT n.nspname || '.' || c.relname || '.' || a.attname
                  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname !~ '^pg_'
                   AND n.nspname NOT IN ('information_schema', 'migrations')
                   AND col_description(c.oid, a.attnum) IS NULL""")).isEmpty();
    }

    @Test
    void everyFactTableIsProtectedAndNoOtherPretendsToBe() throws Exception {
        var facts = new ArrayList<>(tables("~ '^Fact: '"));
        assertThat(facts.remove("vault.sealed"))
                .as("proven by the facts that refer to it")
                .isTrue();
        try (var connection = auditor.getConnection()) {
            assertThat(Audit.describe(connection).facts())
                    .extracting(FactTable::name)
                    .containsExactlyInAnyOrderElementsOf(facts);
        }
    }

    @Test
    void everyDerivedTableIsRecomputed() {
        var recomputed = derived.stream().map(Derived::table).collect(Collectors.toSet());
        keyed.forEach(check -> recomputed.add(check.table()));
        recomputed.addAll(BY_THE_AUDIT_ITSELF);
        var left = new HashSet<>(tables("~ '^Derived: '"));
        left.removeAll(recomputed);
        assertThat(left).isEmpty();
    }

    /** A column that no facts give again could be rewritten by anybody: pages would show it, and the audit be silent. */
    @Test
    void everyColumnOfADerivedTableIsCompared() {
        for (var one : derived) {
            var columns = JdbcClient.create(auditor)
                    .sql("SELECT attname FROM pg_attribute\n"
                            + " WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped")
                    .param("table", one.table())
                    .query(String.class)
                    .set();
            columns.removeAll(recomputed(one));
            assertThat(columns).as(one.table()).isEmpty();
        }
    }

    private Set<String> recomputed(Derived table) {
        return JdbcClient.create(auditor)
                .sql("SELECT * FROM (" + table.recomputed() + ") made LIMIT 0")
                .query(none -> {
                    var names = new HashSet<String>();
                    for (var i = 1; i <= none.getMetaData().getColumnCount(); i++)
                        names.add(none.getMetaData().getColumnName(i));
                    return names;
                });
    }

    @Test
    void theAuditorMayReadWhateverIsAudited() {
        assertThat(tables("~ '^(Fact|Derived|Ledger): ' AND NOT has_table_privilege(c.oid, 'SELECT')"))
                .isEmpty();
        assertThat(tables("!~ '^$' AND (has_table_privilege(c.oid, 'INSERT') OR has_table_privilege(c.oid, 'UPDATE')"
                        + " OR has_table_privilege(c.oid, 'DELETE'))"))
                .isEmpty();
    }

    @Test
    void noFactHasAValueWhoseTextDependsOnSettings() {
        assertThat(ask("""
                SELECT c.oid::regclass || '.' || a.attname
                  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                 WHERE obj_description(c.oid, 'pg_class') LIKE 'Fact: %' AND a.attnum > 0 AND NOT a.attisdropped
                   AND a.atttypid IN ('real'::regtype, 'double precision'::regtype, 'interval'::regtype, 'money'::regtype,
                                      'xml'::regtype)""")).isEmpty();
    }

    @Test
    void nothingInAFactTableIsEverRenamedRetypedOrDropped() throws IOException {
        var facts = String.join("|", tables("~ '^Fact: '")).replace(".", "\\.");
        var change = Pattern.compile(
                "ALTER\\s+TABLE\\s+(ONLY\\s+)?(" + facts + ")\\s+[^;]*?\\b(RENAME|TYPE|DROP\\s+COLUMN"
                        + "|ADD\\s+COLUMN[^;]*(NOT\\s+NULL|DEFAULT))\\b[^;]*;|DROP\\s+TABLE\\s+(IF\\s+EXISTS\\s+)?("
                        + facts
                        + ")\\b",
                Pattern.CASE_INSENSITIVE);
        assertThat("ALTER TABLE persons.person DROP COLUMN sex;")
                .matches(found -> change.matcher(found).find());
        for (var migration : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql")) {
            var sql = new String(migration.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(change.matcher(sql).results().map(java.util.regex.MatchResult::group))
                    .as(migration.getFilename())
                    .isEmpty();
        }
    }
}
