package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds every row of a fact table against its leaf, or against what waits to become one, and against its line of the timeline.
 * PostgreSQL makes the row's text again and compares, so that only counts travel; where they are not as they should be, the
 * rows are named.
 */
final class RowCheck {

    // The same expression as ledger.hand_over's; OFFSET 0 so that it is made once a row.
    private static final String COMPARED = """
             FROM (SELECT t.id, t.scope, t.happened, t.recorded_at, t.actor, t.behalf, t.supersedes, {subject} AS subject,
                          jsonb_strip_nulls(to_jsonb(t))::text AS row,
                          to_char(t.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded
                     FROM {table} t OFFSET 0) f
             LEFT JOIN ledger.leaf l ON l.fact = f.id AND l.noun = '{noun}'
             LEFT JOIN ledger.pending p ON p.fact = f.id AND p.noun = '{noun}'
             LEFT JOIN journal.line j ON j.fact = f.id
            CROSS JOIN LATERAL (SELECT convert_to(E'\\nrow ' || f.row || E'\\n', 'UTF8') AS tail) ending
            CROSS JOIN LATERAL (SELECT
                  l.index IS NULL AND p.position IS NULL AS bare,
                  l.index IS NOT NULL AND NOT (l.scope = f.scope
                      AND substr(l.entry, length(l.entry) - length(ending.tail) + 1) = ending.tail
                      AND position(convert_to(E'\\nrecorded ' || f.recorded || E'\\nfact {noun} ' || f.id || E'\\nsalt ', 'UTF8')
                                   IN l.entry) > 0) AS unlike_leaf,
                  p.position IS NOT NULL AND NOT (l.index IS NULL AND p.content = f.row AND p.scope = f.scope AND p.label = '{label}'
                      AND p.recorded_at = f.recorded_at AND p.recorded_at BETWEEN ? AND ? AND length(p.salt) = 16) AS unlike_pending,
                  {unlike_line} AS unlike_line) is_
            """;

    private static final String LINE = """
            (j.fact, j.noun, j.scope, j.subject, j.happened, j.recorded_at, j.actor, j.behalf, j.supersedes)
               IS DISTINCT FROM
            (f.id, '{noun}', f.scope, f.subject, f.happened::text, f.recorded_at, f.actor, f.behalf, f.supersedes)""";

    private static final String COUNTED = """
            SELECT count(*), count(l.index), count(p.position), (SELECT count(*) FROM {table}),
                   count(*) FILTER (WHERE bare OR unlike_leaf OR unlike_pending OR unlike_line)
            """ + COMPARED;

    private static final String NAMED =
            """
            SELECT f.id, l.index, bare, unlike_leaf, unlike_pending, unlike_line
            """ + COMPARED + " WHERE bare OR unlike_leaf OR unlike_pending OR unlike_line LIMIT " + Findings.NAMED;

    private static final String ROW_MISSING = """
            SELECT l.index, l.fact FROM ledger.leaf l
             WHERE l.noun = '{noun}' AND NOT EXISTS (SELECT FROM {table} t WHERE t.id = l.fact) LIMIT\s""" + Findings.NAMED;

    private static final String PENDING_WITHOUT_ROW = """
            SELECT p.position, p.fact FROM ledger.pending p
             WHERE p.noun = '{noun}' AND NOT EXISTS (SELECT FROM {table} t WHERE t.id = p.fact) LIMIT\s""" + Findings.NAMED;

    private static final String TWICE = """
            SELECT fact, count(*) FROM (SELECT fact FROM ledger.leaf WHERE noun = '{noun}'
                                        UNION ALL SELECT fact FROM ledger.pending WHERE noun = '{noun}') both_
             GROUP BY fact HAVING count(*) > 1 LIMIT\s""" + Findings.NAMED;

    private static final String PENDING = "SELECT noun, count(*) FROM ledger.pending GROUP BY noun";
    private static final String LINES = "SELECT noun, count(*) FROM journal.line GROUP BY noun";
    private static final String STRAY_LINE = """
            SELECT j.fact, j.noun FROM journal.line j
             WHERE j.noun = '{noun}' AND NOT EXISTS (SELECT FROM {table} t WHERE t.id = j.fact) LIMIT\s""" + Findings.NAMED;

    private final Connection sql;
    private final Instant earliest;
    private final Instant now;
    private final Map<String, Long> sealed;
    private final Map<String, Long> waiting = new HashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Findings findings;
    private long facts;
    private long pending;

