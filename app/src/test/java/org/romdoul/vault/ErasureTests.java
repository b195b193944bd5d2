package org.romdoul.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Staff;
import org.romdoul.vault.ErasureRequest.Accepted;
import org.romdoul.vault.ErasureRequest.Judgment;
import org.romdoul.vault.ErasureRequest.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class ErasureTests {

    @Autowired
    Vault vault;

    @Autowired
    Openings openings;

    @Autowired
    Erasures erasures;

    @Autowired
    SearchTokens tokens;

    @Autowired
    NeedToKnow needToKnow;

    @Autowired
    Agencies agencies;

    @Autowired
    Staff staff;

    final UUID scope = UUID.randomUUID();
    final UUID person = UUID.randomUUID();
    final UUID request = UUID.randomUUID();
    Actor owner;
    Actor monitor;
    SealedRef name;

    @BeforeEach
    void aPersonIsNamed() {
        owner = staff.hire(Role.INVESTIGATOR);
        monitor = staff.hire(
                agencies.oversight().map(Agency::id).orElseGet(() -> staff.agency("oversight")), Role.MONITOR);
        vault.begin(List.of(scope, person));
        name = staff.as(owner, () -> {
            needToKnow.let(scope, owner.account(), scope, null);
            tokens.add(
                    List.of(new SearchTokens.Named(scope, person, UUID.randomUUID(), List.of("Lotus Example", "ឈូក"))));
            var sealed = vault.seal(scope, person, "Lotus Example");
            openings.identity(scope, person, owner, "test", sealed); // the fact that refers to it
            return sealed;
        });
    }

    private Judgment ask(Actor by) {
        return staff.as(by, () -> erasures.ask(request, scope, person, "she asks for it", by));
    }

    private Judgment answer(Actor by, boolean grant) {
        return staff.as(by, () -> erasures.answer(request, grant, by));
    }

    private Optional<String> named() {
        return staff.as(owner, () -> vault.open(openings.identity(scope, person, owner, "test", null), name));
    }

    @Test
    void refusesAStrangerToTheCase() {
        assertThat(ask(staff.hire(Role.INVESTIGATOR))).isEqualTo(new Refused("vault.erasure.nothing"));
    }

    @Test
    void refusesToEraseTheCaseItselfOrAMemberOfStaff() {
        assertThat(staff.as(owner, () -> erasures.ask(request, scope, scope, "no", owner)))
                .isEqualTo(new Refused("vault.erasure.nothing"));
        var colleague = staff.hire(owner.agency(), Role.INVESTIGATOR);
        staff.as(owner, () -> {
            needToKnow.let(owner.agency(), owner.account(), owner.account(), null);
            return true;
        });
        assertThat(staff.as(owner, () -> erasures.ask(request, owner.agency(), colleague.account(), "no", owner)))
                .isEqualTo(new Refused("vault.erasure.nothing"));
    }

    @Test
    void refusesOnePersonAndOneAgencyAndWhoeverIsNotCalledToIt() {
        assertThat(ask(owner)).isInstanceOf(Accepted.class);
        assertThat(answer(owner, true)).isEqualTo(new Refused("vault.erasure.own"));
        var lead = staff.hire(owner.agency(), Role.INVESTIGATION_LEAD);
        letRead(lead);
        assertThat(answer(lead, true)).isEqualTo(new Refused("vault.erasure.agency"));
        var clerk = staff.hire(Role.CLERK);
        letRead(clerk);
        assertThat(answer(clerk, true)).isEqualTo(new Refused("vault.erasure.role"));
        assertThat(answer(staff.hire(Role.PROSECUTION_LEAD), true)).isEqualTo(new Refused("vault.erasure.nothing"));
        assertThat(named()).hasValue("Lotus Example");
    }

    private void letRead(Actor actor) {
        staff.as(owner, () -> {
            needToKnow.let(scope, actor.account(), actor.account(), null);
            return true;
        });
    }

    @Test
    void refusesUnderALegalHoldUntilItIsLifted() {
        var prosecutor = staff.hire(Role.PROSECUTOR);
        letRead(prosecutor);
        assertThat(hold(owner, false)).isEqualTo(new Refused("vault.hold.role"));
        assertThat(ask(owner)).isInstanceOf(Accepted.class);
        assertThat(hold(prosecutor, false)).isInstanceOf(Accepted.class);
        assertThat(answer(monitor, true)).isEqualTo(new Refused("vault.erasure.held"));
        assertThat(named()).hasValue("Lotus Example");
        assertThat(hold(monitor, true)).isInstanceOf(Accepted.class);
        assertThat(answer(monitor, true)).isInstanceOf(Accepted.class);
        assertThat(named()).isEmpty();
    }

    @Test
    void aHoldThatIsBeingSetWhileSheIsErasedHoldsAndTheKeyStays() {
        var prosecutor = staff.hire(Role.PROSECUTOR);
        letRead(prosecutor);
        assertThat(ask(owner)).isInstanceOf(Accepted.class);
        assertThat(staff.meanwhile(
                        prosecutor,
                        () -> said(prosecutor, false),
                        monitor,
                        () -> erasures.answer(request, true, monitor)))
                .isEqualTo(new Refused("vault.erasure.held"));
        assertThat(named()).hasValue("Lotus Example");
        assertThat(found("lotus example")).hasSize(1);
    }

    private Judgment hold(Actor by, boolean lifted) {
        return staff.as(by, () -> said(by, lifted));
    }

    private Judgment said(Actor by, boolean lifted) {
        return erasures.hold(UUID.randomUUID(), scope, person, LegalHold.Ground.TRIAL, lifted, "The trial begins", by);
    }

    @Test
    void twoPeopleEraseANameForGoodAndItIsFoundNoMore() {
        assertThat(found("lotus example")).hasSize(1);
        assertThat(ask(owner)).isInstanceOf(Accepted.class);
        assertThat(ask(owner)).as("sent twice").isInstanceOf(Accepted.class);
        assertThat(answer(monitor, true)).isInstanceOf(Accepted.class);
        assertThat(named()).isEmpty();
        assertThat(found("lotus example")).isEmpty();
        assertThat(answer(staff.hire(Role.MONITOR), false)).isEqualTo(new Refused("vault.erasure.answered"));
    }

    @Test
    void aRefusalErasesNothing() {
        ask(owner);
        assertThat(answer(monitor, false)).isInstanceOf(Accepted.class);
        assertThat(named()).hasValue("Lotus Example");
    }

    @Test
    void oversightReadsTheReasonAndNotTheCase() {
        ask(owner);
        assertThat(staff.as(
                        monitor,
                        () -> erasures.find(request, monitor).flatMap(asked -> erasures.reason(asked, monitor))))
                .hasValue("she asks for it");
        assertThat(staff.<Boolean>as(monitor, () -> needToKnow.mayRead(scope))).isFalse();
        var stranger = staff.hire(Role.INVESTIGATOR);
        assertThat(staff.as(stranger, () -> erasures.of(stranger))).isEmpty();
        var lead = staff.hire(Role.PROSECUTION_LEAD);
        letRead(lead);
        assertThat(staff.as(lead, () -> erasures.find(request, lead).flatMap(asked -> erasures.reason(asked, lead))))
                .as("whoever may read the case reads the reason there")
                .hasValue("she asks for it");
    }

    @Test
    void aKeyThatAPowerCutLeftIsDestroyedAtTheNextStart() {
        ask(owner);
        answer(monitor, true);
        vault.begin(person); // where the key is destroyed already, this changes nothing
        erasures.finish();
        assertThat(named()).isEmpty();
    }

    @Test
    void findsByNameOnlyWhatTheReaderMayRead() {
        assertThat(found("Lotus")).singleElement().matches(SearchTokens.Found::exact);
        assertThat(found("Lodus")).singleElement().matches(one -> !one.exact());
        assertThat(found("ឈូក")).singleElement().matches(SearchTokens.Found::exact);
        assertThat(found("Nobody")).isEmpty();
        var stranger = staff.hire(Role.INVESTIGATOR);
        assertThat(staff.as(stranger, () -> tokens.find("Lotus", 200))).isEmpty();
    }

    private List<SearchTokens.Found> found(String name) {
        return staff.as(
                owner,
                () -> tokens.find(name, 200).stream()
                        .filter(one -> one.scope().equals(scope))
                        .toList());
    }
}
