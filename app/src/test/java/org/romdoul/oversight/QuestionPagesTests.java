package org.romdoul.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Agencies;
import org.romdoul.access.Role;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import({Staff.class, Opened.class})
class QuestionPagesTests {

    private static final String WORDS = "Fictional: why was the owner not called first?";

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Agencies agencies;

    @Autowired
    BreakGlass breakGlass;

    private Actor outsider;
    private Visitor asked;
    private Visitor watching;
    private UUID attempt;
    private OpenCase file;

    @BeforeEach
    void anEmergency() {
        file = opened.by(staff.hire(Role.INVESTIGATOR));
        outsider = staff.hire(Role.SHELTER);
        asked = new Visitor(program, outsider);
        if (agencies.oversight().isEmpty()) staff.agency("oversight");
        var monitor = staff.hire(agencies.oversight().orElseThrow().id(), Role.MONITOR);
        watching = new Visitor(program, monitor);
        attempt = UUID.randomUUID();
        Actors.as(
                outsider,
                () -> breakGlass.attempt(
                        outsider, attempt, file.code().toString(), BreakGlass.Reason.DUTY, "Fictional", 1));
    }

    @Test
    void aQuestionIsBetweenTwoAndNobodyElseReadsIt() {
        assertThat(watching.post("/oversight/emergencies/" + attempt, "fact", fresh(), "words", " ")
                        .body())
                .contains("Please answer this");
        var question = ask();
        assertThat(watching.get(question).body()).contains(WORDS, outsider.number());
        assertThat(asked.get(question).body()).contains(WORDS);
        for (var stranger : new Role[] {Role.INVESTIGATOR, Role.ADMINISTRATOR, Role.MONITOR}) {
            var other = new Visitor(program, staff.hire(stranger));
            assertThat(other.get(question).status()).isEqualTo(404);
            assertThat(other.post(question + "/reply", "fact", fresh(), "words", "x")
                            .status())
                    .isEqualTo(404);
            assertThat(other.post(question + "/finding", "fact", fresh(), "finding", "IN_ORDER")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(asked.get("/oversight/emergencies/" + attempt).status()).isEqualTo(404);
    }

    @Test
    void sheAnswersOversightFindsAndBothSeeIt() {
        var question = ask();
        assertThat(asked.get("/today").body()).contains("asks you a question", question);
        assertThat(asked.post(question + "/finding", "fact", fresh(), "finding", "IN_ORDER")
                        .body())
                .contains("Only the oversight agency does this");
        assertThat(watching.post(question + "/reply", "fact", fresh(), "words", "x")
                        .body())
                .contains("Only who was asked can answer");
        assertThat(asked.post(question + "/reply", "fact", fresh(), "words", "").body())
                .contains("Please answer this");
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(asked.post(question + "/reply", "fact", fact, "words", "Fictional: nobody answered the line")
                            .to())
                    .isEqualTo(question);
        assertThat(asked.post(question + "/reply", "fact", fresh(), "words", "another answer")
                        .body())
                .contains("answered already", "another answer");

        assertThat(watching.get("/today").body()).contains("A question of yours was answered");
        assertThat(watching.get(question).body()).contains("nobody answered the line");
        assertThat(watching.post(question + "/finding", "fact", fresh(), "finding", "")
                        .body())
                .contains("Please answer this");
        assertThat(watching.post(question + "/finding", "fact", fresh(), "finding", "IN_ORDER", "words", "Fine")
                        .to())
                .isEqualTo(question);
        assertThat(asked.get(question).body()).contains("In order", "Fine");
        assertThat(asked.get("/today").body()).contains("has recorded what it finds");
        assertThat(watching.post(question + "/finding", "fact", fresh(), "finding", "REFERRED")
                        .body())
                .contains("A finding is recorded already");
        assertThat(watching.get("/oversight").body()).contains("In order");
    }

    private String ask() {
        var fact = fresh();
        for (var i = 0; i < 2; i++) watching.post("/oversight/emergencies/" + attempt, "fact", fact, "words", WORDS);
        return "/questions/" + fact;
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
