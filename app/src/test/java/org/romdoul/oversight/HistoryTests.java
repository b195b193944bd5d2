package org.romdoul.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.Allegation;
import org.romdoul.cases.Allegations;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Cases;
import org.romdoul.cases.Membership;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Task;
import org.romdoul.cases.Tasks;
import org.romdoul.cases.closing.Closing;
import org.romdoul.cases.closing.Closings;
import org.romdoul.cases.closing.Reopening;
import org.romdoul.cases.transfer.Transfer;
import org.romdoul.cases.transfer.Transfers;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Derived;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hundreds of histories of cases, each from its seed, and what must hold after every one. */
@RomdoulTest
@Import(Staff.class)
class HistoryTests {

    private static final int HISTORIES = 200;
    private static final int STEPS = 25;

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Allegations allegations;

    @Autowired
    Memberships memberships;

    @Autowired
    Closings closings;

    @Autowired
    Transfers transfers;

    @Autowired
    Exclusions exclusions;

    @Autowired
    BreakGlass breakGlass;

    @Autowired
    Tasks tasks;

    @Autowired
    @Qualifier("auditor")
    DataSource auditor;

    @Autowired
    List<Derived> derived;

    // What access holds of cases, from the facts of both rooms alone.
    private static final String READERS = """
            SELECT f.id AS scope, coalesce(a.agency, f.agency) AS hat, coalesce(a.id, f.id) AS basis,
                   NULL::timestamptz AS until
              FROM cases.case_file f
              LEFT JOIN (SELECT DISTINCT ON (t.scope) t.scope, t.agency, t.id FROM cases.transfer_answer t
                          WHERE t.outcome = 'accepted' ORDER BY t.scope, t.recorded_at DESC, t.id DESC) a ON a.scope = f.id
            UNION ALL
            SELECT m.scope, m.account, m.id, NULL FROM cases.membership m
             WHERE NOT EXISTS (SELECT 1 FROM cases.membership_end e WHERE e.membership = m.id)
            UNION ALL
            SELECT b.scope, b.actor, b.id, b.until FROM oversight.break_glass b""";

    private static final String EXCLUDED = """
            SELECT DISTINCT ON (x.scope, x.account) x.scope, x.account, x.id AS basis
              FROM oversight.exclusion x LEFT JOIN oversight.exclusion_end e ON e.exclusion = x.id
             WHERE e.id IS NULL
             ORDER BY x.scope, x.account, x.recorded_at, x.id""";

    private final List<Actor> people = new ArrayList<>();
    private final List<UUID> agencies = new ArrayList<>();
    private final List<UUID> opened = new ArrayList<>();

    @Test
    void whateverPeopleDoTheTablesFollowTheFactsAndTheRulesHold() {
        hire();
        var done = new int[12];
        for (var seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var opener = pick(people.subList(0, 6), random);
            var file = Actors.as(
                    opener, () -> allegations.open(UUID.randomUUID(), PartialDate.ofYear(2026), alleged(), opener));
            opened.add(file.id());
            for (var step = 0; step < STEPS; step++) done[step(file.code(), random)]++;
            if (seed % 20 == 19) assertThatTablesFollowFacts(seed);
            assertThatRulesHold(seed, file);
        }
        assertThat(done).as("every kind of step happened").doesNotContain(0);
    }

    private int step(CaseCode code, Random random) {
        var kind = random.nextInt(12);
        var actor = pick(people, random);
        var other = pick(people, random);
        if (kind == 9) {
            Actors.as(
                    actor,
                    () -> breakGlass.attempt(
                            actor,
                            UUID.randomUUID(),
                            code.toString(),
                            BreakGlass.Reason.DANGER,
                            "w",
                            random.nextInt(9)));
            return kind;
        }
        if (kind == 7) {
            Actors.as(
                    actor,
                    () -> exclusions.exclude(actor, UUID.randomUUID(), code, other.number(), Exclusion.Reason.FAMILY));
            return kind;
        }
        if (kind == 8) {
            for (var one : Actors.as(actor, () -> exclusions.inForce(actor)))
                Actors.as(actor, () -> exclusions.lift(actor, UUID.randomUUID(), one.id()));
            return kind;
        }
        if (kind == 6) {
            Actors.as(
                    actor,
                    () -> transfers
                            .asked(actor, code)
                            .map(asked -> random.nextBoolean()
                                    ? transfers.accept(actor, UUID.randomUUID(), asked)
                                    : transfers.refuse(actor, UUID.randomUUID(), asked, Transfer.Reason.CAPACITY)));
            return kind;
        }
        var opened = Actors.as(actor, () -> cases.open(code, actor));
        opened.ifPresent(file -> Actors.as(actor, () -> work(file, kind, other, random)));
        return kind;
    }

