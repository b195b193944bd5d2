package org.romdoul.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.evidence.Exhibit.Origin;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** Copies given out of a case, and what became of them, on pages; strangers first. */
@RomdoulTest
@Import({Staff.class, Opened.class})
class DisclosurePagesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    private OpenCase file;
    private Visitor giving;
    private String pages = "";
    private String label = "";

    @BeforeEach
    void anExhibit() {
        var officer = staff.hire(Role.INVESTIGATOR);
        file = opened.by(officer);
        giving = new Visitor(program, officer);
        pages = "/c/" + file.code() + "/exhibits/";
        var described = new Described(Origin.SEIZED, null, "S-1", "A notebook", PartialDate.UNKNOWN);
        label = Actors.as(officer, () -> exhibits.add(file, UUID.randomUUID(), described))
                .label();
    }

    private static String fact() {
        return UUID.randomUUID().toString();
    }

    private static String[] form(String fact, String... instead) {
        var fields = new ArrayList<>(List.of(
                "fact",
                fact,
                "recipient",
                "DEFENCE",
                "whom",
                "Lotus Example, lawyer",
                "order",
                "Order 7 of the court"));
        fields.addAll(List.of("medium", "PAPER", "happened.year", "2026"));
        for (var i = 0; i < instead.length; i += 2) fields.set(fields.indexOf(instead[i]) + 1, instead[i + 1]);
        return fields.toArray(String[]::new);
    }

    @Test
    void forAStrangerThereIsNoRegisterAndNoForm() {
        giving.post(pages + label + "/copy", form(fact()));
        for (Actor stranger : List.of(staff.hire(Role.INVESTIGATOR), staff.hire(Role.MONITOR))) {
            var visitor = new Visitor(program, stranger);
            assertThat(visitor.get(pages + "copies").status()).isEqualTo(404);
            assertThat(visitor.get(pages + label + "/copy").status()).isEqualTo(404);
            assertThat(visitor.post(pages + label + "/copy", form(fact())).status())
                    .isEqualTo(404);
            assertThat(visitor.post(pages + "copies/1/end", "fact", fact(), "outcome", "RETURNED")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(giving.get(pages + "copies").text()).contains("Came back Destroyed");
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        for (var field : List.of("recipient", "whom", "order", "medium", "happened.year")) {
            var refused = giving.post(pages + label + "/copy", form(fact(), field, ""));
            assertThat(refused.status()).as(field).isEqualTo(200);
            assertThat(refused.problems()).as(field).hasSize(1);
            if (!field.equals("whom")) assertThat(refused.body()).contains("Lotus Example, lawyer");
            if (!field.equals("order")) assertThat(refused.body()).contains("Order 7 of the court");
        }
        assertThat(giving.post(pages + "E99/copy", form(fact())).status()).isEqualTo(404);
        assertThat(giving.post(pages + "copies/9/end", "fact", fact(), "outcome", "RETURNED")
                        .status())
                .isEqualTo(404);
        assertThat(giving.get(pages + "copies").text()).doesNotContain("Order 7");
    }

    @Test
    void aCopySentTwiceIsOneAndComesBackOnce() {
        var fact = fact();
        for (var i = 0; i < 2; i++)
            assertThat(giving.post(pages + label + "/copy", form(fact)).to()).endsWith("/exhibits/copies");
        var register = giving.get(pages + "copies");
        assertThat(register.text()).containsOnlyOnce("Order 7 of the court").contains("Lotus Example, lawyer");
        giving.post(pages + "copies/1/end", "fact", fact(), "outcome", "RETURNED");
        giving.post(pages + "copies/1/end", "fact", fact(), "outcome", "DESTROYED");
        assertThat(giving.get(pages + "copies").text()).contains("Came back").doesNotContain("Came back Destroyed");
    }
}
