package org.romdoul.access;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person at work, or the system itself: who asks and who records.
 *
 * @param account her account; the id that facts carry
 * @param number her staff number, all that others see of her
 * @param agency the agency she works for
 * @param role what she does
 * @param sitting this sign-in: a case opened twice in one sitting is one reading
 */
public record Actor(UUID account, String number, UUID agency, Role role, UUID sitting)
        implements Serializable, AuthenticatedPrincipal {

    /** Whom the public tip page and the command line act as: no account, no hat, reads nothing. */
    public static final UUID SYSTEM = new UUID(0L, 0x8000_0000_0000_0001L);

    /** The hat of those who answer tips: a tip belongs to no agency until somebody makes a case of it. */
    public static final UUID TIP_DESK = new UUID(0L, 0x8000_0000_0000_0002L);

    /** @return whose rights she has: her own first; her agency's where she leads or watches; the tip desk's */
    public List<UUID> hats() {
        var hats = new ArrayList<UUID>(List.of(account));
        if (role.leads() || role == Role.MONITOR) hats.add(agency);
        if (role.answersTips()) hats.add(TIP_DESK);
        return List.copyOf(hats);
    }

    /** @return the account, by which her sessions are found when they must end */
    @Override
    public String getName() {
        return account.toString();
    }
}
