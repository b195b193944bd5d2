package org.romdoul.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** Erasure of who a person is, as it is asked for, held up, answered and seen on pages. */
@RomdoulTest
@Import({Staff.class, Opened.class})
class ErasurePagesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    NeedToKnow needToKnow;

    @Autowired
    Agencies agencies;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    private Actor officer;
    private Actor prosecutor;
    private OpenCase file;
    private String person = "";
    private Visitor asking;
    private Visitor prosecuting;
    private Visitor watching;

    @BeforeEach
    void somebodyIsNamed() {
        officer = staff.hire(Role.INVESTIGATOR);
        prosecutor = staff.hire(staff.agency("prosecution"), Role.PROSECUTOR);
        file = opened.by(officer);
        staff.as(officer, () -> {
            needToKnow.let(file.id(), prosecutor.account(), prosecutor.account(), null);
            return true;
        });
        asking = new Visitor(program, officer);
        prosecuting = new Visitor(program, prosecutor);
        watching = new Visitor(
                program,
                staff.hire(
                        agencies.oversight().map(Agency::id).orElseGet(() -> staff.agency("oversight")), Role.MONITOR));
        var people = "/c/" + file.code() + "/people/new";
        person = asking.post(people, "fact", fact(), "part", "PRESUMED_VICTIM", "sex", "UNKNOWN", "age", "CHILD")
                .to();
        asking.post(person + "/identity", "fact", fact(), "latin", "Lotus Example");
    }

    private static String fact() {
        return UUID.randomUUID().toString();
    }

    private Visitor.Answer ask() {
        return asking.post(person + "/erasure", "fact", fact(), "reason", "She asks for it herself");
    }

    /** @return the address of the request that waits, as oversight finds it */
    private String waiting() {
        var found = java.util.regex.Pattern.compile("/erasures/[0-9a-f-]{36}")
                .matcher(watching.get("/erasures").body());
        var last = "";
        while (found.find()) if (watching.get(found.group()).text().contains(officer.number())) last = found.group();
        return last;
    }

    @Test
    void aRequestIsNotThereForAStranger() {
        ask();
        var request = waiting();
        for (var role : new Role[] {Role.INVESTIGATOR, Role.INVESTIGATION_LEAD, Role.ADMINISTRATOR, Role.RESEARCHER}) {
            var stranger = new Visitor(program, staff.hire(role));
            assertThat(stranger.get(request).status()).as(role.name()).isEqualTo(404);
            assertThat(stranger.post(request, "grant", "yes").text()).doesNotContain("She asks");
            assertThat(stranger.post(request + "/hold", "fact", fact(), "reason", "x")
                            .status())
                    .isEqualTo(404);
            assertThat(stranger.get("/erasures").text()).doesNotContain(officer.number());
        }
        assertThat(watching.get(request).text()).contains("She asks for it herself", "Waits for a second person");
        assertThat(watching.get("/today").text()).contains("An erasure waits for a second person");
        assertThat(watching.get("/c/" + file.code()).status()).isEqualTo(404);
    }

    @Test
    void withoutAReasonOrAnAnswerNothingIsDoneAndItIsSaid() {
        assertThat(asking.post(person + "/erasure", "fact", fact(), "reason", "  ")
                        .problems())
                .hasSize(1);
        assertThat(waiting()).isEmpty();
        ask();
        assertThat(watching.post(waiting()).problems()).containsExactly("Choose an answer.");
        assertThat(asking.post(waiting(), "grant", "yes").problems())
                .containsExactly("Whoever asks cannot answer: it takes two people.");
        assertThat(ask().problems()).containsExactly("An erasure has been asked for already and waits for its answer.");
    }

    @Test
    void whereNobodyIsNamedThereIsNothingToErase() {
        var nobody = asking.post(
                        "/c/" + file.code() + "/people/new",
                        "fact",
                        fact(),
                        "part",
                        "WITNESS",
                        "sex",
                        "FEMALE",
                        "age",
                        "ADULT")
                .to();
        assertThat(asking.get(nobody + "/erasure").text()).contains("there is nothing to erase");
        assertThat(asking.post(nobody + "/erasure", "fact", fact(), "reason", "Why not")
                        .problems())
                .isNotEmpty();
    }

    @Test
    void aProsecutorHoldsItUpAndOversightLiftsThat() {
        ask();
        assertThat(asking.post(person + "/erasure/hold", "fact", fact(), "ground", "TRIAL", "reason", "The trial")
                        .problems())
                .containsExactly("Only a prosecutor or a monitor sets or lifts a legal hold.");
        var refused = prosecuting.post(person + "/erasure/hold", "fact", fact(), "reason", "The trial begins");
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.body()).contains("The trial begins");
        assertThat(prosecuting
                        .post(person + "/erasure/hold", "fact", fact(), "ground", "TRIAL", "reason", "The trial begins")
                        .to())
                .isEqualTo(person + "/erasure");
        assertThat(prosecuting
                        .post(person + "/erasure/hold", "fact", fact(), "ground", "APPEAL", "reason", "A second hand")
                        .to())
                .as("set by two at once, it is set")
                .isEqualTo(person + "/erasure");
        var request = waiting();
        assertThat(watching.post(request, "grant", "yes").problems())
                .containsExactly("A legal hold is in the way: the data are needed for a proceeding.");
        assertThat(watching.post(request + "/hold", "fact", fact(), "reason", "")
                        .problems())
                .hasSize(1);
        assertThat(watching.post(request + "/hold", "fact", fact(), "reason", "The trial is over")
                        .to())
                .isEqualTo(request);
        assertThat(prosecuting.get(person + "/erasure").text()).contains("No legal hold is set", "The trial is over");
    }

    @Test
    void twoPeopleEraseHerAndEverybodySeesThatAndWhenItIsComplete() {
        ask();
        var request = waiting();
        assertThat(watching.post(request, "grant", "yes").to()).isEqualTo(request);
        assertThat(watching.get(request).text()).contains("Erased", "Backups of the key store may still hold it until");
        assertThat(asking.get(person).text()).contains("Two people have erased who this person is");
        assertThat(asking.get(person + "/erasure").text()).contains("Who this person is has been erased.");
        assertThat(asking.post(person + "/identity", "fact", fact(), "latin", "Lotus Again")
                        .problems())
                .isNotEmpty();
        assertThat(watching.post(request, "grant", "no").problems())
                .containsExactly("Somebody has answered this request already.");
    }
}
