package org.romdoul.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.blobs.Condition;
import org.romdoul.cases.Answer;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds what: given, and only then received when the other side says so. */
@Service
@Transactional
public class HandOvers {

    private static final int SHOWN = 200;

    private final ExhibitRows exhibits;
    private final HandOverRows rows;
    private final InspectionRows inspections;
    private final DamageRows damages;
    private final Accounts accounts;
    private final NeedToKnow needToKnow;
    private final Vault vault;
    private final Facts facts;
    private final Law law;

    HandOvers(
            ExhibitRows exhibits,
            HandOverRows rows,
            InspectionRows inspections,
            DamageRows damages,
            Accounts accounts,
            NeedToKnow needToKnow,
            Vault vault,
            Facts facts,
            Law law) {
        this.exhibits = exhibits;
        this.rows = rows;
        this.inspections = inspections;
        this.damages = damages;
        this.accounts = accounts;
        this.needToKnow = needToKnow;
        this.vault = vault;
        this.facts = facts;
        this.law = law;
    }

    /** @return who held an exhibit, from the first hand on */
    @Transactional(readOnly = true)
    public Custody of(OpenCase file, Exhibit exhibit) {
        if (!exhibit.caseId().equals(file.id())) throw new IllegalArgumentException("of another case");
        return new Custody(
                exhibit,
                rows.of(exhibit.id()),
                inspections.of(exhibit.id()),
                law.now().zone());
    }

    /** @return the custody of each exhibit of a case, E1 first */
    @Transactional(readOnly = true)
    public List<Custody> of(OpenCase file) {
        var zone = law.now().zone();
        var given = rows.in(file).stream().collect(Collectors.groupingBy(HandOver::exhibit));
        var looked = inspections.in(file).stream()
                .collect(Collectors.groupingBy(
                        InspectionRows.OfExhibit::exhibit,
                        Collectors.mapping(InspectionRows.OfExhibit::inspection, Collectors.toList())));
        var all = new ArrayList<Custody>();
        for (var exhibit : exhibits.in(file))
            all.add(new Custody(
                    exhibit,
                    given.getOrDefault(exhibit.id(), List.of()),
                    looked.getOrDefault(exhibit.id(), List.of()),
                    zone));
        return List.copyOf(all);
    }

    /** @return the exhibit in her hands; nothing where it is not, or there is none: she cannot tell which */
    @Transactional(readOnly = true)
    Optional<InHand> find(Actor actor, UUID exhibit) {
        return exhibits.seen(exhibit).map(one -> inHand(actor, one)).filter(HandOvers::isHers);
    }

    /** @return what she holds, is asked to take, or is asked to have seen, the newest first */
    @Transactional(readOnly = true)
    public List<InHand> with(Actor actor) {
        return exhibits.inHands(actor.account(), SHOWN).stream()
                .map(exhibit -> inHand(actor, exhibit))
                .toList();
    }

    private InHand inHand(Actor actor, Exhibit exhibit) {
        var handOvers = rows.of(exhibit.id());
        return new InHand(actor, exhibit, handOvers, Standing.of(exhibit, handOvers));
    }

    private static boolean isHers(InHand inHand) {
        return inHand.isHeld()
                || inHand.asked().isPresent()
                || inHand.given().isPresent()
                || inHand.toWitness().isPresent();
    }

    /** @param fact the id that the form carried: sent twice, it is given once */
    Answer give(InHand inHand, UUID fact, Given given) {
        if (inHand.handOvers().stream().anyMatch(one -> one.id().equals(fact))) return Answer.accepted();
        var standing = inHand.standing();
        var may = standing.mayGive(inHand.actor().account(), given.receiver(), given.witness());
        if (may instanceof Answer.Refused) return may;
        for (var other : new UUID[] {given.receiver(), given.witness()})
            if (other != null && !mayHold(inHand.exhibit(), other)) return Answer.refused("hand-over.unknown");
        var claim = fact(inHand, fact, given.happened());
        return rows.give(claim, standing, given, sealed(inHand, given.order()))
                ? may
                : Answer.refused("hand-over.pending");
    }

