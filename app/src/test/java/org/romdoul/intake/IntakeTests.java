package org.romdoul.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.Cases;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class IntakeTests {

    @Autowired
    Intake intake;

    @Autowired
    Cases cases;

    @Autowired
    Staff staff;

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
    void opensTheWordsToTheDesk() {
        var fact = UUID.randomUUID();
        take(fact);
        var tip = waiting(fact);
        var operator = staff.hire(Role.HOTLINE);
        var open = Objects.requireNonNull(staff.as(operator, () -> intake.open(tip.code(), operator)));
        assertThat(open.orElseThrow().words()).isEqualTo("A door is locked from outside");
        assertThat(open.orElseThrow().contact()).isEmpty();
    }

    private String take(UUID fact) {
        var report = new Report(
                fact, Tip.Danger.YES, "A door is locked from outside", "Sample Street", PartialDate.UNKNOWN, "");
        return intake.take(report, Tip.Channel.PUBLIC, Actor.SYSTEM);
    }

    private Tip waiting(UUID fact) {
        var operator = staff.hire(Role.HOTLINE);
        return Objects.requireNonNull(staff.as(operator, () -> intake.waiting(1000))).stream()
                .filter(tip -> tip.id().equals(fact))
                .findFirst()
                .orElseThrow();
    }
}
