package org.romdoul.journal.audit;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.romdoul.Romdoul;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.DatabaseRole;
import org.romdoul.database.TestDatabase;
import org.romdoul.demo.Demo;
import org.romdoul.evidence.Described;
import org.romdoul.evidence.Exhibit;
import org.romdoul.evidence.Receiving;
import org.romdoul.input.PartialDate;
import org.romdoul.intake.Intake;
import org.romdoul.intake.Report;
import org.romdoul.intake.Tip;
import org.romdoul.journal.Derived;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.journal.witnessing.Testimonies;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.oversight.Exclusion;
import org.romdoul.oversight.Exclusions;
import org.romdoul.persons.Age;
import org.romdoul.persons.Identity;
import org.romdoul.persons.Part;
import org.romdoul.persons.Persons;
import org.romdoul.persons.Purpose;
import org.romdoul.persons.Sex;
import org.romdoul.testing.Staff;
import org.romdoul.vault.Erasures;
import org.romdoul.vault.Vault;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A record with a few agencies, cases and people in it, most of it sealed and some of it waiting; and who attacks it. */
final class SmallCountry implements AutoCloseable {

    private final TestDatabase database;
    private final ConfigurableApplicationContext program;
    private final SchemaDescription made;
    private final Testimonies testimonies;
    private Map<String, byte[]> kept = Map.of();
    private final Staff staff;
    private final Cases cases;
    private final Persons persons;
    private final Receiving receiving;
    private final Actor monitor;
    private final List<OpenCase> opened = new ArrayList<>();

    SmallCountry() throws SQLException {
        this(TestDatabase.fresh());
    }

    /** @param database nobody's yet, whose home may hold a key and a policy */
    SmallCountry(TestDatabase database) throws SQLException {
        this(database, "--romdoul.demo=false");
    }

    /** And everything that the demonstration shows: nearly every table of facts has rows, and every derived one. */
    static SmallCountry withTheDemonstration() throws SQLException {
        var country = new SmallCountry(TestDatabase.fresh(), "--romdoul.demo=true");
        country.program.getBeansOfType(Demo.class).values().stream()
                .sorted(Comparator.comparingInt(Demo::order))
                .forEach(Demo::fill);
        country.seal();
        country.work();
        return country;
    }

    private SmallCountry(TestDatabase database, String setting) throws SQLException {
        this.database = database;
        made = described(TestDatabase.fresh());
        program = new SpringApplicationBuilder(Romdoul.class)
                .web(WebApplicationType.NONE)
                .run(words(database, setting));
        staff = new Staff(
                program.getBean(JdbcClient.class),
                program.getBean(Facts.class),
                program.getBean(Vault.class),
                program.getBean(PlatformTransactionManager.class));
        cases = program.getBean(Cases.class);
        persons = program.getBean(Persons.class);
        receiving = program.getBean(Receiving.class);
        testimonies = program.getBean(Testimonies.class);
        monitor = staff.hire(staff.agency("oversight"), Role.MONITOR);
        fill();
    }

    private static String[] words(TestDatabase database, String setting) {
        var words =
                new ArrayList<>(List.of("--romdoul.sealing=off", "--spring.main.lazy-initialization=true", setting));
        database.properties().forEach((name, value) -> words.add("--" + name + "=" + value));
        return words.toArray(String[]::new);
    }

    static SchemaDescription described(TestDatabase database) throws SQLException {
        try (var auditor = database.dataSource(DatabaseRole.AUDITOR);
                var connection = auditor.getConnection()) {
            return Audit.describe(connection);
        }
    }

    private void fill() {
        for (var i = 0; i < 4; i++) {
            work();
            seal();
        }
        keepSomebodyOut();
        seal();
        work();
    }

    /** Oversight keeps an officer out of the first case, of which a tip is part before and another after, and lets another in again. */
    private void keepSomebodyOut() {
        var exclusions = program.getBean(Exclusions.class);
        var first = opened.getFirst();
        report(first);
        for (var lifted : List.of(false, true)) {
            var fact = UUID.randomUUID();
            var kept = staff.hire(Role.INVESTIGATOR);
            staff.as(
                    monitor,
                    () -> exclusions.exclude(monitor, fact, first.code(), kept.number(), Exclusion.Reason.FAMILY));
            if (!lifted) report(first);
            if (lifted) staff.as(monitor, () -> exclusions.lift(monitor, UUID.randomUUID(), fact));
        }
    }

    /** A tip comes, and the head of the unit puts it to a case. */
    private void report(OpenCase file) {
        var intake = program.getBean(Intake.class);
        var head = staff.hire(file.file().agency(), Role.INVESTIGATION_LEAD);
        var held = staff.as(head, () -> cases.open(file.code(), head)).orElseThrow();
        intake.take(
                new Report(UUID.randomUUID(), Tip.Danger.NO, "A door is locked", "", PartialDate.UNKNOWN, ""),
                Tip.Channel.PUBLIC,
                Actor.SYSTEM);
        staff.as(head, () -> intake.addTo(held, intake.waiting(1).getFirst(), UUID.randomUUID()));
    }

