package org.romdoul.journal.audit;

import java.util.function.BiConsumer;

/**
 * A derived table that can be made again only with keys: search tokens. A room that has one declares a bean of this kind; it
 * records one reading of kind {@code system} before it opens anything.
 */
public interface KeyedCheck {

    /** Schema and table. */
    String table();

    /** @param differing is told each row that is not as recomputed, and in what way; never what was opened */
    void check(BiConsumer<String, String> differing);
}
