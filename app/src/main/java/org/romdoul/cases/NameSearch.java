package org.romdoul.cases;

import java.util.List;
import java.util.UUID;

/** Finds cases by the name of somebody in them: the room that knows names says which, the list shows their codes. */
public interface NameSearch {

    /** @return cases the person of this transaction may read in which somebody is called so */
    List<UUID> casesOf(String words);
}
