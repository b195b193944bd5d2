package org.romdoul.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.NameSearch;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class PersonsTests {

    @Autowired
    Persons persons;

    @Autowired
    NameSearch names;

    @Autowired
    Cases cases;

    @Autowired
    Staff staff;

    Actor officer;
    OpenCase file;

    @BeforeEach
    void openACase() {
        officer = staff.hire(Role.INVESTIGATOR);
        file = staff.as(
                officer, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, officer));
    }

    @Test
    void showsNobodysNameBeforeThereIsAReason() {
        var person = register(Part.PRESUMED_VICTIM);
        record(person, "Lotus Example", null);
        assertThat(shown(person)).isEmpty();
    }

    @Test
    void showsTheNameToNoOtherReaderOfTheCase() {
        var person = register(Part.PRESUMED_VICTIM);
        record(person, "Lotus Example", null);
        unseal(person);
        var lead = staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        var hers = Objects.requireNonNull(
                staff.as(lead, () -> cases.open(file.code(), lead).orElseThrow()));
        assertThat(staff.as(lead, () -> persons.shown(hers, person))).isEmpty();
    }

    @Test
    void showsTheNameForAReason() {
        var person = register(Part.PRESUMED_VICTIM);
        record(person, "Lotus Example", null);
        unseal(person);
        assertThat(names(person)).containsExactly("Lotus Example");
    }

    @Test
    void keepsBothHandsUntilAPersonDecides() {
        var person = register(Part.WITNESS);
        record(person, "Lotus Example", null);
        unseal(person);
        var read = shown(person).getFirst().fact();
        assertThat(record(person, "Lotus Sample", read)).isEqualTo(Persons.Kept.RECORDED);
        assertThat(record(person, "Lotos Example", read)).isEqualTo(Persons.Kept.CONTESTED);
        assertThat(names(person)).containsExactlyInAnyOrder("Lotus Sample", "Lotos Example");

        var said = shown(person);
        assertThat(choose(person, said.getFirst().fact(), said.getLast().fact()))
                .isEqualTo(Persons.Choice.MADE);
        assertThat(names(person)).containsExactly("Lotus Sample");
    }

    @Test
    void refusesAChoiceOfOneRecordingOrOfAnotherPersons() {
        var person = register(Part.WITNESS);
        record(person, "Lotus Example", null);
        var other = register(Part.WITNESS);
        record(other, "Heron Example", null);
        unseal(person);
        unseal(other);
        var hers = shown(person).getFirst().fact();
        assertThat(choose(person, hers, shown(other).getFirst().fact())).isEqualTo(Persons.Choice.UNKNOWN);
        assertThat(choose(person, hers, hers)).isEqualTo(Persons.Choice.SETTLED);
        assertThat(names(person)).containsExactly("Lotus Example");
    }

    @Test
    void aNameSentTwiceIsOneRecordingAndContestsNothing() {
        var person = register(Part.WITNESS);
        var fact = UUID.randomUUID();
        for (var i = 0; i < 2; i++)
            assertThat(record(person, fact, "Lotus Example", null)).isEqualTo(Persons.Kept.RECORDED);
        unseal(person);
        assertThat(names(person)).containsExactly("Lotus Example");
        var correction = UUID.randomUUID();
        for (var i = 0; i < 2; i++)
            assertThat(record(person, correction, "Lotus Sample", fact)).isEqualTo(Persons.Kept.RECORDED);
        assertThat(names(person)).containsExactly("Lotus Sample");
    }

    @Test
    void aNameSentTwiceInTheSameMomentIsOneRecording() {
        var person = register(Part.WITNESS);
        var fact = UUID.randomUUID();
        var said = new Identity<String>(null, "Lotus Example", null, null, null, null);
        assertThat(staff.meanwhile(
                        officer,
                        () -> persons.record(file, person, fact, said, null),
                        officer,
                        () -> persons.record(file, person, fact, said, null)))
                .isEqualTo(Persons.Kept.RECORDED);
        unseal(person);
        assertThat(names(person)).containsExactly("Lotus Example");
        assertThat(called("Lotus")).hasSize(1);
    }

    @Test
    void ofTwoWhoDecideForTheOtherInTheSameMomentTheSecondIsToldAndANameStays() {
        var person = register(Part.WITNESS);
        record(person, "Heron Example", null);
        record(person, "Egret Example", null);
        unseal(person);
        var first = shown(person).getFirst().fact();
        var second = shown(person).getLast().fact();
        var choice = UUID.randomUUID();
        assertThat(staff.meanwhile(
                        officer,
                        () -> persons.choose(file, person, choice, first, second),
                        officer,
                        () -> persons.choose(file, person, UUID.randomUUID(), second, first)))
                .isEqualTo(Persons.Choice.SETTLED);
        assertThat(names(person)).containsExactly("Heron Example");
        assertThat(called("Heron")).hasSize(1);
        assertThat(as(() -> persons.choose(file, person, choice, first, second)))
                .as("the form that decided, sent again")
                .isEqualTo(Persons.Choice.MADE);
    }

    @Test
    void labelsPeopleByTheirPartAndRegistersAFormSentTwiceOnce() {
        var id = UUID.randomUUID();
        for (var i = 0; i < 2; i++)
            as(() -> persons.register(file, id, Part.SUSPECT, Sex.UNKNOWN, Age.ADULT, PartialDate.UNKNOWN));
        register(Part.SUSPECT);
        register(Part.PRESUMED_VICTIM);
        assertThat(labels()).containsExactlyInAnyOrder("S1", "S2", "V1");
    }

    @Test
    void keepsEarlierWishes() {
        var person = register(Part.PRESUMED_VICTIM);
        for (var words : new String[] {"To go home", "To finish school first"}) {
            as(() -> {
                persons.wishes(file, person, UUID.randomUUID(), words);
                return person;
            });
        }
        assertThat(Objects.requireNonNull(as(() -> persons.wishesOf(file, person))))
                .extracting(Wish::words)
                .containsExactly("To finish school first", "To go home");
    }

    @Test
    void findsNobodyForAStrangerToTheCase() {
        record(register(Part.PRESUMED_VICTIM), "Lotus Example", null);
        var stranger = staff.hire(Role.INVESTIGATOR);
        assertThat(staff.as(stranger, () -> names.called("Lotus Example", 200))).isEmpty();
    }

    @Test
    void findsPeopleByEachNameInEachScriptUnderTheirLabelAndExactOnesFirst() {
        var first = register(Part.PRESUMED_VICTIM);
        as(() -> persons.record(
                file,
                first,
                UUID.randomUUID(),
                new Identity<>("\u179f\u17bb\u1781\u17b6", "Lotus Example", "Ng\u1ecdc", null, null, null),
                null));
        var second = register(Part.WITNESS);
        record(second, "Lodus Example", null);
        var exact = new NameSearch.Hit(file.id(), first.id(), "V1", true);
        assertThat(called("lotus EXAMPLE"))
                .containsExactly(exact, new NameSearch.Hit(file.id(), second.id(), "W1", false));
        assertThat(called("\u179f\u17bb\u1781\u17b6")).containsExactly(exact);
        assertThat(called("ngoc")).containsExactly(exact);
        assertThat(called("Sokha")).containsExactly(new NameSearch.Hit(file.id(), first.id(), "V1", false));
        assertThat(called("Lotus Nobody")).isEmpty();
        assertThat(called("...")).isEmpty();
    }

    @Test
    void aCorrectedNameIsFoundNoMoreAndOneOfTwoHandsOnlyUntilItIsDropped() {
        var person = register(Part.PRESUMED_VICTIM);
        record(person, "Misspelt Example", null);
        unseal(person);
        var read = shown(person).getFirst().fact();
        record(person, "Heron Example", read);
        record(person, "Egret Example", read);
        assertThat(called("Misspelt")).isEmpty();
        assertThat(called("Heron")).hasSize(1);
        assertThat(called("Egret")).hasSize(1);
        var said = shown(person);
        assertThat(choose(person, said.getFirst().fact(), said.getLast().fact()))
                .isEqualTo(Persons.Choice.MADE);
        assertThat(called("Heron")).hasSize(1);
        assertThat(called("Egret")).isEmpty();
    }

    @Test
    void correctsNoRecordingOfAnotherPerson() {
        var one = register(Part.SUSPECT);
        record(one, "Lotus Example", null);
        unseal(one);
        var other = register(Part.SUSPECT);
        assertThat(record(other, "Heron Example", shown(one).getFirst().fact())).isEqualTo(Persons.Kept.UNKNOWN);
        assertThat(called("Lotus")).hasSize(1);
    }

    private java.util.List<NameSearch.Hit> called(String name) {
        return as(() -> names.called(name, 200)).stream()
                .filter(hit -> hit.scope().equals(file.id()))
                .toList();
    }

    private PersonInCase register(Part part) {
        return as(() -> persons.register(file, UUID.randomUUID(), part, Sex.UNKNOWN, Age.UNKNOWN, PartialDate.UNKNOWN));
    }

    private Persons.Kept record(PersonInCase person, String latin, @org.jspecify.annotations.Nullable UUID reads) {
        return record(person, UUID.randomUUID(), latin, reads);
    }

    private Persons.Kept record(
            PersonInCase person, UUID fact, String latin, @org.jspecify.annotations.Nullable UUID reads) {
        return as(() -> persons.record(file, person, fact, new Identity<>(null, latin, null, null, null, null), reads));
    }

    private Persons.Choice choose(PersonInCase person, UUID chosen, UUID dropped) {
        return as(() -> persons.choose(file, person, UUID.randomUUID(), chosen, dropped));
    }

    private void unseal(PersonInCase person) {
        as(() -> {
            persons.unseal(file, person, Purpose.COURT, "Summons");
            return person;
        });
    }

    private java.util.List<Persons.Said> shown(PersonInCase person) {
        return as(() -> persons.shown(file, person));
    }

    private java.util.List<String> names(PersonInCase person) {
        return shown(person).stream()
                .map(said -> Objects.requireNonNull(said.identity().latin()))
                .toList();
    }

    private Set<String> labels() {
        return as(() -> persons.in(file)).stream().map(PersonInCase::label).collect(Collectors.toSet());
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(staff.as(officer, work));
    }
}
