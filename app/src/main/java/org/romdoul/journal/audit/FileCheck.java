package org.romdoul.journal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Holds every reference to a file against what is stored: there, of the size and with the hash that the fact says. */
final class FileCheck {

    private static final String REFERENCES =
            "SELECT t.id, string_to_array(t.{column}, '~') FROM {table} t WHERE t.{column} IS NOT NULL";

    private final Connection sql;
    private final FileStore store;
    private final Findings findings;
    private final Watcher watcher;
    private long files;

    FileCheck(Connection sql, FileStore store, Findings findings, Watcher watcher) {
        this.sql = sql;
        this.store = store;
        this.findings = findings;
        this.watcher = watcher;
    }

    void check(FactTable table) throws SQLException {
        for (var column : table.fileColumns()) {
            var query =
                    REFERENCES.replace("{table}", Quoted.name(table.name())).replace("{column}", Quoted.word(column));
            try (var rows = Cursor.open(sql, query)) {
                while (rows.next())
                    look(
                            (String[]) rows.row().getArray(2).getArray(),
                            table.name() + " " + rows.row().getString(1) + ", " + column);
            }
        }
    }

    private void look(String[] ref, String where) {
        watcher.at("files", ++files);
        try {
            var state = store.look(UUID.fromString(ref[0]), Long.parseLong(ref[3]), ref[4]);
            if (state == FileStore.State.MISSING) findings.add(Kind.FILE_MISSING, "blobs", ref[0], where);
            if (state == FileStore.State.DIFFERS) findings.add(Kind.FILE_DIFFERS, "blobs", ref[0], where);
        } catch (IOException silent) {
            throw new UncheckedIOException(
                    "the store of files does not answer: " + Arrays.asList(ref).getFirst(), silent);
        }
    }

    long files() {
        return files;
    }
}
