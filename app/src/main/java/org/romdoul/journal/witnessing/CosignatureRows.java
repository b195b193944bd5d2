package org.romdoul.journal.witnessing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cosignatures that were kept. */
final class CosignatureRows {

    private static final String KEEP = """
            INSERT INTO ledger.cosignature (log, size, witness, line, at) VALUES (:log, :size, :witness, :line, :at)
            ON CONFLICT DO NOTHING""";
    private static final String REACH = """
            SELECT l.number, w.witness, c.size, c.at
              FROM ledger.log l CROSS JOIN unnest(:witnesses::text[]) AS w (witness)
             CROSS JOIN LATERAL (SELECT size, at FROM ledger.cosignature
                                  WHERE log = l.number AND witness = w.witness ORDER BY size DESC LIMIT 1) c""";
    private static final String SIGNED = """
            SELECT s.size, c.note, s.witnesses, s.lines
              FROM (SELECT size, array_agg(witness ORDER BY witness) AS witnesses, array_agg(line ORDER BY witness) AS lines
                      FROM ledger.cosignature
                     WHERE log = :log AND witness = ANY (:witnesses::text[]) AND size < :below
                     GROUP BY size ORDER BY size DESC LIMIT :limit) s
              JOIN ledger.checkpoint c ON c.log = :log AND c.size = s.size
             ORDER BY s.size DESC""";
    private static final String NEWEST =
            "SELECT note FROM ledger.checkpoint WHERE log = :log ORDER BY size DESC LIMIT 1";

    /** How much of a log a witness vouches for. */
    record Reach(int log, String witness, long size, Instant at) {}

    /** A checkpoint and, by witness, the lines under it. */
    record Signed(long size, String note, Map<String, String> lines) {}

    private final JdbcClient sql;

    CosignatureRows(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(int log, long size, String witness, String line, Instant at) {
        sql.sql(KEEP)
                .param("log", log)
                .param("size", size)
                .param("witness", witness)
                .param("line", line)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Reach> reach(Collection<String> witnesses) {
        return sql.sql(REACH)
                .param("witnesses", witnesses.toArray(String[]::new))
                .query((row, n) -> new Reach(
                        row.getInt(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** Signed checkpoints of less than {@code below} leaves, the largest first. */
    List<Signed> signed(int log, Collection<String> witnesses, long below, int limit) {
        return sql.sql(SIGNED)
                .param("log", log)
                .param("witnesses", witnesses.toArray(String[]::new))
                .param("below", below)
                .param("limit", limit)
                .query((row, n) -> {
                    var keys = (String[]) row.getArray(3).getArray();
                    var signed = (String[]) row.getArray(4).getArray();
                    var lines = new LinkedHashMap<String, String>();
                    for (var i = 0; i < keys.length; i++) lines.put(keys[i], signed[i]);
                    return new Signed(row.getLong(1), row.getString(2), lines);
                })
                .list();
    }

    Optional<String> newest(int log) {
        return sql.sql(NEWEST).param("log", log).query(String.class).optional();
    }
}
