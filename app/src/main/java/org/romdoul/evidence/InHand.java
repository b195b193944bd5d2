package org.romdoul.evidence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;

/**
 * An exhibit in the hands of somebody: she holds it, gave it, is asked to take it or to have seen it. Holding this is the
 * permission, as an open case is; only the hand-overs make one, and it shows of the case no more than a code.
 *
 * @param handOvers those that she may see, oldest first
 */
public record InHand(Actor actor, Exhibit exhibit, List<HandOver> handOvers, Standing standing) {

    public boolean isHeld() {
        return standing.isHeldBy(actor.account()) && standing.pending() == null;
    }

    /** @return the hand-over that waits for her answer */
    public Optional<HandOver> asked() {
        return pending().filter(one -> actor.account().equals(one.receiver()));
    }

    /** @return the hand-over of hers that nobody has answered */
    public Optional<HandOver> given() {
        return pending().filter(one -> actor.account().equals(one.giver()));
    }

    /** @return the hand-over that she is asked to have seen */
    public Optional<HandOver> toWitness() {
        return handOvers.stream()
                .filter(one -> actor.account().equals(one.witness()) && one.witnessed() == null)
                .reduce((earlier, later) -> later);
    }

    private Optional<HandOver> pending() {
        return Optional.ofNullable(standing.pending());
    }

    /** @return the seal that she knows of, to begin a form with */
    @Nullable
    String seal() {
        for (var one : handOvers.reversed()) {
            if (one.receipt() != null && one.receipt().seal() != null)
                return one.receipt().seal();
            if (one.seal() != null) return one.seal();
        }
        return exhibit.seal();
    }
}
