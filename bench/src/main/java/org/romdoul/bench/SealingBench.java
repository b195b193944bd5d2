package org.romdoul.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.romdoul.Romdoul;
import org.romdoul.journal.audit.Audit;
import org.romdoul.journal.audit.Finding;
import org.romdoul.journal.audit.Watcher;
import org.romdoul.journal.sealing.Sequencer;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Durable facts per second, one row a transaction: into a fact table, where the clock stops only when a signed checkpoint
 * covers the last one; into the same table unprotected; and into the same with a hash-chain trigger. By turns, with one client
 * and with eight; then many facts a statement, and an audit of all of it.
 */
public final class SealingBench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int MANY = Integer.getInteger("bench.many", 100_000);
    private static final int TOGETHER = 1_000;

    private enum Way {
        PLAIN("bench.plain"),
        CHAINED("bench.chained"),
        SEALED("prosecution.withdrawal");

        private final String table;

        Way(String table) {
            this.table = table;
        }
    }

    private static final List<String> SETUP = List.of(
            "CREATE SCHEMA bench",
            "GRANT USAGE ON SCHEMA bench TO romdoul_application",
            "CREATE TABLE bench.plain (LIKE prosecution.withdrawal INCLUDING ALL)",
            "CREATE TABLE bench.chained (LIKE prosecution.withdrawal INCLUDING ALL, hash bytea)",
            "CREATE TABLE bench.head (one boolean PRIMARY KEY, hash bytea)",
            "INSERT INTO bench.head VALUES (true, '\\x00')",
            """
            CREATE FUNCTION bench.chain() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                SELECT sha256(h.hash || convert_to(to_jsonb(NEW)::text, 'UTF8')) INTO NEW.hash FROM bench.head h FOR UPDATE;
                UPDATE bench.head SET hash = NEW.hash;
                RETURN NEW;
            END $$""",
            "CREATE TRIGGER chain BEFORE INSERT ON bench.chained FOR EACH ROW EXECUTE FUNCTION bench.chain()",
            "GRANT SELECT, INSERT ON bench.plain, bench.chained TO romdoul_application",
            "GRANT SELECT, UPDATE ON bench.head TO romdoul_application");
    private static final String ADD = """
            INSERT INTO %s (id, scope, happened, actor, subject, charge, counts, reason)
            VALUES (?, ?, '2026-11-24', ?, ?, ?, 1, 'evidence')""";
    private static final String ADD_MANY = """
            INSERT INTO prosecution.withdrawal (id, scope, happened, actor, subject, charge, counts, reason)
            SELECT gen_random_uuid(), ?, '2026-11-24', ?, gen_random_uuid(), gen_random_uuid(), 1, 'evidence'
              FROM generate_series(1, ?)""";
    private static final String WAITING = "SELECT EXISTS (SELECT FROM ledger.pending)";
    private static final String NOW = "SELECT clock_timestamp()::text";
    private static final String LAG = """
            SELECT extract(epoch FROM percentile_cont(?) WITHIN GROUP (ORDER BY checkpoint.at - fact.recorded_at)) * 1000
              FROM prosecution.withdrawal fact JOIN ledger.leaf leaf ON leaf.fact = fact.id
              JOIN LATERAL (SELECT at FROM ledger.checkpoint WHERE log = leaf.log AND size > leaf.index
                             ORDER BY size LIMIT 1) checkpoint ON true
             WHERE fact.recorded_at > ?::timestamptz""";

    private final ApplicationContext rooms;
    private final DataSource application;
    private final JdbcTemplate owner;

    private SealingBench(ApplicationContext rooms) {
        this.rooms = rooms;
        this.application = rooms.getBean(DataSource.class);
        this.owner = new JdbcTemplate(BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                rooms.getAutowireCapableBeanFactory(), DataSource.class, "owner"));
    }

    public static void main(String[] arguments) throws Exception {
        Machine.introduce(SealingBench.class);
        var home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sealing");
        try (var context = new SpringApplicationBuilder(Romdoul.class)
                .web(WebApplicationType.NONE)
                .properties("romdoul.home=" + home, "spring.main.lazy-initialization=true", "logging.level.root=warn")
                .run()) {
            // Rooms start when they are asked for, and so the pages never do; the sequencer is asked for here.
            context.getBean("sealingLoop", SmartLifecycle.class).start();
            var bench = new SealingBench(context);
            SETUP.forEach(bench.owner::execute);
            System.out.println(
                    "| clients | table | facts/s | to plain | to chained | p99 ms | sealed after, p50 | sealed after, p99 |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            bench.compare(1);
            bench.compare(8);
            System.out.println();
            bench.many();
            bench.audit();
        } finally {
            Folders.remove(home);
        }
        Machine.leave();
    }

    /** @param lag milliseconds from a fact's recording to the checkpoint over it */
    private record Result(double perSecond, double p99, double lag, double lagP99) {}

    private void compare(int clients) throws Exception {
        for (var way : Way.values()) insert(way, clients, 1);
        var results = new EnumMap<Way, List<Result>>(Way.class);
        for (var round = 0; round < ROUNDS; round++)
            for (var way : Way.values())
                results.computeIfAbsent(way, k -> new ArrayList<>()).add(run(way, clients));
        results.forEach((way, all) -> print(way, clients, all, results));
    }

    private static void print(Way way, int clients, List<Result> all, Map<Way, List<Result>> results) {
        var perSecond = Seconds.median(all, Result::perSecond);
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.0f | %.2f | %.2f | %.1f | %s |%n",
                clients,
                way.name().toLowerCase(Locale.ROOT),
                perSecond,
                perSecond / Seconds.median(results.getOrDefault(Way.PLAIN, all), Result::perSecond),
                perSecond / Seconds.median(results.getOrDefault(Way.CHAINED, all), Result::perSecond),
                Seconds.median(all, Result::p99),
                way == Way.SEALED
                        ? String.format(
                                Locale.ROOT,
                                "%.0f ms | %.0f ms",
                                Seconds.median(all, Result::lag),
                                Seconds.median(all, Result::lagP99))
                        : "|");
    }

    private Result run(Way way, int clients) throws Exception {
        var from = Objects.requireNonNull(owner.queryForObject(NOW, String.class));
        var began = System.nanoTime();
        var latencies = insert(way, clients, SECONDS);
        if (way == Way.SEALED) untilSealed();
        var seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(latencies);
        return new Result(
                latencies.length / seconds,
                latencies[(int) (latencies.length * 0.99)] / 1e6,
                way == Way.SEALED ? lag(0.5, from) : 0,
                way == Way.SEALED ? lag(0.99, from) : 0);
    }

    private double lag(double share, String from) {
        var lag = owner.queryForObject(LAG, Double.class, share, from);
        return lag == null ? Double.NaN : lag;
    }

    private void untilSealed() throws InterruptedException {
        while (Boolean.TRUE.equals(owner.queryForObject(WAITING, Boolean.class))) Thread.sleep(2);
    }

    private long[] insert(Way way, int clients, int seconds) throws Exception {
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var work = new ArrayList<Future<long[]>>();
        try (var hands = Executors.newFixedThreadPool(clients)) {
            for (var i = 0; i < clients; i++) work.add(hands.submit(() -> client(way, until)));
            var all = new ArrayList<long[]>();
            for (var one : work) all.add(one.get());
            return all.stream().flatMapToLong(Arrays::stream).toArray();
        }
    }

    private long[] client(Way way, long until) throws SQLException {
        var random = ThreadLocalRandom.current();
        var scope = new UUID(random.nextLong(), random.nextLong());
        var latencies = new long[1 << 20];
        var count = 0;
        try (var connection = application.getConnection();
                var add = connection.prepareStatement(ADD.formatted(way.table))) {
            for (var now = System.nanoTime(); now < until; now = System.nanoTime()) {
                add.setObject(1, new UUID(now << 16, random.nextLong()));
                add.setObject(2, scope);
                add.setObject(3, scope);
                add.setObject(4, new UUID(random.nextLong(), now));
                add.setObject(5, new UUID(random.nextLong(), now));
                add.executeUpdate();
                latencies[count++] = System.nanoTime() - now;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private void many() throws Exception {
        var sql = new JdbcTemplate(application);
        var began = System.nanoTime();
        for (var done = 0; done < MANY; done += TOGETHER)
            sql.update(ADD_MANY, UUID.randomUUID(), UUID.randomUUID(), TOGETHER);
        var recorded = System.nanoTime();
        untilSealed();
        var sealed = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%,d facts, %,d a statement: recorded %,.0f/s, recorded and sealed %,.0f/s.%n",
                MANY,
                TOGETHER,
                MANY / ((recorded - began) / 1e9),
                MANY / ((sealed - began) / 1e9));
    }

    private void audit() {
        owner.execute("DROP SCHEMA bench CASCADE");
        var vkey = rooms.getBean(Sequencer.class).vkey();
        var report = rooms.getBean(Audit.class).run(vkey, Map.of(), new Watcher() {
            @Override
            public void found(Finding finding) {
                System.out.println(finding);
            }
        });
        var seconds = report.took().toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "Audit: %,d facts under %,d checkpoints in %.1f s, %,.0f facts/s, %s.%n",
                report.facts(),
                report.checkpoints(),
                seconds,
                report.facts() / seconds,
                report.clean() ? "clean" : "NOT CLEAN");
    }
}