    /** Who is kept out of a case for a conflict of interest is given nothing of it; the giver is not told why. */
    private boolean mayHold(Exhibit exhibit, UUID account) {
        return accounts.byId(account)
                .filter(one -> !one.suspended() && one.role().holdsCases())
                .filter(one -> !needToKnow.isExcluded(exhibit.caseId(), account))
                .isPresent();
    }

    /**
     * The other side answers.
     *
     * @param told what she says: its id is the fact's, its {@code stored} was looked at before this
     */
    Answer answer(InHand inHand, Receipt told) {
        if (answered(inHand, told.id())) return Answer.accepted();
        var asked = inHand.asked();
        if (asked.isEmpty()) return Answer.refused("hand-over.answered");
        var may = asked.get().mayAnswer(inHand.actor().account());
        if (may instanceof Answer.Refused) return may;
        if (!rows.answer(fact(inHand, told.id(), told.happened()), asked.get(), told))
            return Answer.refused("hand-over.answered");
        alarm(inHand.exhibit(), told.stored(), inHand.actor());
        return may;
    }

    private static boolean answered(InHand inHand, UUID receipt) {
        return inHand.handOvers().stream()
                .map(HandOver::receipt)
                .anyMatch(one -> one != null && one.id().equals(receipt));
    }

    Answer withdraw(InHand inHand, UUID fact) {
        if (answered(inHand, fact)) return Answer.accepted();
        var given = inHand.given();
        if (given.isEmpty()) return Answer.refused("hand-over.answered");
        var may = given.get().mayWithdraw(inHand.actor().account());
        if (may instanceof Answer.Refused) return may;
        var now = facts.now(inHand.exhibit().caseId(), inHand.actor().account()).as(fact);
        var back = new Receipt(
                fact, Receipt.Outcome.WITHDRAWN, now.actor(), null, null, null, null, now.happened(), Instant.EPOCH);
        return rows.answer(now, given.get(), back) ? may : Answer.refused("hand-over.answered");
    }

    Answer witness(InHand inHand, UUID fact) {
        var seen = inHand.toWitness();
        if (seen.isEmpty()) return Answer.refused("hand-over.witnessed");
        var may = seen.get().mayWitness(inHand.actor().account());
        if (may instanceof Answer.Refused) return may;
        var now = facts.now(inHand.exhibit().caseId(), inHand.actor().account()).as(fact);
        return rows.witness(now, seen.get()) ? may : Answer.refused("hand-over.witnessed");
    }

    /** Who holds it looks how it is, and perhaps opens it and seals it again. */
    Answer inspect(InHand inHand, Inspection told, @Nullable String words) {
        if (!inHand.isHeld()) return Answer.refused("hand-over.not-holder");
        var fact = fact(inHand, told.id(), told.happened());
        inspections.add(fact, inHand.exhibit().id(), told, sealed(inHand, words));
        alarm(inHand.exhibit(), told.stored(), inHand.actor());
        return Answer.accepted();
    }

    /** Whoever may read the case has a file hashed again; what was found is written down. */
    void checked(OpenCase file, Exhibit exhibit, UUID id, Condition stored) {
        var fact = facts.now(file.id(), file.reader().account()).as(id);
        var seal = of(file, exhibit).seal();
        var look = new Inspection(
                id, fact.actor(), Found.INTACT, seal, null, stored, fact.happened(), exhibit.recordedAt());
        inspections.add(fact, exhibit.id(), look, null);
        alarm(exhibit, stored, file.reader());
    }

    /** A file was found to be damaged while it was opened. */
    void damaged(OpenCase file, Exhibit exhibit, Condition stored) {
        checked(file, exhibit, facts.id(), stored);
    }

    private void alarm(Exhibit exhibit, @Nullable Condition stored, Actor finder) {
        if (stored == null || stored == Condition.INTACT) return;
        damages.add(facts.now(exhibit.caseId(), finder.account()), exhibit, stored, finder);
    }

    private static Fact fact(InHand inHand, UUID id, PartialDate happened) {
        return new Fact(id, inHand.exhibit().caseId(), happened, inHand.actor().account(), null, null);
    }

    private @Nullable SealedRef sealed(InHand inHand, @Nullable String words) {
        var scope = inHand.exhibit().caseId();
        return words == null ? null : vault.seal(scope, scope, words);
    }
}
