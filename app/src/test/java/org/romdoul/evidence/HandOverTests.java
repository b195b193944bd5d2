package org.romdoul.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.blobs.Condition;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.evidence.Exhibit.Origin;
import org.romdoul.evidence.Receipt.Outcome;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class HandOverTests {

    @Autowired
    HandOvers handOvers;

    @Autowired
    Exhibits exhibits;

    @Autowired
    DamageRows damages;

    @Autowired
    NeedToKnow needToKnow;

    @Autowired
    Cases cases;

    @Autowired
    Facts facts;

    @Autowired
    Staff staff;

    Actor officer;
    Actor store;
    Actor lab;
    OpenCase file;
    Exhibit exhibit;

    @BeforeEach
    void anExhibit() {
        officer = staff.hire(Role.INVESTIGATOR);
        store = staff.hire(Role.CLERK);
        lab = staff.hire(Role.CLERK);
        file = as(officer, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, officer));
        exhibit = as(
                officer,
                () -> exhibits.add(
                        file, facts.id(), new Described(Origin.SEIZED, "STORE-1", "S-1", "A telephone", now())));
    }

    @Test
    void showsAStrangerNeitherTheExhibitNorThatThereIsOne() {
        give(officer, store);
        assertThat(handOvers(lab)).isEmpty();
        assertThat(as(lab, () -> handOvers.find(lab, exhibit.id()))).isEmpty();
        assertThat(as(lab, () -> handOvers.find(lab, UUID.randomUUID()))).isEmpty();
        assertThat(as(lab, () -> handOvers.of(file, exhibit)).handOvers()).isEmpty();
    }

    @Test
    void showsTheReceiverTheCodeAndNotTheCase() {
        give(officer, store);
        assertThat(handOvers(store))
                .singleElement()
                .satisfies(one -> assertThat(one.exhibit().code()).isEqualTo(file.code() + "-E1"));
        assertThat(as(store, () -> cases.open(file.code(), store))).isEmpty();
    }

    @Test
    void refusesWhoeverDoesNotHoldIt() {
        give(officer, store);
        receive(store, "S-1");
        assertThat(as(officer, () -> handOvers.find(officer, exhibit.id()))).isEmpty();
        assertThat(as(lab, () -> handOvers.find(lab, exhibit.id()))).isEmpty();
    }

    @Test
    void givesNothingToWhoIsKeptOutOfTheCaseOrHoldsNoCases() {
        var monitor = staff.hire(Role.MONITOR);
        assertThat(give(officer, monitor)).isEqualTo(Answer.refused("hand-over.unknown"));
        staff.as(officer, () -> {
            needToKnow.exclude(file.id(), store.account(), UUID.randomUUID());
            return store;
        });
        assertThat(give(officer, store)).isEqualTo(Answer.refused("hand-over.unknown"));
    }

    @Test
    void isHeldByTheReceiverOnlyWhenSheSaysSo() {
        give(officer, store);
        assertThat(holder()).isEqualTo(officer.account());
        receive(store, "S-1");
        assertThat(holder()).isEqualTo(store.account());
    }

    @Test
    void isGivenOnByWhoMayNotReadTheCase() {
        give(officer, store);
        receive(store, "S-1");
        assertThat(give(store, lab)).isEqualTo(Answer.accepted());
        receive(lab, "S-1");
        assertThat(holder()).isEqualTo(lab.account());
        assertThat(handOvers(store)).isEmpty();
        assertThat(custody().gaps(custody().handOvers().getLast().recordedAt(), Duration.ofHours(24)))
                .isEmpty();
    }

    @Test
    void changesNothingWhenAFormIsSentTwice() {
        var form = facts.id();
        for (var i = 0; i < 2; i++) assertThat(give(officer, store, form, null)).isEqualTo(Answer.accepted());
        assertThat(custody().handOvers()).hasSize(1);
    }

    @Test
    void refusesTheSecondOfTwoHandsAtOnce() {
        var before = as(officer, () -> inHand(officer));
        assertThat(as(officer, () -> handOvers.give(before, facts.id(), given(store, null))))
                .isEqualTo(Answer.accepted());
        assertThat(as(officer, () -> handOvers.give(before, facts.id(), given(lab, null))))
                .isEqualTo(Answer.refused("hand-over.pending"));
        assertThat(custody().handOvers()).hasSize(1);
    }

    @Test
    void comesBackToTheGiverWhenItIsRefusedOrTakenBack() {
        give(officer, store);
        answer(store, Outcome.REFUSED, "S-1");
        assertThat(holder()).isEqualTo(officer.account());
        give(officer, lab);
        as(officer, () -> handOvers.withdraw(inHand(officer), facts.id()));
        assertThat(holder()).isEqualTo(officer.account());
        assertThat(custody().handOvers()).hasSize(2);
    }

    @Test
    void asksTheWitnessAndNobodyElse() {
        give(officer, store, facts.id(), lab);
        assertThat(as(store, () -> handOvers.witness(inHand(store), facts.id())))
                .isEqualTo(Answer.refused("hand-over.witnessed"));
        assertThat(as(lab, () -> handOvers.witness(inHand(lab), facts.id()))).isEqualTo(Answer.accepted());
        assertThat(custody().handOvers().getFirst().witnessed()).isNotNull();
        assertThat(handOvers(lab)).isEmpty();
    }

    @Test
    void keepsWhatTheReceiverFound() {
        give(officer, store);
        receive(store, "S-2");
        assertThat(custody().gaps(Instant.MAX, Duration.ofHours(24)))
                .extracting(Gap::kind)
                .containsExactly(Gap.Kind.OTHER_SEAL);
    }

    @Test
    void tellsEverybodyWhoMustKnowThatAFileIsDamaged() {
        as(officer, () -> {
            handOvers.damaged(file, exhibit, Condition.DIFFERS);
            return exhibit;
        });
        assertThat(as(staff.hire(Role.MONITOR), () -> damages.since(Instant.EPOCH)))
                .filteredOn(one -> one.code().equals(exhibit.code()))
                .singleElement()
                .satisfies(one -> assertThat(one.mine()).isFalse());
        assertThat(custody().gaps(Instant.MAX, Duration.ofHours(24)))
                .extracting(Gap::kind)
                .containsExactly(Gap.Kind.OTHER_FILE);
    }

    /** Whatever anybody tries, one person holds it, and what she sees of it is what those who read the case see. */
    @Test
    void hasOneHolderThroughASeededCourse() {
        var random = new Random(20_261_128);
        var people = List.of(officer, store, lab);
        for (var i = 0; i < 200; i++) {
            var actor = people.get(random.nextInt(3));
            var other = people.get(random.nextInt(3));
            as(actor, () -> handOvers.find(actor, exhibit.id()))
                    .ifPresent(inHand -> as(actor, () -> switch (random.nextInt(4)) {
                        case 0 -> handOvers.withdraw(inHand, facts.id());
                        case 1 -> handOvers.answer(inHand, receipt(actor, Outcome.REFUSED, "S-1"));
                        case 2 -> handOvers.answer(inHand, receipt(actor, Outcome.RECEIVED, "S-1"));
                        default -> handOvers.give(inHand, facts.id(), given(other, null));
                    }));
            var standing = custody().standing();
            for (var one : people) {
                var hers = as(one, () -> handOvers.find(one, exhibit.id()));
                assertThat(hers.isPresent() && hers.get().isHeld())
                        .isEqualTo(standing.pending() == null && standing.isHeldBy(one.account()));
                hers.ifPresent(inHand -> assertThat(inHand.standing().step()).isEqualTo(standing.step()));
            }
        }
        assertThat(custody().handOvers().size()).isGreaterThan(5);
    }

    private Answer give(Actor giver, Actor receiver) {
        return give(giver, receiver, facts.id(), null);
    }

    private Answer give(Actor giver, Actor receiver, UUID form, @Nullable Actor witness) {
        return as(giver, () -> handOvers.give(inHand(giver), form, given(receiver, witness)));
    }

    private Given given(Actor receiver, @Nullable Actor witness) {
        return new Given(
                receiver.account(),
                null,
                null,
                witness == null ? null : witness.account(),
                HandOver.Reason.STORAGE,
                "STORE-1",
                "S-1",
                Found.INTACT,
                now());
    }

    private void receive(Actor receiver, String seal) {
        answer(receiver, Outcome.RECEIVED, seal);
    }

    private void answer(Actor receiver, Outcome outcome, String seal) {
        assertThat(as(receiver, () -> handOvers.answer(inHand(receiver), receipt(receiver, outcome, seal))))
                .isEqualTo(Answer.accepted());
    }

    private Receipt receipt(Actor receiver, Outcome outcome, String seal) {
        return new Receipt(
                facts.id(), outcome, receiver.account(), "STORE-1", seal, Found.INTACT, null, now(), Instant.EPOCH);
    }

    private PartialDate now() {
        return facts.now(UUID.randomUUID(), UUID.randomUUID()).happened();
    }

    private InHand inHand(Actor actor) {
        return handOvers.find(actor, exhibit.id()).orElseThrow();
    }

    private List<InHand> handOvers(Actor actor) {
        return as(actor, () -> handOvers.with(actor));
    }

    private Custody custody() {
        return as(officer, () -> handOvers.of(file, exhibit));
    }

    private @Nullable UUID holder() {
        return custody().standing().holder();
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Actors.as(actor, work));
    }
}
