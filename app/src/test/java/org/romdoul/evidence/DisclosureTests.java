package org.romdoul.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.evidence.Exhibit.Origin;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class DisclosureTests {

    @Autowired
    Disclosures disclosures;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Cases cases;

    @Autowired
    Staff staff;

    Actor officer;
    OpenCase file;
    Exhibit exhibit;

    @BeforeEach
    void anExhibit() {
        officer = staff.hire(Role.INVESTIGATOR);
        file = as(officer, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, officer));
        var described = new Described(Origin.SEIZED, null, "S-1", "A notebook", PartialDate.UNKNOWN);
        exhibit = as(officer, () -> exhibits.add(file, UUID.randomUUID(), described));
    }

    @Test
    void showsAStrangerNoCopy() {
        give(UUID.randomUUID());
        var stranger = staff.hire(Role.INVESTIGATOR);
        assertThat(as(stranger, () -> disclosures.of(file))).isEmpty();
    }

    @Test
    void numbersCopiesInTheCaseAndRecordsAFormSentTwiceOnce() {
        var form = UUID.randomUUID();
        assertThat(give(form).copy()).isEqualTo(1);
        assertThat(give(form).copy()).isEqualTo(1);
        assertThat(give(UUID.randomUUID()).copy()).isEqualTo(2);
        assertThat(as(officer, () -> disclosures.of(file))).hasSize(2);
    }

    @Test
    void sealsWhoHasItAndOnWhatOrder() {
        var copy = give(UUID.randomUUID());
        assertThat(copy.toString()).doesNotContain("Lotus Example", "Order 7");
        assertThat(as(officer, () -> disclosures.words(file, copy.recipientWords())))
                .isEqualTo("Lotus Example, lawyer");
    }

    @Test
    void isOutUntilItComesBackAndThatHappensOnce() {
        var copy = give(UUID.randomUUID());
        assertThat(copy.end()).isNull();
        for (var outcome : Disclosure.End.values())
            as(officer, () -> {
                disclosures.end(file, copy, UUID.randomUUID(), outcome, PartialDate.UNKNOWN);
                return copy;
            });
        assertThat(as(officer, () -> disclosures.of(file)).getFirst().end()).isEqualTo(Disclosure.End.RETURNED);
    }

    private Disclosure give(UUID form) {
        return as(
                officer,
                () -> disclosures.give(
                        file,
                        exhibit,
                        form,
                        new Disclosures.To(
                                Disclosure.Recipient.DEFENCE,
                                "Lotus Example, lawyer",
                                "Order 7 of the court",
                                Disclosure.Medium.PAPER),
                        PartialDate.UNKNOWN));
    }

    private static <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Actors.as(actor, work));
    }
}
