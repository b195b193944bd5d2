package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every reference to a sealed value against the ciphertext: there, with the hash that the fact says, in the fact's scope,
 * under a key that the fact names; and every ciphertext against some fact. No key is needed, so an erased person audits as clean as any other.
 */
final class SealedCheck {

    private static final String COMPARED = """
             FROM {table} t
             LEFT JOIN vault.sealed s ON s.id = left(t.{column}, 36)::uuid
            CROSS JOIN LATERAL (SELECT s.id IS NULL AS missing,
                  s.id IS NOT NULL AND NOT (s.scope IN (t.scope, t.id)
                      AND sha256(s.ciphertext) = decode(translate(right(t.{column}, 43), '-_', '+/') || '=', 'base64')
                      AND (s.key = t.scope OR s.key = t.id
                           OR EXISTS (SELECT FROM jsonb_each_text(to_jsonb(t)) one WHERE one.value = s.key::text))) AS unlike) is_
             WHERE t.{column} IS NOT NULL""";

    private static final String COUNTED =
            "SELECT count(*), count(*) FILTER (WHERE is_.missing OR is_.unlike)" + COMPARED;
    private static final String NAMED = "SELECT t.id, left(t.{column}, 36), is_.missing" + COMPARED
            + " AND (is_.missing OR is_.unlike) LIMIT " + Findings.NAMED;

    private static final String REFERRED =
            "SELECT left({column}, 36)::uuid AS id FROM {table} WHERE {column} IS NOT NULL";
    private static final String STRAYS = """
            SELECT s.id FROM vault.sealed s
             WHERE NOT EXISTS (SELECT FROM ({referred}) known WHERE known.id = s.id)""";

    private final List<String> referred = new ArrayList<>();
    private final Connection sql;
    private final Findings findings;
    private long references;

    SealedCheck(Connection sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    void check(FactTable table) throws SQLException {
        for (var column : table.sealedColumns()) {
            referred.add(filled(REFERRED, table, column));
            try (var counted = Cursor.open(sql, filled(COUNTED, table, column))) {
                counted.next();
                references += counted.row().getLong(1);
                if (counted.row().getLong(2) > 0)
                    name(table, column, counted.row().getLong(2));
            }
        }
    }

    /** What no fact refers to; call it after all tables. */
    void checkStrays() throws SQLException {
        try (var rows = Cursor.open(sql, STRAYS.replace("{referred}", String.join(" UNION ALL ", referred)))) {
            while (rows.next())
                findings.add(Kind.SEALED_STRAY, "vault.sealed", rows.row().getString(1));
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
