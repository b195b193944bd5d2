package org.romdoul.cases;

import java.util.List;
import java.util.UUID;

/** Finds people by what they are called: the room that knows names says which, the page shows codes and labels. */
public interface NameSearch {

    /**
     * Somebody who may be meant.
     *
     * @param scope her case
     * @param subject the person in the case
     * @param label what the case calls her
     * @param exact every word as it is written; otherwise only alike
     */
    record Hit(UUID scope, UUID subject, String label, boolean exact) {}

    /** @return people of cases that the person of this transaction may read, exact ones first, of these the newest */
    List<Hit> called(String name, int most);
}
