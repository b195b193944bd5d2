package org.romdoul.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.CaseLists;
import org.romdoul.cases.Desk;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Standing;
import org.romdoul.cases.Standings;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case in an emergency to somebody who does not hold it. Oversight is told before anything is shown; every
 * attempt is a fact; and an attempt that fails does not say why.
 */
@Service
@Transactional
public class BreakGlass {

    /** The longest it stays open, in hours. */
    public static final int LONGEST = 3;

    /** What the emergency is. */
    public enum Reason {
        DANGER,
        DUTY,
        UNREACHABLE,
        OTHER
    }

    private final BreakGlassRows rows;
    private final Standings standings;
    private final CaseLists lists;
    private final Agencies agencies;
    private final Accounts accounts;
    private final NeedToKnow needToKnow;
    private final Vault vault;
    private final Facts facts;
    private final Clock clock;

    BreakGlass(
            BreakGlassRows rows,
            Standings standings,
            CaseLists lists,
            Agencies agencies,
            Accounts accounts,
            NeedToKnow needToKnow,
            Vault vault,
            Facts facts,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.lists = lists;
        this.agencies = agencies;
        this.accounts = accounts;
        this.needToKnow = needToKnow;
        this.vault = vault;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Tries to open a case. The attempt is committed before the case can be asked for.
     *
     * @param fact the attempt's, as its form carried it: sent twice, it is one attempt
     * @return the case's code, or nothing, whatever the reason
     */
    public Optional<CaseCode> attempt(Actor actor, UUID fact, String typed, Reason reason, String words, int hours) {
        var before = rows.attempt(fact);
        if (before.isPresent()) return before.get().opened();
        var told = agencies.oversight().map(Agency::id).orElse(null);
        var code = CaseCode.parse(typed);
        // Where there is nobody to tell, nothing is opened, and that somebody tried is kept for the oversight that will
        // be there.
        var standing = code.flatMap(standings::of)
                .filter(one -> told != null)
                .filter(one -> actor.role().holdsCases() && !needToKnow.isExcluded(one.id(), actor.account()));
        var length = Duration.ofHours(Math.clamp(hours, 1, LONGEST));
        var until = clock.instant().plus(length).truncatedTo(ChronoUnit.MILLIS);
        var shown = code.map(CaseCode::value).orElse("");
        var first = rows.attempt(
                facts.now(actor.agency(), actor.account()).as(fact),
                told,
                shown,
                reason,
                standing.isPresent() ? until : null);
        if (!first) return rows.attempt(fact).flatMap(Attempt::opened);
        standing.ifPresent(open -> {
            var opening = facts.now(open.id(), actor.account());
            rows.open(opening, fact, reason, vault.seal(open.id(), open.id(), words), until);
            needToKnow.let(open.id(), actor.account(), opening.id(), until);
        });
        return standing.map(Standing::code);
    }

    /** @return an attempt oversight was told of */
    @Transactional(readOnly = true)
    public Optional<Attempt> told(Actor monitor, UUID attempt) {
        return monitor.role() == Role.MONITOR
                ? rows.attempt(attempt)
                        .filter(one -> one.told() == null || one.told().equals(monitor.agency()))
                : Optional.empty();
    }

    /** @return who opened this case in an emergency, the last first, with her words */
    @Transactional(readOnly = true)
    public List<Opened> of(OpenCase file) {
        return rows.openings(file.id()).stream()
                .map(row -> opened(
                        row,
                        file.code(),
                        vault.open(file.content(), row.words()).orElse(null)))
                .toList();
    }

    /** @return until when the case is open, or was, to whoever broke the glass */
    @Transactional(readOnly = true)
    List<Instant> openings(OpenCase file) {
        return rows.openings(file.id()).stream()
                .map(BreakGlassRows.Opening::until)
                .toList();
    }

    /** @return the openings of cases that somebody answers for, by others than herself; without their words */
    @Transactional(readOnly = true)
    public List<Opened> ofHers(Actor owner, Instant since) {
        var recent = rows.since(since);
        var scopes =
                recent.stream().map(BreakGlassRows.Opening::scope).distinct().toList();
        var hers = lists.these(scopes).stream()
                .filter(one -> one.owner().equals(owner.account()))
                .collect(Collectors.toMap(Desk::id, Desk::code));
        return recent.stream()
                .filter(row -> !row.actor().equals(owner.account()))
                .flatMap(row -> Stream.ofNullable(hers.get(row.scope())).map(code -> opened(row, code, null)))
                .toList();
    }

    private Opened opened(BreakGlassRows.Opening row, CaseCode code, @Nullable String words) {
        return new Opened(code, accounts.number(row.actor()), row.reason(), row.at(), row.until(), words);
    }

    /** @return the latest attempts oversight was told of */
    @Transactional(readOnly = true)
    public List<Attempt> told(Actor monitor, int limit) {
        return monitor.role() == Role.MONITOR ? rows.told(monitor.agency(), limit) : List.of();
    }
}
