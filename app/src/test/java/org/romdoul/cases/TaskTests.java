package org.romdoul.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.law.Law;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class TaskTests {

    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    CaseFrames frames;

    @Autowired
    Law law;

    private Actor officer;
    private OpenCase file;

    @BeforeEach
    void aCase() {
        officer = staff.hire(Role.INVESTIGATOR);
        file = as(officer, () -> begin(CaseFile.Origin.ALLEGATION));
    }

    @Test
    void nobodySeesTheTasksOfACaseSheMayNotRead() {
        as(officer, () -> tasks.set(file, Task.by(TOMORROW, "visit", officer.agency())));
        var colleague = staff.hire(officer.agency(), Role.INVESTIGATOR);
        var lead = staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);

        assertThat(as(colleague, () -> tasks.of(colleague, Tasks.Whose.TEAM, 10)))
                .isEmpty();
        assertThat(as(lead, () -> tasks.of(lead, Tasks.Whose.TEAM, 10))).hasSize(1);
        assertThat(as(lead, () -> tasks.of(lead, Tasks.Whose.NOBODY, 10))).hasSize(1);
        assertThat(as(officer, () -> tasks.of(officer, Tasks.Whose.MINE, 10))).isEmpty();
    }

    @Test
    void aTaskEndsOnceAndIsSetOnce() {
        var fact = UUID.randomUUID();
        var task = Task.by(TOMORROW, "visit", officer.agency()).of(officer.account());
        as(officer, () -> tasks.set(file, fact, task));
        as(officer, () -> tasks.set(file, fact, task));

        assertThat(as(officer, () -> tasks.of(file))).hasSize(1);
        assertThat(as(officer, () -> tasks.done(file, fact))).isTrue();
        assertThat(as(officer, () -> tasks.withdraw(file, fact, "mistake"))).isFalse();
        assertThat(as(officer, () -> tasks.of(file))).isEmpty();
    }

    @Test
    void aTaskIsHandedOnByOneHandAndKeepsItsLaw() {
        var clock = law.start("police-custody", Instant.now());
        var task = as(
                        officer,
                        () -> tasks.set(
                                file,
                                Task.under(clock, "custody", officer.agency()).of(officer.account())))
                .orElseThrow();
        var other = staff.hire(Role.INVESTIGATOR);

        assertThat(as(officer, () -> tasks.handOn(file, UUID.randomUUID(), task, other.agency(), other.account())))
                .isTrue();
        assertThat(as(officer, () -> tasks.handOn(file, UUID.randomUUID(), task, officer.agency(), null)))
                .isFalse();
        assertThat(as(officer, () -> tasks.of(file))).singleElement().satisfies(duty -> {
            assertThat(duty.account()).isEqualTo(other.account());
            assertThat(duty.rulePack()).isEqualTo(clock.pack());
            assertThat(duty.due()).isCloseTo(clock.due(), within(Duration.ofMillis(1)));
        });
    }

    @Test
    void anImportedDocketStartsNoClocksOfThePast() {
        var docket = as(officer, () -> begin(CaseFile.Origin.DOCKET));
        var past = law.start("pre-trial-felony", Instant.parse("2019-01-01T00:00:00Z"));
        var coming = law.start("pre-trial-felony", Instant.now().plusSeconds(5));

        assertThat(as(officer, () -> tasks.set(docket, Task.under(past, "detention", officer.agency()))))
                .isEmpty();
        assertThat(as(officer, () -> tasks.set(docket, Task.under(coming, "detention", officer.agency()))))
                .isPresent();
        assertThat(as(officer, () -> tasks.set(file, Task.under(past, "detention", officer.agency()))))
                .isPresent();
    }

    @Test
    void theFrameOfEveryPageSaysWhatPresses() {
        assertThat(as(officer, () -> frames.of(file)).urgency()).isNull();
        as(officer, () -> tasks.set(file, Task.by(TOMORROW, "visit", officer.agency())));
        assertThat(as(officer, () -> frames.of(file)).urgency()).isEqualTo(Urgency.SOON);
        var passed = law.start("police-custody", Instant.now().minus(Duration.ofHours(49)));
        as(officer, () -> tasks.set(file, Task.under(passed, "custody", officer.agency())));

        var frame = as(officer, () -> frames.of(file));

        assertThat(frame.urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(frame.owner()).isEqualTo(officer.number());
        assertThat(frame.stage()).isEqualTo(Stage.INVESTIGATION);
        as(officer, () -> {
            cases.reach(file, Stage.TRIAL);
            return file;
        });
        assertThat(as(officer, () -> frames.of(file)).stage()).isEqualTo(Stage.TRIAL);
    }

    private OpenCase begin(CaseFile.Origin origin) {
        return cases.begin(origin, PartialDate.ofYear(2026), null, officer);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work);
    }

    private static org.assertj.core.data.TemporalUnitOffset within(Duration some) {
        return org.assertj.core.api.Assertions.within(some.toMillis(), java.time.temporal.ChronoUnit.MILLIS);
    }
}
