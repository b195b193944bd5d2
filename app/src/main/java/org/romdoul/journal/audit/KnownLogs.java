package org.romdoul.journal.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.romdoul.journal.witnessing.Testimonies;
import org.romdoul.journal.witnessing.Testimony;
import org.romdoul.ledger.read.Leaf;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.VerifierKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the record's logs and their keys: the key of the last one is given, the key of each one before stands in the first leaf of
 * its successor. What the table of logs says is compared, and believed by nobody.
 */
final class KnownLogs {

    private static final String TABLE = "ledger.log";
    private static final String ALL = "SELECT number, origin, vkey FROM ledger.log ORDER BY number";
    private static final String FIRST = "SELECT entry FROM ledger.leaf WHERE log = ? AND index = 0";

    private record Stated(String origin, String vkey) {}

    private final Connection sql;
    private final Testimonies testimonies;
    private final Findings findings;

    KnownLogs(Connection sql, Testimonies testimonies, Findings findings) {
        this.sql = sql;
        this.testimonies = testimonies;
        this.findings = findings;
    }

    /** @return oldest first; at least one */
    List<KnownLog> find(VerifierKey given) throws SQLException {
        var stated = stated();
        var last = stated.isEmpty() ? 1 : stated.lastKey();
        var logs = new ArrayList<KnownLog>();
        logs.add(compared(new KnownLog(last, given, null, null), stated));
        for (var number = last - 1; number >= 1; number--) {
            var before = before(number);
            if (before.isEmpty()) {
                findings.add(Kind.LOG_DIFFERS, TABLE, number + 1, "its first leaf names no log before it");
                break;
            }
            logs.addFirst(compared(before.get(), stated));
        }
        return logs;
    }

    private NavigableMap<Integer, Stated> stated() throws SQLException {
        var stated = new TreeMap<Integer, Stated>();
        try (var rows = Cursor.open(sql, ALL)) {
            while (rows.next())
                stated.put(
                        rows.row().getInt(1),
                        new Stated(rows.row().getString(2), rows.row().getString(3)));
        }
        return stated;
    }

    private KnownLog compared(KnownLog log, NavigableMap<Integer, Stated> stated) {
        var known = new Stated(log.key().name(), log.key().text());
        if (!stated.isEmpty() && !known.equals(stated.get(log.number())))
            findings.add(Kind.LOG_DIFFERS, TABLE, log.number(), "not " + log.key());
        return log;
    }

    private Optional<KnownLog> before(int number) throws SQLException {
        try (var rows = Cursor.open(sql, FIRST, number + 1)) {
            return rows.next()
                    ? succession(rows.row().getBytes(1)).flatMap(row -> ended(number, row))
                    : Optional.empty();
        }
    }

    private static Optional<JsonNode> succession(byte[] entry) {
        if (!(Leaf.parse(entry) instanceof Outcome.Accepted<Leaf>(Leaf leaf))
                || !leaf.table().equals("ledger.succession")) return Optional.empty();
        try {
            return Optional.of(JsonMapper.shared().readTree(leaf.row()));
        } catch (JacksonException bent) {
            return Optional.empty();
        }
    }

    private Optional<KnownLog> ended(int number, JsonNode row) {
        if (row.path("number").asInt(0) != number + 1) return Optional.empty();
        if (!(VerifierKey.parse(row.path("old_vkey").asString(""))
                instanceof Outcome.Accepted<VerifierKey>(VerifierKey key))) return Optional.empty();
        var head = row.path("old_head").asString("").getBytes(StandardCharsets.UTF_8);
        return testimonies.read("its successor", head, key) instanceof Testimony.Signed end
                ? Optional.of(new KnownLog(number, key, end, closed(row)))
                : Optional.empty();
    }

    // What is none is nothing that a log could have been: it is found to be another.
    private static KnownLog.Closed closed(JsonNode row) {
        var root = row.path("old_root").asString("");
        return new KnownLog.Closed(
                row.path("old_size").asLong(0),
                root.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(root) : new byte[0]);
    }
}
