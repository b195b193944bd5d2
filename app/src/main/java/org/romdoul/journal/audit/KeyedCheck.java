package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.springframework.modulith.NamedInterface;

/**
 * A derived table that can be made again only with keys: search tokens. A room that has one declares a bean of this kind; it
 * records one reading of kind {@code system} before it opens anything.
 */
@NamedInterface("audit")
public interface KeyedCheck {

    /** Schema and table. */
    String table();

    /**
     * @param auditor the audit's own snapshot, in a transaction
     * @param differing is told each row that is not as recomputed, and in what way; never what was opened
     */
    void check(Connection auditor, BiConsumer<String, String> differing) throws SQLException;
}
