package org.romdoul.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
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
    private final Agencies agencies;
    private final NeedToKnow needToKnow;
    private final Vault vault;
    private final Facts facts;
    private final Clock clock;

    BreakGlass(
            BreakGlassRows rows,
            Standings standings,
            Agencies agencies,
            NeedToKnow needToKnow,
            Vault vault,
            Facts facts,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.agencies = agencies;
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
        var told = agencies.oversight();
        if (told.isEmpty()) return Optional.empty();
        var before = rows.attempt(fact);
        if (before.isPresent()) return before.get().opened();
        var code = CaseCode.parse(typed);
        var standing = code.flatMap(standings::of)
                .filter(one -> actor.role().holdsCases() && !needToKnow.isExcluded(one.id(), actor.account()));
        var length = Duration.ofHours(Math.clamp(hours, 1, LONGEST));
        var until = clock.instant().plus(length).truncatedTo(ChronoUnit.MILLIS);
        var shown = code.map(CaseCode::value).orElse("");
        rows.attempt(
                facts.now(actor.agency(), actor.account()).as(fact),
                told.get().id(),
                shown,
                reason,
                standing.isPresent() ? until : null);
        standing.ifPresent(open -> {
            var opening = facts.now(open.id(), actor.account());
            rows.open(opening, fact, reason, vault.seal(open.id(), open.id(), words), until);
            needToKnow.let(open.id(), actor.account(), opening.id(), until);
        });
        return standing.map(Standing::code);
    }

    /** @return the latest attempts oversight was told of */
    @Transactional(readOnly = true)
    public List<Attempt> told(Actor monitor, int limit) {
        return monitor.role() == Role.MONITOR ? rows.told(monitor.agency(), limit) : List.of();
    }
}
