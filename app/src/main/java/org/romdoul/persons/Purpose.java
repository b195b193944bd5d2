package org.romdoul.persons;

import java.util.Locale;

/** Why a name is opened. */
public enum Purpose {
    CONTACT,
    SAFETY,
    COURT,
    REFERRAL,
    CORRECTION,
    OTHER;

    /** @return its message key's end, and what the reading fact holds */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
