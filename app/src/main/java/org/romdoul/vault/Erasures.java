package org.romdoul.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.journal.Facts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Erasing a person: one asks, another of another agency grants, and the key that opens what identifies her is destroyed.
 * The facts, and the proof that they were recorded, stay.
 */
@Service
@Transactional
public class Erasures {

    private final ErasureRows rows;
    private final Vault vault;
    private final Openings openings;
    private final SearchTokens tokens;
    private final NeedToKnow needToKnow;
    private final Accounts accounts;
    private final Agencies agencies;
    private final Facts facts;
    private final Duration backupsKept;

    Erasures(
            ErasureRows rows,
            Vault vault,
            Openings openings,
            SearchTokens tokens,
            NeedToKnow needToKnow,
            Accounts accounts,
            Agencies agencies,
            Facts facts,
            @Value("${romdoul.key-backups-kept:30d}") Duration backupsKept) {
        this.rows = rows;
        this.vault = vault;
        this.openings = openings;
        this.tokens = tokens;
        this.needToKnow = needToKnow;
        this.accounts = accounts;
        this.agencies = agencies;
        this.facts = facts;
        this.backupsKept = backupsKept;
    }

    /**
     * Asks for an erasure.
     *
     * @param id the request's, as the form carried it: sent twice, it is asked once
     * @param scope a case that whoever asks holds open
     * @param subject a person in it
     */
    public ErasureRequest.Judgment ask(UUID id, UUID scope, UUID subject, String reason, Actor by) {
        turn(subject);
        if (rows.byId(id).isPresent()) return new ErasureRequest.Accepted();
        if (!needToKnow.mayRead(scope)
                || !rows.isIdentified(scope, subject)
                || accounts.byId(subject).isPresent()) return new ErasureRequest.Refused("vault.erasure.nothing");
        if (rows.isHeld(subject)) return new ErasureRequest.Refused("vault.erasure.held");
        var earlier = rows.on(scope, subject);
        if (earlier.stream().anyMatch(ErasureRequest::isDone)) return new ErasureRequest.Refused("vault.erasure.done");
        if (earlier.stream().anyMatch(ErasureRequest::isOpen))
            return new ErasureRequest.Refused("vault.erasure.asked-already");
        var told = agencies.oversight();
        if (told.isEmpty()) return new ErasureRequest.Refused("vault.erasure.nobody-answers");
        vault.begin(id);
        needToKnow.let(id, told.get().id(), id, null);
        rows.ask(
                facts.now(scope, by.account()).as(id),
                subject,
                by.agency(),
                told.get().id(),
                vault.seal(id, id, reason),
                vault.seal(scope, scope, reason));
        return new ErasureRequest.Accepted();
    }

    /** Grants or refuses a request, as its second person. */
    public ErasureRequest.Judgment answer(UUID request, boolean grant, Actor second) {
        rows.byId(request).ifPresent(known -> turn(known.subject()));
        // Read again: a hold may have been recorded while she waited.
        var asked = rows.byId(request).filter(known -> mayAnswer(known, second));
        if (asked.isEmpty()) return new ErasureRequest.Refused("vault.erasure.nothing");
        var judgment = asked.get().judge(second, grant);
        if (!(judgment instanceof ErasureRequest.Accepted)) return judgment;
        var fact = facts.now(asked.get().scope(), second.account());
        if (!rows.answer(fact, asked.get(), grant)) return new ErasureRequest.Refused("vault.erasure.answered");
        if (grant) erase(asked.get());
        return judgment;
    }

    /**
     * Waits, until the end of its transaction, for whoever is deciding about the same person: what is read after this holds. A key
     * that is destroyed comes back for nobody, so a hold, a name and an answer to a request are said one after the other.
     */
    public void turn(UUID subject) {
        rows.turn(subject);
    }

    // Oversight reads no case and still answers; a lead answers for cases that she may read.
    private boolean mayAnswer(ErasureRequest request, Actor actor) {
        return actor.role() == Role.MONITOR || needToKnow.mayRead(request.scope());
    }

