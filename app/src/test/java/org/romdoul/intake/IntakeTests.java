package org.romdoul.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import(Staff.class)
class IntakeTests {

    private static final String WORDS = "A door is locked from outside";
    private static final String CONTACT = "Fictional: by the baker, on Mondays";

    @Autowired
    Intake intake;

    @Autowired
    Cases cases;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient sql;

    @Autowired
    WebApplicationContext program;

    @Test
    void tellsNothingOfAnUnknownReceipt() {
        assertThat(intake.standing("0000000000000000")).isEmpty();
    }

    @Test
    void hidesTipsFromWhoeverDoesNotAnswerThem() {
        take(UUID.randomUUID());
        var prosecutor = staff.hire(Role.PROSECUTOR);
        assertThat(staff.as(prosecutor, () -> intake.waiting(100))).isEmpty();
    }

    @Test
    void givesOneReceiptForATipSentTwice() {
        var fact = UUID.randomUUID();
        assertThat(take(fact)).isEqualTo(take(fact)).hasSize(16);
        assertThat(waiting(fact)).isNotNull();
    }

    @Test
    void makesOneCaseOfATipHoweverManyHandsDecide() {
        var fact = UUID.randomUUID();
        var receipt = take(fact);
        var tip = waiting(fact);
        var operator = staff.hire(Role.HOTLINE);
        var another = staff.hire(Role.HOTLINE);
        var made = staff.as(operator, () -> intake.makeCase(tip, UUID.randomUUID(), operator));
        assertThat(made).isPresent();
        assertThat(org.romdoul.access.Actors.as(
                        another, () -> intake.end(tip, UUID.randomUUID(), Tip.Outcome.CLOSED, "late", another)))
                .isFalse();
        assertThat(intake.standing(receipt).orElseThrow().outcome()).isEqualTo(Tip.Outcome.NEW_CASE);
        assertThat(staff.as(operator, () -> intake.codesOf(made.orElseThrow()))).containsExactly(tip.code());
    }

    @Test
    void whoeverDecidesTwiceIsToldTheSameAndNothingElseIsDone() {
        var operator = staff.hire(Role.HOTLINE);
        var taken = taken();
        var fact = UUID.randomUUID();
        var made =
                staff.as(operator, () -> intake.makeCase(taken, fact, operator)).orElseThrow();
        assertThat(staff.as(operator, () -> intake.makeCase(taken, UUID.randomUUID(), operator)))
                .as("another form, made before it was decided")
                .isEmpty();
        assertThat(staff.as(operator, () -> intake.end(taken, fact, Tip.Outcome.CLOSED, "late", operator)))
                .as("the same form, answered otherwise")
                .isFalse();
        assertThat(staff.as(operator, () -> intake.makeCase(taken, fact, operator))
                        .map(OpenCase::id))
                .contains(made.id());
        assertThat(casesOf(operator)).containsExactly(made.code());

        var closed = taken();
        var reason = UUID.randomUUID();
        for (var i = 0; i < 2; i++)
            assertThat(staff.as(operator, () -> intake.end(closed, reason, Tip.Outcome.CLOSED, "none", operator)))
                    .isTrue();
        var known = taken();
        var joined = UUID.randomUUID();
        for (var i = 0; i < 2; i++)
            assertThat(staff.as(operator, () -> intake.addTo(made, known, joined)))
                    .isTrue();
    }

    @Test
    void whoeverSendsHerDecisionTwiceIsLedToTheCase() {
        var operator = staff.hire(Role.HOTLINE);
        var path = "/desk/" + taken().code();
        var visitor = new Visitor(program, operator);
        var fact = visitor.get(path).fact();
        var first = visitor.post(path, "fact", fact, "outcome", "NEW_CASE");
        assertThat(first.to()).startsWith("/c/");
        assertThat(visitor.post(path, "fact", fact, "outcome", "NEW_CASE").to()).isEqualTo(first.to());
    }

    @Test
    void whoeverWorksOnTheCaseReadsWhatWasReportedAndNotHowToReachTheReporter() {
        var operator = staff.hire(Role.HOTLINE);
        var desk = "/desk/" + taken().code();
        var visitor = new Visitor(program, operator);
        var atTheDesk = visitor.get(desk);
        var file = visitor.post(desk, "fact", atTheDesk.fact(), "outcome", "NEW_CASE")
                .to();
        var investigator = staff.hire(Role.INVESTIGATOR);
        var reader = new Visitor(program, investigator);
        assertThat(reader.get(file + "/tips").status()).isEqualTo(404);

        visitor.post(
                file + "/team",
                "fact",
                UUID.randomUUID().toString(),
                "number",
                investigator.number(),
                "part",
                "MEMBER");

        assertThat(reader.get(desk).status()).isEqualTo(404);
        assertThat(reader.get(file).body()).contains("/tips");
        assertThat(atTheDesk.body()).contains(WORDS, CONTACT);
        assertThat(reader.get(file + "/tips").body()).contains(WORDS).doesNotContain(CONTACT);
        assertThat(reader.get(file + "/timeline").text()).contains("Told what a tip says");
    }

    @Test
    void twoAtOnceMakeOneCase() {
        for (var same : new boolean[] {true, false}) {
            var operator = staff.hire(Role.HOTLINE);
            var taken = taken();
            var fact = UUID.randomUUID();
            var second = staff.meanwhile(
                    operator,
                    () -> intake.makeCase(taken, fact, operator),
                    operator,
                    () -> intake.makeCase(taken, same ? fact : UUID.randomUUID(), operator));
            assertThat(casesOf(operator)).hasSize(1);
            assertThat(second.map(OpenCase::code))
                    .isEqualTo(same ? Optional.of(casesOf(operator).getFirst()) : Optional.empty());
        }
    }

    @Test
    void opensTheWordsToTheDesk() {
        var fact = UUID.randomUUID();
        take(fact);
        var tip = waiting(fact);
        var operator = staff.hire(Role.HOTLINE);
        var open = Objects.requireNonNull(staff.as(operator, () -> intake.open(tip.code(), operator)));
        assertThat(open.orElseThrow().words()).isEqualTo(WORDS);
        assertThat(open.orElseThrow().contact()).isEqualTo(CONTACT);
    }

    private String take(UUID fact) {
        var report = new Report(fact, Tip.Danger.YES, WORDS, "Sample Street", PartialDate.UNKNOWN, CONTACT);
        return intake.take(report, Tip.Channel.PUBLIC, Actor.SYSTEM);
    }

    private Tip taken() {
        var fact = UUID.randomUUID();
        take(fact);
        return waiting(fact);
    }

    private List<CaseCode> casesOf(Actor owner) {
        return staff.as(
                owner,
                () -> sql.sql("SELECT code FROM cases.desk WHERE owner = :owner")
                        .param("owner", owner.account())
                        .query((row, n) -> new CaseCode(row.getString("code")))
                        .list());
    }

    private Tip waiting(UUID fact) {
        var operator = staff.hire(Role.HOTLINE);
        return Objects.requireNonNull(staff.as(operator, () -> intake.waiting(1000))).stream()
                .filter(tip -> tip.id().equals(fact))
                .findFirst()
                .orElseThrow();
    }
}
