package org.romdoul.vault;

import java.util.UUID;

/** What is stored is not what was sealed. A broken record, never a user's mistake; says which value, never what it held. */
public final class TamperedValue extends RuntimeException {

    TamperedValue(UUID id, String how) {
        super("sealed value " + id + ": " + how);
    }
}
