package org.romdoul.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.romdoul.Romdoul;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Durable facts per second, one row a transaction: into a plain table, into one with a hash-chain trigger, and into a
 * protected one, where the clock stops only when a signed checkpoint covers the last fact.
 */
public final class SealingBench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final String ADD = """
            INSERT INTO bench.%s (id, scope, happened, actor, words) VALUES (?, ?, '2026-11-24', ?, ?)""";
    private static final String WORDS = "a".repeat(120);

    private static final List<String> SETUP = List.of(
            "DROP SCHEMA IF EXISTS bench CASCADE",
            "CREATE SCHEMA bench",
            "GRANT USAGE ON SCHEMA bench TO romdoul_application",
            "CREATE TABLE bench.plain (LIKE journal.fact INCLUDING ALL, words text)",
            "CREATE TABLE bench.chained (LIKE journal.fact INCLUDING ALL, words text, hash bytea)",
            "CREATE TABLE bench.protected (LIKE journal.fact INCLUDING ALL, words text)",
            "CREATE TABLE bench.head (only boolean PRIMARY KEY, hash bytea)",
            "INSERT INTO bench.head VALUES (true, '\\x00')",
            """
            CREATE FUNCTION bench.chain() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                SELECT sha256(h.hash || convert_to(to_jsonb(NEW)::text, 'UTF8')) INTO NEW.hash FROM bench.head h FOR UPDATE;
                UPDATE bench.head SET hash = NEW.hash;
                RETURN NEW;
            END $$""",
            "GRANT EXECUTE ON FUNCTION bench.chain() TO romdoul_application",
            "CREATE TRIGGER chain BEFORE INSERT ON bench.chained FOR EACH ROW EXECUTE FUNCTION bench.chain()",
            "GRANT SELECT, INSERT ON bench.plain, bench.chained TO romdoul_application",
            "GRANT SELECT, UPDATE ON bench.head TO romdoul_application",
            "SELECT ledger.protect('bench.protected')");

    private SealingBench() {}

    public static void main(String[] arguments) throws Exception {
        try (var context = new SpringApplicationBuilder(Romdoul.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "romdoul.home=" + System.getProperty("romdoul.home", "target/bench-home"),
                        "spring.main.lazy-initialization=true")
                .run()) {
            // Rooms start when they are asked for, and so the pages never do; the sequencer is asked for here.
            context.getBean("sealingLoop", SmartLifecycle.class).start();
            var owner = BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                    context.getAutowireCapableBeanFactory(), DataSource.class, "owner");
            var application = context.getBean(DataSource.class);
            var setup = new JdbcTemplate(owner);
            SETUP.forEach(setup::execute);
            System.out.printf("%-10s %8s %12s %14s %12s%n", "table", "clients", "facts/s", "to plain", "p99 ms");
            for (var clients : new int[] {1, 8}) {
                warm(application, clients);
                var plain = run(application, setup, "plain", clients);
                run(application, setup, "chained", clients).print(plain);
                run(application, setup, "protected", clients).print(plain);
            }
        }
    }

    private record Result(String table, int clients, double perSecond, double p99, double lagMillis) {
        void print(Result plain) {
            System.out.printf(
                    "%-10s %8d %12.0f %14.2f %12.2f%s%n",
                    table,
                    clients,
                    perSecond,
                    perSecond / plain.perSecond(),
                    p99,
                    table.equals("protected") ? "   sealed %.0f ms after the last insert".formatted(lagMillis) : "");
        }
    }

    private static void warm(DataSource source, int clients) throws Exception {
        for (var table : List.of("plain", "chained", "protected")) insert(source, table, clients, 2);
    }

    private static Result run(DataSource source, JdbcTemplate owner, String table, int clients) throws Exception {
        var began = System.nanoTime();
        var latencies = insert(source, table, clients, SECONDS);
        var inserted = System.nanoTime();
        while (table.equals("protected")
                && Boolean.TRUE.equals(
                        owner.queryForObject("SELECT EXISTS (SELECT 1 FROM ledger.pending)", Boolean.class)))
            Thread.sleep(2);
        var ended = System.nanoTime();
        Arrays.sort(latencies);
        var result = new Result(
                table,
                clients,
                latencies.length / ((ended - began) / 1e9),
                latencies[(int) (latencies.length * 0.99)] / 1e6,
                (ended - inserted) / 1e6);
        if (table.equals("plain")) result.print(result);
        return result;
    }

    private static long[] insert(DataSource source, String table, int clients, int seconds) throws Exception {
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var work = new ArrayList<Future<long[]>>();
        try (var hands = Executors.newFixedThreadPool(clients)) {
            for (var i = 0; i < clients; i++) work.add(hands.submit(() -> client(source, table, until)));
            var all = new ArrayList<long[]>();
            for (var one : work) all.add(one.get());
            return all.stream().flatMapToLong(Arrays::stream).toArray();
        }
    }

    private static long[] client(DataSource source, String table, long until) throws SQLException {
        var random = ThreadLocalRandom.current();
        var scope = new UUID(random.nextLong(), random.nextLong());
        var latencies = new long[1 << 20];
        var count = 0;
        try (Connection connection = source.getConnection();
                var add = connection.prepareStatement(ADD.formatted(table))) {
            for (var now = System.nanoTime(); now < until; now = System.nanoTime()) {
                add.setObject(1, new UUID(now << 16, random.nextLong()));
                add.setObject(2, scope);
                add.setObject(3, scope);
                add.setString(4, WORDS);
                add.executeUpdate();
                latencies[count++] = System.nanoTime() - now;
            }
        }
        return Arrays.copyOf(latencies, count);
    }
}
