package org.romdoul.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.testing.Browser;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** Results of the cases worked here are frozen by a researcher, read by everybody, and never told apart by a few people. */
@RomdoulTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Staff.class)
class ReleasesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Prosecution prosecution;

    @Autowired
    Facts facts;

    @Autowired
    Releases releases;

    @Autowired
    Sequencer sequencer;

    @LocalServerPort
    int port;

    private Actor clerk;
    private Visitor researcher;
    private Browser everybody;

    @BeforeEach
    void people() {
        clerk = staff.hire(staff.agency("court"), Role.CLERK);
        researcher = new Visitor(program, staff.hire(staff.agency("research"), Role.RESEARCHER));
        everybody = new Browser(port);
    }

    @Test
    void nobodyElseReleasesOrReadsWhatIsNotReleased() {
        for (var role : new Role[] {Role.INVESTIGATOR, Role.CLERK, Role.ADMINISTRATOR}) {
            var stranger = new Visitor(program, staff.hire(role));
            assertThat(stranger.get("/results").status()).isEqualTo(404);
            assertThat(stranger.get("/results/here").status()).isEqualTo(404);
        }
        var monitor = new Visitor(program, staff.hire(Role.MONITOR));
        assertThat(monitor.get("/results").status()).isEqualTo(200);
        assertThat(monitor.get("/results").body()).doesNotContain("name=\"fact\"");
        assertThat(monitor.post("/results", "fact", UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        assertThat(everybody.get("/results").statusCode()).isEqualTo(303);
        assertThat(everybody.get("/r/releases/00000000").statusCode()).isEqualTo(404);
        assertThat(researcher
                        .post("/results", "fact", UUID.randomUUID().toString(), "docket", "no-such-court")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSecondReleaseThatTellsOfAFewIsRefusedWithTheNumberThatDoes() {
        charge(40);
        var fact = researcher.get("/results").fact();
        var first = researcher.post("/results", "fact", fact).to();
        var code = first.substring(first.lastIndexOf('/') + 1);

        assertThat(first).startsWith("/r/releases/");
        assertThat(researcher.post("/results", "fact", fact).to())
                .as("sent twice")
                .isEqualTo(first);
        var numbers = everybody.get(first + "/cohorts.csv").body();
        charge(2);
        var refused =
                researcher.post("/results?lang=en", "fact", UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.problems().getFirst()).contains(code, "tell of", "Wait until more");
        assertThat(everybody.get("/r/here").body()).contains(code);
        assertThat(everybody.get(first + "/cohorts.csv").body()).isEqualTo(numbers);
    }

    @Test
    void aReleaseIsReadInEveryLanguageAsItStood() {
        charge(60);
        var made = researcher.post("/results", "fact", UUID.randomUUID().toString());
        var release = made.status() == 302 ? made.to() : "/r/here";
        for (var language : List.of("en", "km", "vi"))
            for (var path : List.of(release, "/r/here"))
                assertThat(everybody.get(path + "?lang=" + language).body())
                        .doesNotContain("NaN", "results.")
                        .contains("<svg", "SHA-256");
        var one = releases.of(null).getFirst();
        assertThat(everybody.get("/r/here").body())
                .contains(one.sha256(), one.position().root());
    }

    /** As many in each of four years, so that some numbers are shown whatever others have recorded. */
    private void charge(int people) {
        var chance = new SplittableRandom(people);
        for (var year = 1990; year < 1994; year++) {
            var began = PartialDate.ofYear(year);
            var file = as(() -> cases.begin(CaseFile.Origin.ALLEGATION, began, null, clerk));
            var all = new FictionalDocket(file, facts, chance).of(year, people);
            assertThat(as(() -> prosecution.recordAll(List.of(file), all))).isEmpty();
        }
        while (sequencer.seal() > 0) {}
    }

    private <T> T as(Supplier<T> work) {
        return Objects.requireNonNull(staff.as(clerk, work));
    }
}