    // The key lives in another database: it is destroyed once the fact that says so is certain, and never before.
    private void erase(ErasureRequest request) {
        tokens.purge(request.subject());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                vault.erase(request.subject());
            }
        });
    }

    /** Destroys what a power cut may have left: keys whose destruction was granted. */
    void finish() {
        rows.granted().forEach(vault::erase);
    }

    /**
     * Records that a person's data are needed, or are not any more.
     *
     * @param id the fact's, as the form carried it
     */
    public ErasureRequest.Judgment hold(
            UUID id, UUID scope, UUID subject, LegalHold.Ground ground, boolean lifted, String reason, Actor by) {
        if (!LegalHold.maySay(by) || (by.role() != Role.MONITOR && !needToKnow.mayRead(scope)))
            return new ErasureRequest.Refused("vault.hold.role");
        turn(subject);
        if (rows.isHeld(subject) != lifted) return new ErasureRequest.Accepted();
        rows.hold(facts.now(scope, by.account()).as(id), subject, ground, lifted, vault.seal(scope, scope, reason));
        return new ErasureRequest.Accepted();
    }

    /** Oversight lifts the hold that stands in the way of a request, on the ground on which it was set. */
    public ErasureRequest.Judgment lift(ErasureRequest request, UUID id, String reason, Actor monitor) {
        var last = rows.holdsOn(request.scope(), request.subject()).stream().findFirst();
        var ground = last.map(LegalHold::ground).orElse(LegalHold.Ground.INVESTIGATION);
        return hold(id, request.scope(), request.subject(), ground, true, reason, monitor);
    }

    /** @return what was said of the need for a person's data in a case whose words are open, the last first */
    @Transactional(readOnly = true)
    public List<Held> holdsOn(Opening.Content opening, UUID subject) {
        return rows.holdsOn(opening.scope(), subject).stream()
                .map(hold -> new Held(
                        hold,
                        accounts.byId(hold.by())
                                .map(account -> account.number())
                                .orElse(""),
                        hold.words() == null
                                ? ""
                                : vault.open(opening, hold.words()).orElse("")))
                .toList();
    }

    /** A hold as it is shown to whoever reads the case. */
    public record Held(LegalHold hold, String number, String words) {}

    /** @return what was asked about a person in a case whose words are open, the last first */
    @Transactional(readOnly = true)
    public List<ErasureRequest> on(Opening.Content opening, UUID subject) {
        return rows.on(opening.scope(), subject);
    }

    /** @return whether two people have erased who she is */
    @Transactional(readOnly = true)
    public boolean isErased(UUID scope, UUID subject) {
        return rows.on(scope, subject).stream().anyMatch(ErasureRequest::isDone);
    }

    @Transactional(readOnly = true)
    public boolean isHeld(UUID subject) {
        return rows.isHeld(subject);
    }

    /** @return the newest requests that somebody may answer or asked for herself */
    @Transactional(readOnly = true)
    public List<ErasureRequest> of(Actor actor) {
        return rows.newest().stream()
                .filter(request -> request.requester().equals(actor.account())
                        || ((actor.role() == Role.MONITOR || actor.role().leads()) && mayAnswer(request, actor)))
                .toList();
    }

    public Optional<ErasureRequest> find(UUID id, Actor actor) {
        return of(actor).stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /** @return why it is asked for; that she read it is recorded */
    public Optional<String> reason(ErasureRequest request, Actor reader) {
        if (needToKnow.mayRead(request.id()))
            return vault.open(openings.content(request.id(), reader), request.reason());
        var words = request.words();
        return words != null && needToKnow.mayRead(request.scope())
                ? vault.open(openings.content(request.scope(), reader), words)
                : Optional.empty();
    }

    /** @return when the last backup of the destroyed key is gone too; nothing where no key was destroyed */
    public Optional<Instant> complete(ErasureRequest request) {
        var answered = request.answeredAt();
        return request.isDone() && answered != null ? Optional.of(answered.plus(backupsKept)) : Optional.empty();
    }
}
