package org.romdoul.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
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

    /** The longest it stays open. */
    public static final Duration LONGEST = Duration.ofHours(3);

    /** What the emergency is. */
    public enum Reason {
        DANGER,
        DUTY,
        UNREACHABLE,
        OTHER
    }

    private final BreakGlassRows rows;
    private final ExclusionRows exclusions;
    private final NeedToKnow needToKnow;
    private final Vault vault;
    private final Facts facts;
    private final Clock clock;

    BreakGlass(
            BreakGlassRows rows,
            ExclusionRows exclusions,
            NeedToKnow needToKnow,
            Vault vault,
            Facts facts,
            Clock clock) {
        this.rows = rows;
        this.exclusions = exclusions;
        this.needToKnow = needToKnow;
        this.vault = vault;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Tries to open a case. The attempt is committed before the case can be asked for.
     *
     * @return the case's code, or nothing, whatever the reason
     */
    public Optional<CaseCode> attempt(Actor actor, String typed, Reason reason, String words, int hours) {
        var told = rows.oversight();
        if (told.isEmpty()) return Optional.empty();
        var code = CaseCode.parse(typed);
        var standing = code.flatMap(exclusions::standing)
                .filter(one -> mayHold(actor.role()) && !exclusions.isExcluded(one.id(), actor.account()));
        var length = Duration.ofHours(Math.clamp(hours, 1, (int) LONGEST.toHours()));
        var until = clock.instant().plus(length).truncatedTo(ChronoUnit.MILLIS);
        var attempt = facts.now(actor.agency(), actor.account());
        var shown = code.map(CaseCode::value).orElse("");
        rows.attempt(attempt, told.get(), shown, reason, standing.isPresent() ? until : null);
        standing.ifPresent(open -> {
            var fact = facts.now(open.id(), actor.account());
            rows.open(fact, attempt.id(), reason, vault.seal(open.id(), open.id(), words), until);
            needToKnow.let(open.id(), actor.account(), fact.id(), until);
        });
        return standing.flatMap(open -> code);
    }

    /** @return the latest attempts oversight was told of */
    @Transactional(readOnly = true)
    public List<BreakGlassRows.Attempt> told(Actor monitor, int limit) {
        return monitor.role() == Role.MONITOR ? rows.told(monitor.agency(), limit) : List.of();
    }

    /** Whose work can be a case at all. Who watches or keeps the machine running never opens one. */
    static boolean mayHold(Role role) {
        return switch (role) {
            case HOTLINE,
                    INVESTIGATOR,
                    INVESTIGATION_LEAD,
                    PROSECUTOR,
                    PROSECUTION_LEAD,
                    CLERK,
                    SOCIAL_WORKER,
                    SHELTER -> true;
            case MONITOR, RESEARCHER, ADMINISTRATOR -> false;
        };
    }
}
