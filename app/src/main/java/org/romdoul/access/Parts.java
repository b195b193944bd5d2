package org.romdoul.access;

import java.util.List;
import java.util.UUID;

/**
 * What one room's scopes have become part of, a tip of a case: whoever is kept out of the whole is kept out of them. A bean of
 * the room whose scopes they are.
 */
public interface Parts {

    /** @return the scopes that have become part of this one, whether the person of this transaction may read them or not */
    List<UUID> of(UUID whole);

    /** @return a SELECT over fact tables alone that gives each scope and the whole it is part of */
    String recomputed();
}
