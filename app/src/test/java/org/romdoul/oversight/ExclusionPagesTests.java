package org.romdoul.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.Memberships;
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
class ExclusionPagesTests {

    private static final String PAGE = "/oversight/exclusions";

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Memberships memberships;

    @Autowired
    Exclusions exclusions;

    private Actor officer;
    private Actor monitor;
    private OpenCase file;
    private Visitor visitor;

    @BeforeEach
    void aCase() {
        officer = staff.hire(Role.INVESTIGATOR);
        monitor = staff.hire(Role.MONITOR);
        file = opened.by(officer);
        visitor = new Visitor(program, monitor);
    }

    @Test
    void neitherTheExcludedNorHerSuperiorsNorAnybodyElseHasThisPage() {
        var superior = staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        for (var stranger : new Actor[] {officer, superior, staff.hire(Role.ADMINISTRATOR)}) {
            var other = new Visitor(program, stranger);
            for (var page : new String[] {PAGE, "/oversight", "/oversight/samples"})
                assertThat(other.get(page).status()).as(page).isEqualTo(404);
            assertThat(other.post(PAGE, "fact", fresh(), "code", "x", "number", "1", "reason", "FAMILY")
                            .status())
                    .isEqualTo(404);
            assertThat(other.post(PAGE + "/end", "fact", fresh(), "exclusion", fresh())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void refusesBesideTheFieldAndForgetsNothing() {
        assertThat(exclude("0000-0000", officer.number()).body())
                .contains("There is no case with this code", "0000-0000", officer.number());
        assertThat(exclude("nonsense", officer.number()).body()).contains("There is no case with this code");
        assertThat(exclude(file.code().toString(), "U-99999").body()).contains("Nobody whose work is cases");
        assertThat(exclude(file.code().toString(), monitor.number()).body()).contains("Nobody decides about herself");
        var colleague = staff.hire(monitor.agency(), Role.INVESTIGATOR);
        assertThat(exclude(file.code().toString(), colleague.number()).body()).contains("her own agency");
        assertThat(exclude(file.code().toString(), officer.number()).body())
                .as("nobody could answer for the case instead")
                .contains("Nobody else of that agency");
        assertThat(opened.mayRead(officer, file.code())).isTrue();
    }

    @Test
    void theCaseIsGoneForHerAndALeadAnswersForIt() {
        var lead = staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(visitor.post(
                                    PAGE,
                                    "fact",
                                    fact,
                                    "code",
                                    file.code().toString().toLowerCase(java.util.Locale.ROOT),
                                    "number",
                                    officer.number(),
                                    "reason",
                                    "FAMILY")
                            .to())
                    .isEqualTo(PAGE);

        assertThat(visitor.get(PAGE).body()).contains(file.code().toString(), officer.number(), "Family or friendship");
        assertThat(new Visitor(program, officer).get("/c/" + file.code()).status())
                .isEqualTo(404);
        var held = opened.to(lead, file.code());
        assertThat(Actors.as(lead, () -> memberships.of(held))
                        .getFirst()
                        .person()
                        .number())
                .isEqualTo(lead.number());
        assertThat(visitor.get("/c/" + file.code()).status())
                .as("oversight reads no case")
                .isEqualTo(404);
        assertThat(Actors.as(monitor, () -> exclusions.inForce(monitor))).hasSize(1);
    }

    @Test
    void oversightLiftsWhatItSetAndNobodyElsesOversightDoes() {
        staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        exclude(file.code().toString(), officer.number());
        var exclusion = Actors.as(monitor, () -> exclusions.inForce(monitor)).getFirst();
        var other = new Visitor(program, staff.hire(Role.MONITOR));
        assertThat(other.get(PAGE).body()).doesNotContain(file.code().toString());
        assertThat(other.post(
                                PAGE + "/end",
                                "fact",
                                fresh(),
                                "exclusion",
                                exclusion.id().toString())
                        .body())
                .contains("not in force");
        assertThat(opened.mayRead(officer, file.code())).isFalse();

        assertThat(visitor.post(
                                PAGE + "/end",
                                "fact",
                                fresh(),
                                "exclusion",
                                exclusion.id().toString())
                        .to())
                .isEqualTo(PAGE);
        assertThat(opened.mayRead(officer, file.code())).isTrue();
    }

    private Visitor.Answer exclude(String code, String number) {
        return visitor.post(PAGE, "fact", fresh(), "code", code, "number", number, "reason", "FAMILY");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
