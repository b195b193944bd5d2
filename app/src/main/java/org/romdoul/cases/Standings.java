package org.romdoul.cases;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For the oversight room alone (a house test sees to it): what may be known of a case without reading it, and who
 * answers for it when its owner no longer may.
 */
@Service
@Transactional
public class Standings {

    private final CaseStandingRows rows;
    private final Cases cases;
    private final Facts facts;

    Standings(CaseStandingRows rows, Cases cases, Facts facts) {
        this.rows = rows;
        this.cases = cases;
        this.facts = facts;
    }

    @Transactional(readOnly = true)
    public Optional<Standing> of(CaseCode code) {
        return rows.find(code);
    }

    /** @return the codes of those of these scopes that are cases */
    @Transactional(readOnly = true)
    public Map<UUID, CaseCode> codes(Collection<UUID> scopes) {
        return scopes.isEmpty() ? Map.of() : rows.codes(scopes);
    }

    /** Makes somebody else answer for a case, by a decision from outside it. */
    public void succeed(Standing standing, UUID account, Actor decider) {
        cases.join(standing.id(), facts.id(), account, Membership.Part.OWNER, decider);
    }
}
