package org.romdoul.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.Duty;
import org.romdoul.cases.Errands;
import org.romdoul.cases.Membership;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Task;
import org.romdoul.cases.Tasks;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.intake.Intake;
import org.romdoul.intake.Report;
import org.romdoul.intake.Tip;
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

    @Autowired
    Intake intake;

    @Autowired
    Tasks tasks;

    @Autowired
    Errands errands;

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

    @Test
    void theTipsBehindTheCaseAreGoneForHerToo() {
        var head = staff.hire(Role.INVESTIGATION_LEAD);
        var before = tip();
        var after = tip();
        var operator = operator();
        staff.as(operator, () -> intake.addTo(opened.to(operator, file.code()), before, UUID.randomUUID()));
        seesTip(head, before, true);

        exclude(file.code().toString(), head.number());
        staff.as(operator, () -> intake.addTo(opened.to(operator, file.code()), after, UUID.randomUUID()));
        seesTip(head, before, false);
        seesTip(head, after, false);
        seesTip(staff.hire(head.agency(), Role.INVESTIGATION_LEAD), after, true);

        var exclusion = Actors.as(monitor, () -> exclusions.inForce(monitor)).getFirst();
        visitor.post(PAGE + "/end", "fact", fresh(), "exclusion", exclusion.id().toString());
        seesTip(head, before, true);
        seesTip(head, after, true);
    }

    @Test
    void aTipThatJoinsAtTheSameMomentIsGoneForHerToo() {
        var head = staff.hire(Role.INVESTIGATION_LEAD);
        var joining = tip();
        var operator = operator();
        var held = opened.to(operator, file.code());
        assertThat(staff.meanwhile(
                        monitor,
                        () -> exclusions.exclude(
                                monitor, UUID.randomUUID(), file.code(), head.number(), Exclusion.Reason.ACCUSED),
                        operator,
                        () -> intake.addTo(held, joining, UUID.randomUUID())))
                .isTrue();
        seesTip(head, joining, false);

        var another = staff.hire(Role.INVESTIGATION_LEAD);
        var joined = tip();
        staff.meanwhile(
                operator,
                () -> intake.addTo(held, joined, UUID.randomUUID()),
                monitor,
                () -> exclusions.exclude(
                        monitor, UUID.randomUUID(), file.code(), another.number(), Exclusion.Reason.ACCUSED));
        seesTip(another, joined, false);
    }

    @Test
    void whatSheHadToDoInTheCaseIsItsOwnersAndNobodyGivesHerMore() {
        var helper = staff.hire(Role.INVESTIGATOR);
        Actors.as(officer, () -> memberships.join(file, UUID.randomUUID(), helper.number(), Membership.Part.MEMBER));
        var task = owe(helper);
        assertThat(Actors.as(officer, () -> errands.hands(file)))
                .anyMatch(person -> person.id().equals(helper.account()));

        exclude(file.code().toString(), helper.number());
        assertThat(due(officer)).singleElement().satisfies(duty -> {
            assertThat(duty.agency()).isEqualTo(officer.agency());
            assertThat(duty.task()).as("handed on").isNotEqualTo(task);
        });
        assertThat(new Visitor(program, officer).get("/today").body())
                .contains(file.code().toString());
        assertThat(Actors.as(officer, () -> errands.hands(file)))
                .noneMatch(person -> person.id().equals(helper.account()));
    }

    @Test
    void whereSheAnsweredForTheCaseHerSuccessorHasItsTasks() {
        var lead = staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        var colleague = staff.hire(officer.agency(), Role.INVESTIGATOR);
        Actors.as(officer, () -> memberships.join(file, UUID.randomUUID(), colleague.number(), Membership.Part.MEMBER));
        owe(officer);
        owe(colleague);

        exclude(file.code().toString(), officer.number());
        assertThat(due(lead))
                .singleElement()
                .satisfies(duty -> assertThat(duty.code()).isEqualTo(file.code()));
        assertThat(due(colleague)).as("others keep theirs").hasSize(1);
        assertThat(due(officer)).isEmpty();
    }

    /** Somebody of the tip desk who works on the case. */
    private Actor operator() {
        var operator = staff.hire(Role.HOTLINE);
        Actors.as(officer, () -> memberships.join(file, UUID.randomUUID(), operator.number(), Membership.Part.MEMBER));
        return operator;
    }

    private UUID owe(Actor whose) {
        var due = Instant.now().plus(Duration.ofDays(3));
        var task = Task.by(due, "call", whose.agency()).of(whose.account()).noting("Fictional: call the shelter");
        return Actors.as(officer, () -> tasks.set(file, task)).orElseThrow();
    }

    private List<Duty> due(Actor whose) {
        return Actors.as(whose, () -> tasks.of(whose, Tasks.Whose.MINE, 10));
    }

    private Tip tip() {
        var fact = UUID.randomUUID();
        var report = new Report(
                fact, Tip.Danger.NO, "Fictional: a door is locked", "Sample Street", PartialDate.UNKNOWN, "");
        intake.take(report, Tip.Channel.PUBLIC, Actor.SYSTEM);
        var operator = staff.hire(Role.HOTLINE);
        return Actors.as(operator, () -> intake.waiting(1000)).stream()
                .filter(one -> one.id().equals(fact))
                .findFirst()
                .orElseThrow();
    }

    private void seesTip(Actor reader, Tip tip, boolean sees) {
        var desk = new Visitor(program, reader);
        assertThat(desk.get("/desk/" + tip.code()).status()).isEqualTo(sees ? 200 : 404);
        assertThat(desk.get("/desk").body().contains(tip.code())).isEqualTo(sees);
    }

    private Visitor.Answer exclude(String code, String number) {
        return visitor.post(PAGE, "fact", fresh(), "code", code, "number", number, "reason", "FAMILY");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
