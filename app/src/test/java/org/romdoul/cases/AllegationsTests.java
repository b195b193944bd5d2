package org.romdoul.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class AllegationsTests {

    private static final Allegation ALLEGED = new Allegation(
            Allegation.Child.YES,
            Set.of(Allegation.Act.TRANSFER),
            Set.of(),
            Set.of(Allegation.Purpose.LABOUR),
            null,
            "Fictional: a van left at night");

    @Autowired
    Staff staff;

    @Autowired
    Allegations allegations;

    @Test
    void theSameFormSentTwiceAtOnceOpensOneCaseAndBothAreLedToIt() {
        var officer = staff.hire(Role.INVESTIGATOR);
        var fact = UUID.randomUUID();
        var second = staff.meanwhile(
                officer,
                () -> allegations.open(fact, PartialDate.UNKNOWN, ALLEGED, officer),
                officer,
                () -> allegations.open(fact, PartialDate.UNKNOWN, ALLEGED, officer));
        var first = staff.as(officer, () -> allegations.open(fact, PartialDate.UNKNOWN, ALLEGED, officer));
        assertThat(second.code()).isEqualTo(first.code());
        assertThat(staff.as(officer, () -> allegations.of(first))).hasSize(1);
    }
}
