package org.romdoul.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.romdoul.vault.SearchTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many at once are what they would have been one by one. */
@RomdoulTest
@Import(Staff.class)
class ManyPeopleTests {

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Persons persons;

    @Autowired
    SearchTokens tokens;

    @Test
    void theyAreOpenedAndFoundLikeAnybody() {
        var officer = staff.hire(Role.INVESTIGATOR);
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID());
        var files = as(
                officer,
                () -> cases.beginAll(
                        ids.stream()
                                .map(id ->
                                        new Cases.Beginning(id, CaseFile.Origin.ALLEGATION, PartialDate.UNKNOWN, null))
                                .toList(),
                        officer));
        assertThat(files).hasSize(2);
        var registrations = files.stream()
                .map(file -> new Persons.Registration(
                        file, UUID.randomUUID(), Part.PRESUMED_VICTIM, Sex.UNKNOWN, Age.UNKNOWN, PartialDate.UNKNOWN))
                .toList();
        var people = as(officer, () -> persons.registerAll(registrations));
        assertThat(people.values()).extracting(PersonInCase::label).containsOnly("V1");

        as(officer, () -> {
            persons.recordAll(registrations.stream()
                    .map(one -> new Persons.Introduction(
                            one.file(),
                            java.util.Objects.requireNonNull(people.get(one.id())),
                            new Identity<>(
                                    null, "Heron Example " + one.file().code().value(), null, "012", null, null)))
                    .toList());
            persons.wishAll(registrations.stream()
                    .map(one -> new Persons.Wanted(
                            one.file(),
                            java.util.Objects.requireNonNull(people.get(one.id())),
                            UUID.randomUUID(),
                            "To learn a trade"))
                    .toList());
            return true;
        });

        var file = files.getFirst();
        var person = as(officer, () -> persons.in(file)).getFirst();
        assertThat(as(officer, () -> persons.wishesOf(file, person)))
                .extracting(Wish::words)
                .containsExactly("To learn a trade");
        as(officer, () -> {
            persons.unseal(file, person, Purpose.values()[0], "To ask");
            return true;
        });
        assertThat(as(officer, () -> persons.shown(file, person)))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.identity().latin())
                            .isEqualTo("Heron Example " + file.code().value());
                    assertThat(said.identity().phone()).isEqualTo("012");
                    assertThat(said.identity().local()).isNull();
                });
        assertThat(as(officer, () -> tokens.find("Heron " + file.code().value(), 200)))
                .filteredOn(SearchTokens.Found::exact) // another code may be like it
                .extracting(SearchTokens.Found::subject)
                .containsExactly(person.id());
        var stranger = staff.hire(Role.INVESTIGATOR);
        assertThat(as(stranger, () -> tokens.find("Heron", 200))).isEmpty();
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(staff.as(actor, work));
    }
}
