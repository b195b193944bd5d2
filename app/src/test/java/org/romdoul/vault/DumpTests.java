package org.romdoul.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.database.RomdoulTest;
import org.romdoul.database.TestDatabase;
import org.romdoul.demo.Demo;
import org.romdoul.screens.Country;
import org.romdoul.testing.Browser;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whoever carries off both databases finds in them no name, telephone number, address, narrative, draft or password of the
 * demonstration. Looked for is everything that was ever sealed, opened again with the keys, so that no list of it grows stale.
 */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
class DumpTests {

    private static final String DRAFT = "nobody sent this yet, of the lady in the blue boat";

    private static final String[] NAMED = {
        "fact",
        "0197f000-0000-7000-8000-00000000beef",
        "local",
        "ឈូក ឧទាហរណ៍",
        "latin",
        "Chhouk Udahar",
        "alias",
        "Heron Girl",
        "phone",
        "+855 00 000 111",
        "address",
        "Paper Lantern lane 7, Sample Town"
    };

    private static final String COLUMNS = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS called, quote_ident(a.attname) AS part
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relkind IN ('r', 'm', 'S') AND a.attnum > 0 AND NOT a.attisdropped
               AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
             ORDER BY 1, a.attnum""";

    private record Column(String called, String part) {}

    private record Sealed(UUID id, UUID key, byte[] ciphertext) {}

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    Country country;

    @Autowired
    MovableClock clock;

    @Autowired
    Keys keys;

    @Autowired
    List<Demo> parts;

    @Test
    void aDumpOfBothDatabasesHoldsNothingThatWasSealedAndTheSearchBites() throws SQLException {
        somebodyIsNamed();
        keepADraft();
        try {
            searchEverything();
        } finally { // others share this program: U-102 would be asked about her draft first
            JdbcClient.create(database.superuser())
                    .sql("DELETE FROM access.draft")
                    .update();
        }
    }

    private void searchEverything() throws SQLException {
        var words = everythingSealed();
        assertThat(words.size()).isGreaterThan(40);
        for (var named : List.of(NAMED).subList(2, NAMED.length))
            if (named.length() > 7)
                assertThat(words.in(named)).as("opened again: " + named).isNotEmpty();
        try (var record = database.superuser().getConnection();
                var store = database.keyStoreSuperuser().getConnection()) {
            assertThat(searched(record, words)).isEmpty();
            assertThat(searched(store, words)).isEmpty();

            record.setAutoCommit(false);
            execute(record, "CREATE TABLE access.planted (said text, bytes bytea, coded text, kept jsonb)");
            execute(
                    record,
                    "INSERT INTO access.planted VALUES ('a boat and Example Two (fictional)', NULL, NULL, NULL)");
            execute(record, "INSERT INTO access.planted (bytes) VALUES (convert_to('to: EXAMPLE THREE', 'UTF8'))");
            execute(record, "INSERT INTO access.planted (coded) VALUES ('x' || encode('of Example Four!', 'base64'))");
            execute(record, "INSERT INTO access.planted (kept) VALUES (jsonb_build_object('draft', '" + DRAFT + "'))");
            assertThat(searched(record, words))
                    .containsExactly(
                            Map.entry("access.planted.bytes", new TreeSet<>(List.of("example three"))),
                            Map.entry("access.planted.coded", new TreeSet<>(List.of("example four"))),
                            Map.entry(
                                    "access.planted.kept",
                                    new TreeSet<>(List.of("nobody sent this yet", "of the lady in the blue boat"))),
                            Map.entry("access.planted.said", new TreeSet<>(List.of("example two"))));
            record.rollback();
        }
    }

    /** A survivor of a case that is there, with all that says who she is. */
    private void somebodyIsNamed() {
        country.untilTheNextCode();
        var browser = new Browser(port);
        browser.get("/sign-in");
        browser.signIn("U-104", country.password("U-104"));
        var people = "/c/" + country.caseWith("overturned") + "/people/new";
        browser.get(people);
        var person = Browser.to(browser.post(
                people, "fact", UUID.randomUUID().toString(), "part", "WITNESS", "sex", "FEMALE", "age", "ADULT"));
        assertThat(person).contains("/p/W");
        browser.get(person + "/identity");
        browser.post(person + "/identity", NAMED);
        browser.post(person + "/wish", "fact", UUID.randomUUID().toString(), "words", "She wants her radio back");
    }

    /** Typed while the session was locking itself, and kept. */
    private void keepADraft() {
        country.untilTheNextCode();
        var browser = new Browser(port);
        browser.get("/sign-in");
        assertThat(browser.signIn("U-102", country.password("U-102"))).isEqualTo("/today");
        browser.get("/c/new");
        var away = Duration.ofMinutes(16);
        clock.pass(away);
        browser.post("/c/new", "words", DRAFT);
        clock.pass(away.negated());
        assertThat(JdbcClient.create(database.superuser())
                        .sql("SELECT count(*) FROM access.draft")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private Needles everythingSealed() {
        var words = new Needles();
        words.add(DRAFT);
        parts.stream().flatMap(part -> part.signIns().stream()).forEach(one -> words.add(one.password()));
        JdbcClient.create(database.superuser())
                .sql("SELECT id, key, ciphertext FROM vault.sealed")
                .query((row, n) -> new Sealed(
                        row.getObject("id", UUID.class), row.getObject("key", UUID.class), row.getBytes("ciphertext")))
                .list()
                .forEach(one -> keys.of(one.key()).ifPresent(key -> words.add(opened(key, one))));
        return words;
    }

    private static String opened(Aead key, Sealed one) {
        try {
            var salted = key.decrypt(one.ciphertext(), Keys.bytes(one.id()));
            return new String(Arrays.copyOfRange(salted, 32, salted.length), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    private static TreeMap<String, TreeSet<String>> searched(Connection dump, Needles words) {
        var sql = JdbcClient.create(new SingleConnectionDataSource(dump, true));
        var columns = sql.sql(COLUMNS)
                .query((row, n) -> new Column(row.getString("called"), row.getString("part")))
                .list();
        assertThat(columns).hasSizeGreaterThan(3);
        var found = new TreeMap<String, TreeSet<String>>();
        for (var column : columns)
            sql
                    .sql("SELECT " + column.part() + "::text FROM " + column.called())
                    .query((row, n) -> words.in(row.getString(1)))
                    .list()
                    .stream()
                    .filter(hits -> !hits.isEmpty())
                    .forEach(hits -> found.computeIfAbsent(
                                    column.called() + "." + column.part(), none -> new TreeSet<>())
                            .addAll(hits));
        return found;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
