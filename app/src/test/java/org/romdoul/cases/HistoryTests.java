package org.romdoul.cases;

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
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
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

    private final List<Actor> people = new ArrayList<>();
    private final List<UUID> agencies = new ArrayList<>();

    @Test
    void whateverPeopleDoTheTablesFollowTheFactsAndTheRulesHold() {
        hire();
        var done = new int[12];
        for (var seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var opener = pick(people.subList(0, 6), random);
            var file = Actors.as(
                    opener, () -> allegations.open(UUID.randomUUID(), PartialDate.ofYear(2026), alleged(), opener));
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
                    () -> breakGlass.attempt(actor, code.toString(), BreakGlass.Reason.DANGER, "w", random.nextInt(9)));
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
            case 0 -> memberships.join(file, other.number(), Membership.Part.MEMBER);
            case 1 -> memberships.join(file, other.number(), Membership.Part.OWNER);
            case 2 -> memberships.leave(file, pick(memberships.of(file), random).membership());
            case 3 -> closings.propose(file, UUID.randomUUID(), Closing.Reason.NO_EVIDENCE, "w");
            case 4 ->
                closings.last(file)
                        .map(one -> closings.answer(file, UUID.randomUUID(), one.id(), random.nextBoolean(), null));
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
                yield random.nextBoolean() ? tasks.done(file, task) : tasks.handOn(file, task, other.agency(), null);
            }
        };
    }

    private void assertThatTablesFollowFacts(int seed) {
        assertThatSame(
                seed,
                "SELECT task, scope, kind, subject, agency, account, due, legal_limit, rule_pack, path FROM cases.duty",
                DutyRows.RECOMPUTED);
        assertThatSame(
                seed,
                "SELECT scope, code, stage, status, agency, owner, opened, next_due, legal_due FROM cases.desk",
                DeskRows.RECOMPUTED);
        assertThatSame(
                seed,
                "SELECT scope, hat, basis, until FROM access.reader WHERE scope IN (SELECT id FROM cases.case_file)",
                MembershipRows.READERS_RECOMPUTED);
        assertThatSame(
                seed,
                "SELECT scope, account, basis FROM access.excluded WHERE scope IN (SELECT id FROM cases.case_file)",
                ExclusionRows.RECOMPUTED);
    }

    private void assertThatSame(int seed, String table, String recomputed) {
        var differing = JdbcClient.create(auditor)
                .sql("(%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s)"
                        .formatted("(" + table + ")", "(" + recomputed + ")"))
                .query()
                .listOfRows();
        assertThat(differing).as("seed " + seed + ": " + table).isEmpty();
    }

    private void assertThatRulesHold(int seed, OpenCase file) {
        var sql = JdbcClient.create(auditor);
        var excluded = Set.copyOf(sql.sql(
                        "SELECT x.account FROM cases.exclusion x WHERE x.scope = :case AND NOT EXISTS (SELECT 1 FROM cases.exclusion_end e WHERE e.exclusion = x.id)")
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