    private Object work(OpenCase file, int kind, Actor other, Random random) {
        return switch (kind) {
            case 0 -> memberships.join(file, UUID.randomUUID(), other.number(), Membership.Part.MEMBER);
            case 1 -> memberships.join(file, UUID.randomUUID(), other.number(), Membership.Part.OWNER);
            case 2 ->
                memberships.leave(
                        file,
                        UUID.randomUUID(),
                        pick(memberships.of(file), random).membership());
            case 3 -> closings.propose(file, UUID.randomUUID(), Closing.Reason.NO_EVIDENCE, "w");
            case 4 ->
                closings.last(file)
                        .map(one -> closings.answer(
                                file, UUID.randomUUID(), one.id(), random.nextBoolean() ? one.id() : null, null));
            case 5 -> transfers.ask(file, UUID.randomUUID(), pick(agencies, random), Transfer.Reason.PLACE, "w");
            case 10 ->
                tasks.set(
                        file,
                        Task.by(Instant.now().plus(Duration.ofDays(random.nextInt(9))), "visit", other.agency())
                                .of(other.account()));
            default -> {
                var waiting = tasks.of(file);
                if (waiting.isEmpty()) yield closings.reopen(file, UUID.randomUUID(), Reopening.Reason.OTHER, "w");
                var task = pick(waiting, random).task();
                yield random.nextBoolean()
                        ? tasks.done(file, task)
                        : tasks.handOn(file, UUID.randomUUID(), task, other.agency(), null);
            }
        };
    }

    private void assertThatTablesFollowFacts(int seed) {
        for (var table : derived)
            if (table.table().startsWith("cases."))
                assertThatSame(seed, "SELECT * FROM " + table.table(), table.recomputed());
        assertThatSame(seed, "SELECT scope, hat, basis, until FROM access.reader", READERS);
        assertThatSame(seed, "SELECT scope, account, basis FROM access.excluded", EXCLUDED);
    }

    // Other tests write into the same record, some of them past the rules: only what happened here is compared.
    private void assertThatSame(int seed, String table, String recomputed) {
        var differing = JdbcClient.create(auditor)
                .sql(
                        "SELECT * FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s)) x WHERE scope IN (:opened)"
                                .formatted("(" + table + ")", "(" + recomputed + ")"))
                .param("opened", opened)
                .query()
                .listOfRows();
        assertThat(differing).as("seed " + seed + ": " + table).isEmpty();
    }

    private void assertThatRulesHold(int seed, OpenCase file) {
        var sql = JdbcClient.create(auditor);
        var excluded = Set.copyOf(sql.sql(
                        "SELECT x.account FROM oversight.exclusion x WHERE x.scope = :case AND NOT EXISTS (SELECT 1 FROM oversight.exclusion_end e WHERE e.exclusion = x.id)")
                .param("case", file.id())
                .query(UUID.class)
                .list());
        for (var person : people)
            if (excluded.contains(person.account()))
                assertThat(Actors.as(person, () -> cases.open(file.code(), person)))
                        .as("seed " + seed + ": the excluded never reads")
                        .isEmpty();
        var owner = sql.sql("SELECT owner FROM cases.desk WHERE scope = :case")
                .param("case", file.id())
                .query(UUID.class)
                .single();
        assertThat(excluded)
                .as("seed " + seed + ": who answers for it may read it")
                .doesNotContain(owner);
        var ownReaders =
                sql.sql("""
                        SELECT count(*) FROM cases.closing c JOIN cases.closing_answer a ON a.closing = c.id
                         WHERE c.scope = :case AND a.actor = c.actor""").param("case", file.id()).query(Integer.class).single();
        assertThat(ownReaders)
                .as("seed " + seed + ": nothing closes without a second reader")
                .isZero();
        var monitorsWhoRead =
                sql.sql("""
                        SELECT count(*) FROM access.reader r JOIN access.account a ON a.id = r.hat OR a.scope = r.hat
                         WHERE r.scope = :case AND a.role = 'MONITOR'""").param("case", file.id()).query(Integer.class).single();
        assertThat(monitorsWhoRead)
                .as("seed " + seed + ": oversight reads no case")
                .isZero();
    }

    private void hire() {
        for (var i = 0; i < 3; i++) {
            var agency = staff.agency("police");
            agencies.add(agency);
            people.add(staff.hire(agency, Role.INVESTIGATOR));
            people.add(staff.hire(agency, Role.INVESTIGATION_LEAD));
        }
        for (var agency : List.copyOf(agencies)) people.add(staff.hire(agency, Role.INVESTIGATION_LEAD));
        var oversight = staff.agency("oversight");
        people.add(staff.hire(oversight, Role.MONITOR));
        people.add(staff.hire(oversight, Role.MONITOR));
    }

    private static Allegation alleged() {
        return new Allegation(
                Allegation.Child.YES,
                Set.of(Allegation.Act.TRANSFER),
                Set.of(),
                Set.of(Allegation.Purpose.LABOUR),
                null,
                "w");
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
