package org.romdoul.evidence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.Answer;

/**
 * Who holds an exhibit now.
 *
 * @param exhibit its fact
 * @param step the last step of its custody, which the next must follow
 * @param holder null once it has left custody
 * @param pending a hand-over that nobody has answered
 */
public record Standing(
        UUID exhibit,
        UUID step,
        @Nullable UUID holder,
        @Nullable HandOver pending) {

    /** @param handOvers oldest first; for somebody who sees only her own, what they say of the last holder is true if it is her */
    static Standing of(Exhibit exhibit, List<HandOver> handOvers) {
        var now = new Standing(exhibit.id(), exhibit.id(), exhibit.by(), null);
        for (var handOver : handOvers) now = now.after(handOver);
        return now;
    }

    private Standing after(HandOver handOver) {
        if (handOver.ended() != null) return new Standing(exhibit, handOver.id(), null, null);
        var receipt = handOver.receipt();
        if (receipt == null) return new Standing(exhibit, handOver.follows(), handOver.giver(), handOver);
        var received = receipt.outcome() == Receipt.Outcome.RECEIVED;
        return new Standing(exhibit, receipt.id(), received ? handOver.receiver() : handOver.giver(), null);
    }

    public boolean isHeldBy(UUID account) {
        return account.equals(holder);
    }

    /**
     * Only who holds it gives it away, to somebody else, before a third.
     *
     * @param receiver null where it leaves custody
     * @param witness null where nobody is asked
     */
    Answer mayGive(UUID giver, @Nullable UUID receiver, @Nullable UUID witness) {
        if (holder == null) return Answer.refused("hand-over.ended");
        if (!giver.equals(holder)) return Answer.refused("hand-over.not-holder");
        if (pending != null) return Answer.refused("hand-over.pending");
        if (giver.equals(receiver)) return Answer.refused("hand-over.to-self");
        if (witness != null && (witness.equals(giver) || witness.equals(receiver)))
            return Answer.refused("hand-over.witness-is-party");
        return receiver == null && witness == null ? Answer.refused("hand-over.end-unseen") : Answer.accepted();
    }
}
