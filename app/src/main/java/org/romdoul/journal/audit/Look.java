package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.romdoul.journal.Derived;
import org.romdoul.ledger.read.VerifierKey;

/** One look at the whole record, on a connection that is in a transaction. */
final class Look {

    // Nothing that somebody put on a search path may be taken for PostgreSQL's own; times are spelled as when they were
    // sealed.
    private static final String AS_WHEN_SEALED = """
            SET LOCAL search_path = pg_catalog; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD';
            SET LOCAL bytea_output = 'hex'; SET LOCAL lock_timeout = '60s'; SET LOCAL jit = off""";
    private static final String NOW = "SELECT clock_timestamp()";
    private static final String TABLES = """
            SELECT n.nspname || '.' || c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname !~ '^pg_'""";

    private final Connection sql;
    private final SchemaDescription made;
    private final Watcher watcher;
    private final Findings findings;

    Look(Connection sql, SchemaDescription made, Watcher watcher) {
        this.sql = sql;
        this.made = made;
        this.watcher = watcher;
        this.findings = new Findings(watcher);
    }

    /** A part of the audit that damage may have made impossible. */
    private interface Part {
        void check() throws SQLException;
    }

    AuditReport run(
            VerifierKey log,
            Outside outside,
            Collection<Derived> derived,
            Collection<KeyedCheck> keyed,
            FileStore store)
            throws SQLException {
        var began = System.nanoTime();
        prepare(sql);
        var now = now();
        attempt("schema", () -> SchemaCheck.compare(made, SchemaDescription.of(sql), findings));
        var labels = made.facts().stream().collect(Collectors.toMap(FactTable::name, FactTable::label));
        var leaves = new LogCheck(sql, labels, findings, watcher);
        attempt("ledger.leaf", () -> {
            var logs = new KnownLogs(sql, outside.testimonies(), findings).find(log);
            leaves.run(logs, outside.seen(logs), now);
        });
        var cosignatures = new long[1];
        attempt("ledger.cosignature", () -> cosignatures[0] = CosignatureCheck.check(sql, findings));
        var rows = new RowCheck(sql, leaves.clocks().earliest(), now, leaves.sealed(), findings);
        var sealed = new SealedCheck(sql, findings);
        var files = new FileCheck(sql, store, findings, watcher);
        attempt("journal.line", rows::begin);
        attempt("schema", () -> eachTable(rows, sealed, files));
        rows.checkStrays();
        attempt("vault.sealed", sealed::checkStrays);
        for (var table : derived) {
            attempt(table.table(), () -> DerivedCheck.check(sql, table, findings));
            watcher.at(table.table(), 0);
        }
        for (var table : keyed) {
            attempt(
                    table.table(),
                    () -> table.check(sql, (row, how) -> findings.add(Kind.DERIVED_DIFFERS, table.table(), row, how)));
            watcher.at(table.table(), 0);
        }
        return new AuditReport(
                rows.facts(),
                rows.pending(),
                leaves.leaves(),
                leaves.lost(),
                leaves.checkpoints(),
                cosignatures[0],
                sealed.references(),
                files.files(),
                findings.damage(),
                findings.named(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    static void prepare(Connection sql) throws SQLException {
        try (var statement = sql.createStatement()) {
            statement.execute(AS_WHEN_SEALED);
        }
    }

    private Instant now() throws SQLException {
        try (var statement = sql.createStatement();
                var row = statement.executeQuery(NOW)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void eachTable(RowCheck rows, SealedCheck sealed, FileCheck files) throws SQLException {
        var there = tables();
        for (var table : made.facts()) {
            var name = table.name();
            if (!there.contains(name)) {
                rows.skip(table);
                findings.add(Kind.TABLE_MISSING, name, "all of it");
                continue;
            }
            attempt(name, () -> rows.check(table));
            attempt(name, () -> sealed.check(table));
            attempt(name, () -> files.check(table));
            watcher.at(name, rows.facts());
        }
    }

    private Set<String> tables() throws SQLException {
        var names = new HashSet<String>();
        try (var all = Cursor.open(sql, TABLES)) {
            while (all.next()) {
                names.add(all.row().getString(1));
            }
        }
        return names;
    }

    /** What cannot be read, because somebody took a column, a right or a function away, is damage too, and the rest goes on. */
    private void attempt(String table, Part part) throws SQLException {
        var before = sql.setSavepoint();
        try {
            part.check();
        } catch (SQLException refused) {
            if (!isDamage(refused)) throw refused;
            sql.rollback(before);
            findings.add(Kind.UNREADABLE, table, "all of it", firstLine(refused));
            return;
        }
        sql.releaseSavepoint(before);
    }

    /** Names and rights (42), values that are not what their type says (22), bytes on disk (XX001, XX002). */
    private static boolean isDamage(SQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        return state.startsWith("42") || state.startsWith("22") || state.startsWith("XX00");
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }
}
