package org.romdoul.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.romdoul.Romdoul;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.demo.Demo;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.journal.ManyFacts;
import org.romdoul.journal.audit.Audit;
import org.romdoul.journal.audit.Finding;
import org.romdoul.journal.audit.Watcher;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.persons.Age;
import org.romdoul.persons.Identity;
import org.romdoul.persons.Part;
import org.romdoul.persons.Persons;
import org.romdoul.persons.Sex;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A record of many fictional cases, loaded through the write path of its rooms, audited, and asked over HTTP. A case has a person,
 * her identity in six sealed values and four sealed wishes; beside it, in the same run, the same rows into plain tables.
 * Arguments: how many cases ({@code 100000}), and how often each page is asked for ({@code 200}).
 */
public final class LargeRecordBench {

    private static final int TOGETHER = 250;
    private static final int CLIENTS = 2;
    private static final int PLAIN = 20_000;
    private static final int PORT = 18_101;
    private static final String SITE = "http://localhost:" + PORT;

    private static final List<String> SETUP = List.of(
            "DROP SCHEMA IF EXISTS bench CASCADE",
            "CREATE SCHEMA bench",
            "GRANT USAGE ON SCHEMA bench TO romdoul_application",
            "CREATE TABLE bench.case_file (LIKE cases.case_file INCLUDING ALL)",
            "CREATE TABLE bench.membership (LIKE cases.membership INCLUDING ALL)",
            "CREATE TABLE bench.person (LIKE persons.person INCLUDING ALL)",
            "CREATE TABLE bench.identity (LIKE journal.fact INCLUDING ALL, subject uuid, local text, latin text, alias text,"
                    + " phone text, address text, born text)",
            "CREATE TABLE bench.wish (LIKE journal.fact INCLUDING ALL, subject uuid, words text)",
            "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA bench TO romdoul_application");

    private final ConfigurableApplicationContext context;
    private final Cases cases;
    private final Persons persons;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private int plainCodes;

    private LargeRecordBench(ConfigurableApplicationContext context) {
        this.context = context;
        this.cases = context.getBean(Cases.class);
        this.persons = context.getBean(Persons.class);
        this.facts = context.getBean(Facts.class);
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public static void main(String[] arguments) throws Exception {
        var many = Integer.parseInt(System.getProperty("bench.cases", "100000"));
        var asked = Integer.parseInt(System.getProperty("bench.asked", "200"));
        try (var context = new SpringApplicationBuilder(Romdoul.class)
                .properties(
                        "romdoul.home=" + System.getProperty("romdoul.home", "target/large-home"),
                        "romdoul.demo=true",
                        "server.port=" + PORT)
                .run()) {
            context.getBeansOfType(Demo.class).values().stream()
                    .sorted(java.util.Comparator.comparingInt(Demo::order))
                    .forEach(Demo::fill);
            var bench = new LargeRecordBench(context);
            if (many > 0) bench.load(many); // otherwise what an earlier run has loaded is asked again
            new AskedPages(SITE, bench.signIn("U-102")).ask(asked);
            if (many > 0) bench.audit();
        }
    }

    private void load(int many) throws InterruptedException, ExecutionException {
        var officer = actor("U-102");
        var owner = new JdbcTemplate(BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                context.getAutowireCapableBeanFactory(), DataSource.class, "owner"));
        SETUP.forEach(owner::execute);
        Actors.as(officer, () -> loadSome(officer, 2_000));
        plain(officer, 2_000);
        var plain = perSecond(PLAIN, () -> plain(officer, PLAIN));
        var began = System.nanoTime();
        var cpu = cpu();
        try (var both = Executors.newFixedThreadPool(CLIENTS)) {
            for (var loaded : both.invokeAll(Collections.nCopies(
                    CLIENTS, () -> Actors.as(officer, () -> loadSome(officer, many / CLIENTS))))) loaded.get();
        }
        var loaded = System.nanoTime();
        context.getBean(Sequencer.class).sealAll();
        var sealed = System.nanoTime();
        owner.execute("DROP SCHEMA bench CASCADE");
        owner.execute("ANALYZE");
        System.out.printf(
                "records: %,d by two clients; plain inserts by one %,.0f/s; through the rooms %,.0f/s (%.2f of plain), sealed too %,.0f/s;"
                        + " sealing lagged %.1f s; CPU of the program %.2f ms a record%n",
                many,
                plain,
                many / ((loaded - began) / 1e9),
                many / ((loaded - began) / 1e9) / plain,
                many / ((sealed - began) / 1e9),
                (sealed - loaded) / 1e9,
                (cpu() - cpu) / 1e6 / many);
    }

    private boolean loadSome(Actor officer, int many) {
        for (var done = 0; done < many; done += TOGETHER) {
            var some = Math.min(TOGETHER, many - done);
            transaction.executeWithoutResult(status -> loadTogether(officer, some));
        }
        return true;
    }