    /**
     * @param earliest when what waits can have been recorded at the earliest
     * @param sealed leaves of each noun
     */
    RowCheck(Connection sql, Instant earliest, Instant now, Map<String, Long> sealed, Findings findings) {
        this.sql = sql;
        this.earliest = earliest;
        this.now = now;
        this.sealed = new HashMap<>(sealed);
        this.findings = findings;
    }

    void begin() throws SQLException {
        count(PENDING, waiting);
        count(LINES, lines);
    }

    void check(FactTable table) throws SQLException {
        var leaves = taken(sealed, table.name());
        var handedOver = taken(waiting, table.name());
        var told = taken(lines, table.name());
        try (var counted = Cursor.open(sql, filled(COUNTED, table), bounds())) {
            counted.next();
            var row = counted.row();
            var rows = row.getLong(4);
            facts += rows;
            pending += row.getLong(3);
            if (row.getLong(5) > 0) name(table, row.getLong(5));
            if (row.getLong(1) != rows) each(TWICE, table, Kind.LEAF_TWICE);
            if (row.getLong(2) != leaves) each(ROW_MISSING, table, Kind.ROW_MISSING);
            if (row.getLong(3) != handedOver) each(PENDING_WITHOUT_ROW, table, Kind.PENDING_DIFFERS);
            if (told != (table.inTheTimeline() ? rows : 0)) each(STRAY_LINE, table, Kind.JOURNAL_DIFFERS);
        }
    }

    /** What the log, the waiting room and the timeline say of tables that no migration made; call it after all tables. */
    void checkStrays() {
        sealed.remove("ledger.clock");
        sealed.forEach((noun, n) -> findings.add(Kind.TABLE_MISSING, noun, n + " leaves"));
        waiting.forEach(
                (noun, n) -> findings.add(Kind.PENDING_DIFFERS, noun, n + " waiting", "no such table of facts"));
        lines.forEach((noun, n) -> findings.add(Kind.JOURNAL_DIFFERS, "journal.line", n + " of " + noun));
    }

    /** The table itself is gone: so are its rows, whatever else speaks of them. */
    void skip(FactTable table) {
        sealed.remove(table.name());
        waiting.remove(table.name());
        lines.remove(table.name());
    }

    private void name(FactTable table, long damaged) throws SQLException {
        var named = 0;
        try (var rows = Cursor.open(sql, filled(NAMED, table), bounds())) {
            for (; rows.next(); named++) {
                var row = rows.row();
                var id = row.getString(1);
                if (row.getBoolean(3)) findings.add(Kind.LEAF_MISSING, table.name(), id);
                if (row.getBoolean(4)) findings.add(Kind.ROW_DIFFERS, table.name(), id, "leaf " + row.getLong(2));
                if (row.getBoolean(5)) findings.add(Kind.PENDING_DIFFERS, table.name(), id);
                if (row.getBoolean(6)) findings.add(Kind.JOURNAL_DIFFERS, "journal.line", id, table.name());
            }
        }
        findings.addUnnamed(damaged - named);
    }

    private void each(String query, FactTable table, Kind kind) throws SQLException {
        try (var rows = Cursor.open(sql, filled(query, table))) {
            while (rows.next()) {
                var row = rows.row();
                switch (kind) {
                    case ROW_MISSING -> findings.add(kind, table.name(), row.getString(2), "leaf " + row.getLong(1));
                    case PENDING_DIFFERS -> findings.add(kind, table.name(), row.getString(2), "waits without a row");
                    case JOURNAL_DIFFERS ->
                        findings.add(kind, "journal.line", row.getString(1), row.getString(2) + " has no such fact");
                    default -> findings.add(kind, table.name(), row.getString(1), row.getLong(2) + " times");
                }
            }
        }
    }

    private static String filled(String query, FactTable table) {
        return query.replace("{unlike_line}", table.inTheTimeline() ? LINE : "j.fact IS NOT NULL")
                .replace("{subject}", table.hasSubject() ? "t.subject" : "NULL::uuid")
                .replace("{table}", Quoted.name(table.name()))
                .replace("{noun}", table.name())
                .replace("{label}", table.label());
    }

    private Object[] bounds() {
        return new Object[] {earliest.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC)};
    }

    private void count(String query, Map<String, Long> counts) throws SQLException {
        try (var rows = Cursor.open(sql, query)) {
            while (rows.next()) {
                counts.put(rows.row().getString(1), rows.row().getLong(2));
            }
        }
    }

    private static long taken(Map<String, Long> counts, String noun) {
        var count = counts.remove(noun);
        return count == null ? 0 : count;
    }

    long facts() {
        return facts;
    }

    long pending() {
        return pending;
    }
}
