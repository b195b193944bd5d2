package org.romdoul.evidence;

import java.util.Locale;

/** What a file is opened for. */
public enum Purpose {
    EXAMINATION,
    CHARGE,
    COURT,
    DISCLOSURE,
    VERIFICATION,
    OTHER;

    /** @return its message key's end, and what the reading fact holds */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
