package org.romdoul.prosecution;

import java.util.UUID;
import org.romdoul.journal.Fact;

/**
 * An accused is held; it begins when it is said to have happened.
 *
 * @param gravity of the gravest offence alleged: limits differ by it
 * @param minor under 18 when it began: limits are shorter
 * @param basis the article of law it rests on, as a code: KH-CPC-96
 */
public record Detention(
        Fact fact, UUID defendant, UUID detention, Kind kind, Gravity gravity, boolean minor, String basis)
        implements CourtFact {

    /** Who holds her. */
    public enum Kind {
        POLICE_CUSTODY,
        PRE_TRIAL
    }

    /** Of an offence. */
    public enum Gravity {
        MISDEMEANOUR,
        FELONY,
        UNKNOWN
    }

    @Override
    public UUID name() {
        return detention;
    }
}
