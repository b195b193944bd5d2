package org.romdoul.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** A person and her name, as forms are really sent: bent, twice, and by two hands. */
@RomdoulTest
@Import({Staff.class, Opened.class})
class IdentityPagesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    private Visitor officer;
    private String people = "";

    @BeforeEach
    void aCase() {
        var investigator = staff.hire(Role.INVESTIGATOR);
        people = "/c/" + opened.by(investigator).code().value();
        officer = new Visitor(program, investigator);
    }

    @Test
    void anAnswerThatIsNoneOfOursIsSaidBesideItsFieldAndNobodyIsRegistered() {
        for (var wrong : new String[][] {{"sex", "NONSENSE"}, {"age", "17"}, {"part", ""}}) {
            var form = new String[] {"fact", fresh(), "part", "WITNESS", "sex", "FEMALE", "age", "ADULT"};
            for (var i = 2; i < form.length; i += 2) if (form[i].equals(wrong[0])) form[i + 1] = wrong[1];
            var answer = officer.post(people + "/people/new", form);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.problems()).containsExactly("Please answer this");
            assertThat(answer.body()).contains(wrong[0] + "-error");
        }
        assertThat(officer.get(people + "/people").body()).doesNotContain("/p/W1");
    }

    @Test
    void aFormWithoutItsIdIsRefused() {
        var person = witness();
        for (var fact : new String[] {"", "bent"}) {
            assertThat(officer.post(people + "/people/new", "fact", fact, "part", "WITNESS")
                            .status())
                    .isEqualTo(400);
            assertThat(officer.post(person + "/identity", "fact", fact, "latin", "Lotus Example")
                            .status())
                    .isEqualTo(400);
            assertThat(officer.post(person + "/wish", "fact", fact, "words", "To go home")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aDoubleClickIsOneNameAndTheFormAsksForItsOwnId() {
        var person = witness();
        var form = officer.get(person + "/identity");
        for (var i = 0; i < 2; i++)
            assertThat(officer.post(person + "/identity", "fact", form.fact(), "latin", "Lotus Example")
                            .to())
                    .isEqualTo(person);
        assertThat(named(person)).contains("Lotus Example").doesNotContain("Two people recorded this");
    }

    @Test
    void whoDecidesAfterAnotherIsShownWhatHolds() {
        var person = witness();
        officer.post(person + "/identity", "fact", fresh(), "latin", "Heron Example");
        officer.post(person + "/identity", "fact", fresh(), "latin", "Egret Example");
        var page = officer.post(person + "/choice", "fact", fresh(), "chosen", fresh(), "dropped", fresh());
        assertThat(page.to()).as("she sees neither").isEqualTo(person + "/name");
        var both = named(person);
        assertThat(both).contains("Two people recorded this", "Heron Example", "Egret Example");
        var one = hidden(both, "chosen");
        var other = hidden(both, "dropped");
        assertThat(officer.post(person + "/choice", "fact", fresh(), "chosen", one, "dropped", other)
                        .to())
                .isEqualTo(person);
        var late = officer.post(person + "/choice", "fact", fresh(), "chosen", other, "dropped", one);
        assertThat(late.problems())
                .containsExactly(
                        "Somebody has decided on this or corrected it in the meantime. What holds now is below.");
        assertThat(late.body()).contains("Heron Example").doesNotContain("Egret Example");
    }

    @Test
    void whereANameIsShownNothingIsTypedAndThePageFetchesItselfMaskedWithoutScriptsToo() {
        var person = witness();
        officer.post(person + "/identity", "fact", fresh(), "latin", "Lotus Example");
        assertThat(officer.get(person).refresh()).isEmpty();
        officer.post(person + "/name", "purpose", "COURT", "reason", "Summons");

        var shown = officer.get(person);
        assertThat(shown.body()).contains("Lotus Example", "/p/W1/wish\"").doesNotContain("<textarea");
        assertThat(shown.refresh()).matches("(60[01]|5\\d\\d); url=" + person + "\\?masked");
        for (var typing : new String[] {"/wish", "/identity"})
            assertThat(officer.get(person + typing).refresh())
                    .as("what is typed there would be lost")
                    .isEmpty();
        assertThat(officer.get(person + "/wish").body()).contains("<textarea").doesNotContain("Lotus Example");
        assertThat(officer.post(person + "/wish", "fact", fresh(), "words", "").body())
                .contains("words-error")
                .doesNotContain("Lotus Example");
        assertThat(officer.get(person + "/identity").body())
                .contains("Lotus Example")
                .containsPattern("data-cover=\"(600|5\\d\\d)\"");
    }

    private String named(String person) {
        officer.post(person + "/name", "purpose", "COURT", "reason", "Summons");
        return officer.get(person).body();
    }

    private String witness() {
        return officer.post(people + "/people/new", "fact", fresh(), "part", "WITNESS", "sex", "FEMALE", "age", "ADULT")
                .to();
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