    /** Two people erase whom the first case knows as its first victim. */
    void erase() {
        var erasures = program.getBean(Erasures.class);
        var file = opened.getFirst();
        var request = UUID.randomUUID();
        staff.as(
                file.reader(),
                () -> erasures.ask(
                        request, file.id(), persons.in(file).getFirst().id(), "She asks for it", file.reader()));
        staff.as(monitor, () -> erasures.answer(request, true, monitor));
    }

    /** An officer is hired, opens a case, and learns of two people. */
    void work() {
        var officer = staff.hire(Role.INVESTIGATOR);
        var file = staff.as(
                officer, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), "KH-12", officer));
        opened.add(file);
        for (var part : List.of(Part.PRESUMED_VICTIM, Part.SUSPECT)) learnOf(file, part, officer);
        receive(file, officer);
    }

    private void receive(OpenCase file, Actor officer) {
        var described = new Described(Exhibit.Origin.SEIZED, null, null, "Found on the table", PartialDate.UNKNOWN);
        var bytes = UUID.randomUUID().toString().repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        var coming = new Receiving.Coming(new ByteArrayInputStream(bytes), "a.txt", null, null);
        Actors.as(officer, () -> receiving.receive(file, UUID.randomUUID(), described, coming));
    }

    private void learnOf(OpenCase file, Part part, Actor officer) {
        staff.as(officer, () -> {
            var person = persons.register(file, UUID.randomUUID(), part, Sex.UNKNOWN, Age.UNKNOWN, PartialDate.UNKNOWN);
            persons.record(
                    file,
                    person,
                    UUID.randomUUID(),
                    new Identity<>("\u1788\u17bc\u1780", "Lotus Example", null, "000", null, null),
                    null);
            persons.wishes(file, person, UUID.randomUUID(), "To finish school");
            persons.unseal(file, person, Purpose.values()[0], "To ask her");
            return person;
        });
    }

    void seal() {
        while (sequencer().seal() > 0) {}
    }

    Sequencer sequencer() {
        return program.getBean(Sequencer.class);
    }

    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    String backUp() {
        var copy = database.backUp();
        reconnect();
        return copy;
    }

    /** Puts a backup in the place of the record, while the program runs. */
    void restore(String copy) {
        database.restore(copy);
        reconnect();
    }

    /** Its connections were cut: it must not find that out in the middle of something. */
    private void reconnect() {
        program.getBeansOfType(HikariDataSource.class).values().stream()
                .map(HikariDataSource::getHikariPoolMXBean)
                .filter(Objects::nonNull)
                .forEach(HikariPoolMXBean::softEvictConnections);
    }

    TestDatabase database() {
        return database;
    }

    DataSource superuser() {
        return database.superuser();
    }

    VerifierKey log() {
        return Audit.key(sequencer().vkey());
    }

    List<Derived> derived() {
        return List.copyOf(program.getBeansOfType(Derived.class).values());
    }

    List<KeyedCheck> keyed() {
        return List.copyOf(program.getBeansOfType(KeyedCheck.class).values());
    }

    /** What the audit says on this connection, of what this transaction did too. */
    AuditReport audit(Connection connection) throws SQLException {
        return audit(connection, keyed());
    }

    AuditReport audit(Connection connection, List<KeyedCheck> keyed) throws SQLException {
        return audit(connection, made, log(), keyed);
    }

    /** @param vkey of the log that grows, where another has succeeded the one that this program knows */
    AuditReport audit(Connection connection, String vkey) throws SQLException {
        return audit(connection, made, Audit.key(vkey), keyed());
    }

    // People outside: the witnesses of the policy in its home, and whoever kept something.
    private AuditReport audit(
            Connection connection, SchemaDescription expected, VerifierKey log, List<KeyedCheck> keyed)
            throws SQLException {
        return new Look(connection, expected, Watcher.SILENT)
                .run(
                        log,
                        Outside.ask(testimonies, log, kept, Watcher.SILENT),
                        derived(),
                        keyed,
                        program.getBean(FileStore.class));
    }

    /** From now on the audit is shown a checkpoint that somebody kept. */
    void isShown(byte[] checkpoint) {
        kept = Map.of("kept", checkpoint);
    }

    /** The schema as the migrations make it. */
    SchemaDescription made() {
        return made;
    }

    /** What the auditor says. */
    AuditReport audit() throws SQLException {
        return audit(made);
    }

    /** What the auditor says, held against another schema. */
    AuditReport audit(SchemaDescription expected) throws SQLException {
        return audit(expected, log());
    }

    /** What the auditor says who was given the key of the log that grows. */
    AuditReport audit(String vkey) throws SQLException {
        return audit(made, Audit.key(vkey));
    }

    private AuditReport audit(SchemaDescription expected, VerifierKey log) throws SQLException {
        try (var auditor = database.dataSource(DatabaseRole.AUDITOR);
                var connection = auditor.getConnection()) {
            connection.setAutoCommit(false);
            return audit(connection, expected, log, keyed());
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
