package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Holds every reference to a sealed value against the ciphertext: there, with the hash that the fact says, in the fact's scope,
 * under a key that the fact names. No key is needed, so an erased person audits as clean as any other.
 */
final class SealedCheck {

    private static final String COMPARED = """
             FROM {table} t
             LEFT JOIN vault.sealed s ON s.id = left(t.{column}, 36)::uuid
            CROSS JOIN LATERAL (SELECT s.id IS NULL AS missing,
                  s.id IS NOT NULL AND NOT (s.scope = t.scope
                      AND sha256(s.ciphertext) = decode(translate(right(t.{column}, 43), '-_', '+/') || '=', 'base64')
                      AND (s.key = t.scope OR s.key = t.id
                           OR EXISTS (SELECT FROM jsonb_each_text(to_jsonb(t)) one WHERE one.value = s.key::text))) AS unlike) is_
             WHERE t.{column} IS NOT NULL""";

    private static final String COUNTED =
            "SELECT count(*), count(*) FILTER (WHERE is_.missing OR is_.unlike)" + COMPARED;
    private static final String NAMED = "SELECT t.id, left(t.{column}, 36), is_.missing" + COMPARED
            + " AND (is_.missing OR is_.unlike) LIMIT " + Findings.NAMED;

    private final Connection sql;
    private final Findings findings;
    private long references;

    SealedCheck(Connection sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    void check(FactTable table) throws SQLException {
        for (var column : table.sealedColumns()) {
            try (var counted = Cursor.open(sql, filled(COUNTED, table, column))) {
                counted.next();
                references += counted.row().getLong(1);
                if (counted.row().getLong(2) > 0)
                    name(table, column, counted.row().getLong(2));
            }
        }
    }

    private void name(FactTable table, String column, long damaged) throws SQLException {
        var named = 0;
        try (var rows = Cursor.open(sql, filled(NAMED, table, column))) {
            for (; rows.next(); named++) {
                findings.add(
                        rows.row().getBoolean(3) ? Kind.SEALED_MISSING : Kind.SEALED_DIFFERS,
                        "vault.sealed",
                        rows.row().getString(2),
                        table.name() + " " + rows.row().getString(1) + ", " + column);
            }
        }
        findings.addUnnamed(damaged - named);
    }

    private static String filled(String query, FactTable table, String column) {
        return query.replace("{table}", Quoted.name(table.name())).replace("{column}", Quoted.word(column));
    }

    long references() {
        return references;
    }
}
