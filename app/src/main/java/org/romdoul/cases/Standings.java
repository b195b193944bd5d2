package org.romdoul.cases;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.Account;
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
    private final TaskRows tasks;
    private final Cases cases;
    private final Facts facts;

    Standings(CaseStandingRows rows, TaskRows tasks, Cases cases, Facts facts) {
        this.rows = rows;
        this.tasks = tasks;
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

    /** Gives to somebody else what a person still had to do in a case, by a decision from outside it. Limits of law stay. */
    public void relieve(Standing standing, UUID account, Account heir, Actor decider) {
        for (var task : tasks.owed(standing.id(), account)) {
            var now = facts.now(standing.id(), decider.account()).correcting(task);
            tasks.relieve(now, account, heir.agency(), heir.id());
        }
    }
}
