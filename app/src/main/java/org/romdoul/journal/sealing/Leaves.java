package org.romdoul.journal.sealing;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The leaves of a scope in sequence, as far as the reader of this transaction may see them. */
@NamedInterface("sealing")
@Component
@Transactional(readOnly = true)
public class Leaves {

    private static final String OF = """
            SELECT log, index, sequence, entry FROM ledger.leaf
             WHERE scope = :scope AND label = :label AND sequence > :after ORDER BY sequence LIMIT :limit""";

    /**
     * A leaf and where it stands.
     *
     * @param log which of the record's logs
     * @param index its place there
     * @param sequence its number in its chain
     * @param entry its bytes (docs/formats/leaf.md)
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Standing(int log, long index, long sequence, byte[] entry) {}

    private final JdbcClient sql;

    Leaves(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Reads on in a chain.
     *
     * @param label {@code facts} or {@code readings}
     * @param after the last number that was read, 0 at first
     */
    public List<Standing> of(UUID scope, String label, long after, int limit) {
        return sql.sql(OF)
                .param("scope", scope)
                .param("label", label)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Standing(row.getInt(1), row.getLong(2), row.getLong(3), row.getBytes(4)))
                .list();
    }
}
