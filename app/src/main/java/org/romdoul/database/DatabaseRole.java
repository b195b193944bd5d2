package org.romdoul.database;

import java.util.Locale;

/** Who signs in to PostgreSQL. None is a superuser; {@link #KEYS} lives in a database of its own. */
public enum DatabaseRole {
    /** Runs migrations and owns every schema. */
    OWNER,
    /** The program: reads and inserts facts, within row-level security. */
    APPLICATION,
    /** Seals what is pending into the ledger. */
    SEQUENCER,
    /** Recomputes everything; reads past row-level security by policies made for it. */
    AUDITOR,
    /** Makes statistics; cannot see people at all. */
    PUBLICATION,
    /** Owns the key store, in a database (or on a server) apart from the record. */
    KEYS;

    public String login() {
        return "romdoul_" + word();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