    private void loadTogether(Actor officer, int some) {
        var beginnings = IntStream.range(0, some)
                .mapToObj(i -> new Cases.Beginning(
                        facts.id(), CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2020 + i % 6), null))
                .toList();
        var files = cases.beginAll(beginnings, officer);
        var registrations = files.stream()
                .map(file -> new Persons.Registration(
                        file, facts.id(), Part.PRESUMED_VICTIM, Sex.UNKNOWN, Age.UNKNOWN, PartialDate.UNKNOWN))
                .toList();
        var people = persons.registerAll(registrations);
        persons.recordAll(registrations.stream()
                .map(one ->
                        new Persons.Introduction(one.file(), Objects.requireNonNull(people.get(one.id())), identity()))
                .toList());
        var wanted = new ArrayList<Persons.Wanted>();
        for (var one : registrations)
            for (var i = 0; i < 4; i++)
                wanted.add(new Persons.Wanted(
                        one.file(),
                        Objects.requireNonNull(people.get(one.id())),
                        facts.id(),
                        word(9) + " " + word(12)));
        persons.wishAll(wanted);
    }

    private Identity<String> identity() {
        return new Identity<>(word(7), word(6) + " " + word(8), word(5), "0" + word(8), word(20), "1999");
    }

    static String word(int letters) {
        return ThreadLocalRandom.current()
                .ints(letters, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The same rows without anything that makes them a record: no ledger, no timeline, no keys, no need-to-know. */
    private boolean plain(Actor officer, int many) {
        var sql = context.getBean(JdbcClient.class);
        for (var done = 0; done < many; done += TOGETHER)
            transaction.executeWithoutResult(status -> {
                var files = new ArrayList<Map<String, @Nullable Object>>();
                var seats = new ArrayList<Map<String, @Nullable Object>>();
                var people = new ArrayList<Map<String, @Nullable Object>>();
                var identities = new ArrayList<Map<String, @Nullable Object>>();
                var wishes = new ArrayList<Map<String, @Nullable Object>>();
                for (var i = 0; i < TOGETHER; i++) {
                    var scope = facts.id();
                    files.add(row(
                            scope,
                            officer,
                            Map.of(
                                    "code",
                                    "%08X".formatted(++plainCodes),
                                    "agency",
                                    officer.agency(),
                                    "origin",
                                    "allegation")));
                    seats.add(row(scope, officer, Map.of("account", officer.account(), "part", "owner")));
                    people.add(row(
                            scope,
                            officer,
                            Map.of("part", "presumed_victim", "label", "V1", "sex", "unknown", "age", "unknown")));
                    var said = identity();
                    identities.add(row(
                            scope,
                            officer,
                            Map.of(
                                    "subject",
                                    scope,
                                    "local",
                                    word(7),
                                    "latin",
                                    word(15),
                                    "alias",
                                    word(5),
                                    "phone",
                                    word(9),
                                    "address",
                                    word(20),
                                    "born",
                                    Objects.requireNonNull(said.born()))));
                    for (var w = 0; w < 4; w++)
                        wishes.add(row(scope, officer, Map.of("subject", scope, "words", word(9) + " " + word(12))));
                }
                insert(sql, "bench.case_file", files, "code", "agency", "origin");
                insert(sql, "bench.membership", seats, "account", "part");
                insert(sql, "bench.person", people, "part", "label", "sex", "age");
                insert(
                        sql,
                        "bench.identity",
                        identities,
                        "subject",
                        "local",
                        "latin",
                        "alias",
                        "phone",
                        "address",
                        "born");
                insert(sql, "bench.wish", wishes, "subject", "words");
            });
        return true;
    }

    private Map<String, @Nullable Object> row(UUID scope, Actor officer, Map<String, Object> columns) {
        var row = facts.now(scope, officer.account()).parameters();
        row.putAll(columns);
        return row;
    }

    private static void insert(
            JdbcClient sql, String table, List<Map<String, @Nullable Object>> rows, String... columns) {
        sql.sql(ManyFacts.insert(table, columns))
                .param("rows", ManyFacts.rows(rows))
                .update();
    }

    private void audit() {
        var began = System.nanoTime();
        var vkey = context.getBean(Sequencer.class).vkey();
        var report = context.getBean(Audit.class).run(vkey, Map.of(), new Watcher() {
            @Override
            public void found(Finding finding) {
                System.out.println(finding);
            }
        });
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "audit: %,d facts in %.1f s, %,.0f facts/s, %s%n",
                report.facts(), seconds, report.facts() / seconds, report.clean() ? "clean" : "NOT CLEAN");
    }

    private Demo.SignIn signIn(String number) {
        return context.getBeansOfType(Demo.class).values().stream()
                .flatMap(demo -> demo.signIns().stream())
                .filter(one -> one.user().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static double perSecond(int many, Callable<Boolean> work) {
        var began = System.nanoTime();
        try {
            var unused = work.call();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        return many / ((System.nanoTime() - began) / 1e9);
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private Actor actor(String number) {
        return context.getBean(Accounts.class).byNumber(number).orElseThrow().sitsDown(UUID.randomUUID());
    }
}
