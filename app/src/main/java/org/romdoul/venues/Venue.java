package org.romdoul.venues;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.cases.Answer;
import org.romdoul.vault.SealedRef;

/**
 * A place of business or work that an agency watches.
 *
 * @param id its own; also the key that its name and address are sealed under
 * @param agency the agency that keeps it
 * @param by the account that registered it
 * @param place code of the province
 * @param address its name and address; null where nobody has written them down
 */
public record Venue(
        UUID id,
        VenueCode code,
        UUID agency,
        UUID by,
        Kind kind,
        @Nullable String place,
        @Nullable SealedRef address,
        Instant since) {

    /** What it is. */
    public enum Kind {
        BAR,
        KARAOKE,
        MASSAGE,
        GUEST_HOUSE,
        FACTORY,
        BOAT,
        FARM,
        BUILDING_SITE,
        HOME,
        ONLINE,
        OTHER
    }

    /** What its address is opened for. */
    public enum Purpose {
        INSPECTION,
        SAFETY,
        COURT,
        OTHER
    }

    /** Who works with cases reads the register, and so does who watches; a researcher draws venues from a frame of her own. */
    static boolean mayRead(Actor actor) {
        return switch (actor.role()) {
            case MONITOR -> true;
            case RESEARCHER, ADMINISTRATOR -> false;
            default -> actor.role().holdsCases();
        };
    }

    /** Who opens cases registers venues and says what an inspection found. */
    static boolean mayRecord(Actor actor) {
        return actor.role().opensCases();
    }

    /** A name and address are opened by people of the agency that keeps them; others ask it. */
    Answer mayOpen(Actor actor) {
        if (address == null) return Answer.refused("venue.address.none");
        return actor.agency().equals(agency) && actor.role().holdsCases()
                ? Answer.accepted()
                : Answer.refused("venue.address.elsewhere");
    }
}
