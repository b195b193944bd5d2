package org.romdoul.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.romdoul.vault.IdentityReadings;
import org.romdoul.vault.Openings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import({Staff.class, Opened.class})
class SampleTests {

    private static final String PAGE = "/oversight/samples";

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Openings openings;

    @Autowired
    IdentityReadings readings;

    @Autowired
    Samples samples;

    private Actor officer;
    private Actor monitor;
    private OpenCase file;
    private Visitor watching;
    private final UUID named = UUID.randomUUID();

    @BeforeEach
    void anOpening() {
        officer = staff.hire(Role.INVESTIGATOR);
        monitor = staff.hire(Role.MONITOR);
        file = opened.by(officer);
        watching = new Visitor(program, monitor);
        open();
    }

    @Test
    void everyOneHasTheSameChanceAndNoneComesTwice() {
        var six = List.of(0, 1, 2, 3, 4, 5);
        var times = new int[6];
        for (var seed = 0; seed < 30_000; seed++) {
            var drawn = Sample.draw(six, 2, new Random(seed));
            assertThat(drawn).hasSize(2).doesNotHaveDuplicates();
            drawn.forEach(one -> times[one]++);
        }
        assertThat(IntStream.of(times).boxed())
                .allSatisfy(count -> assertThat(count).isCloseTo(10_000, within(300)));
        assertThat(Sample.draw(six, 20, new Random(1))).isEqualTo(six);
        assertThat(Sample.draw(List.of(), 20, new Random(1))).isEmpty();
    }

    @Test
    void theDatabaseTellsOpeningsToAMonitorAlone() {
        var ages = Instant.EPOCH;
        var far = Instant.parse("2100-01-01T00:00:00Z");
        for (var role : List.of(Role.INVESTIGATION_LEAD, Role.ADMINISTRATOR, Role.RESEARCHER)) {
            var other = staff.hire(role);
            assertThat(staff.as(other, () -> readings.between(ages, far))).isEmpty();
        }
        assertThat(staff.as(monitor, () -> readings.between(ages, far)))
                .anySatisfy(one -> assertThat(one.actor()).isEqualTo(officer.account()));
    }

    @Test
    void aSampleIsDrawnOnceShowsNothingPersonalAndIsReviewed() {
        assertThat(watching.post(PAGE, "fact", fresh(), "days", "365").body()).contains("Please answer this");
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(watching.post(PAGE, "fact", fact, "days", "7").to()).isEqualTo(PAGE + "/" + fact);
        var sample = Actors.as(monitor, () -> samples.find(monitor, UUID.fromString(fact)))
                .orElseThrow();
        var drawn = Actors.as(monitor, () -> samples.drawn(sample));
        assertThat(drawn).hasSize(sample.size());
        assertThat(sample.size()).isEqualTo(Math.min(Sample.SIZE, sample.population()));
        var page = watching.get(PAGE + "/" + fact).body();
        assertThat(page).contains(drawn.getFirst().shown()).doesNotContain(named.toString());

        var one = PAGE + "/" + fact + "/" + drawn.getFirst().id();
        var review = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(watching.post(one + "/in-order", "fact", review).to()).isEqualTo(PAGE + "/" + fact);
        assertThat(Actors.as(monitor, () -> samples.drawn(sample)).getFirst().inOrder())
                .isTrue();
    }

    @Test
    void whoeverOpenedIsAskedAndOtherOversightSeesNothing() {
        var fact = fresh();
        watching.post(PAGE, "fact", fact, "days", "7");
        var sample = Actors.as(monitor, () -> samples.find(monitor, UUID.fromString(fact)))
                .orElseThrow();
        var drawn = Actors.as(monitor, () -> samples.drawn(sample)).getFirst();
        var one = PAGE + "/" + fact + "/" + drawn.id();
        var other = new Visitor(program, staff.hire(Role.MONITOR));
        assertThat(other.get(PAGE + "/" + fact).status()).isEqualTo(404);
        assertThat(other.get(one).status()).isEqualTo(404);
        assertThat(other.post(one, "fact", fresh(), "words", "x").status()).isEqualTo(404);
        assertThat(watching.post(one, "fact", fresh(), "words", "").body()).contains("Please answer this");

        var question = watching.post(one, "fact", fresh(), "words", "Fictional: what was it needed for?")
                .to();

        assertThat(watching.get(question).body()).contains("A name that was opened", "what was it needed for?");
        assertThat(watching.get(PAGE + "/" + fact).body()).contains("Asked, not answered yet");
    }

    private void open() {
        staff.as(officer, () -> openings.identity(file.id(), named, officer, "contact", null));
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
