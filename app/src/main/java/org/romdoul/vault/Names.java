package org.romdoul.vault;

import com.google.crypto.tink.Aead;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every name that makes somebody findable, a few hundred in memory at a time. Of the erased there is none. */
@Component
class Names {

    private static final String ALL = """
            SELECT f.scope, f.subject, f.fact, f.name, s.key, s.ciphertext
              FROM ({findable}) f LEFT JOIN vault.sealed s ON s.id = left(f.name, 36)::uuid
             WHERE NOT EXISTS (SELECT FROM vault.erasure_answer e WHERE e.subject = f.subject AND e.granted)
             ORDER BY f.fact, f.name""";

    private static final int CHUNK = 500;

    /**
     * A recording of somebody's names.
     *
     * @param names null where one of them cannot be opened: its key is gone, or it is damaged
     */
    record Recording(
            UUID fact, UUID scope, UUID subject, @Nullable List<String> names) {}

    /** Is told of each recording, in the order of their facts. */
    interface Reader {
        void read(Recording recording) throws SQLException;
    }

    private record Row(
            UUID fact,
            UUID scope,
            UUID subject,
            SealedRef name,
            @Nullable UUID key,
            byte @Nullable [] ciphertext) {}

    private final List<Findable> findables;
    private final Keys keys;

    Names(List<Findable> findables, Keys keys) {
        this.findables = findables;
        this.keys = keys;
    }

    /**
     * @param opening recorded before anything is opened
     * @param auditor a connection in a transaction, of a role that reads past row-level security
     */
    void each(Opening.OfTheSystem opening, Connection auditor, Reader reader) throws SQLException {
        if (findables.isEmpty()) return;
        try (var statement = auditor.prepareStatement(all())) {
            statement.setFetchSize(CHUNK);
            var chunk = new ArrayList<Row>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = row(rows);
                    if (chunk.size() >= CHUNK
                            && !row.fact().equals(chunk.getLast().fact())) tell(chunk, reader);
                    chunk.add(row);
                }
            }
            tell(chunk, reader);
        }
    }

    /** @return whether there is any; opens none */
    boolean any(Connection auditor) throws SQLException {
        if (findables.isEmpty()) return false;
        try (var statement = auditor.createStatement();
                var row = statement.executeQuery("SELECT FROM (" + all() + ") anybody LIMIT 1")) {
            return row.next();
        }
    }

    private String all() {
        return ALL.replace(
                "{findable}", findables.stream().map(Findable::recomputed).collect(Collectors.joining(" UNION ALL ")));
    }

    private void tell(List<Row> chunk, Reader reader) throws SQLException {
        var known = keys.of(chunk.stream().map(Row::subject).distinct().toList());
        var recordings =
                chunk.stream().collect(Collectors.groupingBy(Row::fact, LinkedHashMap::new, Collectors.toList()));
        for (var one : recordings.values()) reader.read(recording(one, known));
        chunk.clear();
    }

    private static Recording recording(List<Row> rows, Map<UUID, Aead> keys) {
        var first = rows.getFirst();
        var names = rows.stream().map(row -> name(row, keys)).toList();
        return new Recording(
                first.fact(),
                first.scope(),
                first.subject(),
                names.stream().allMatch(Optional::isPresent)
                        ? names.stream().flatMap(Optional::stream).toList()
                        : null);
    }

    private static Optional<String> name(Row row, Map<UUID, Aead> keys) {
        var key = keys.get(row.subject());
        var ciphertext = row.ciphertext();
        if (key == null || ciphertext == null || !row.subject().equals(row.key())) return Optional.empty();
        try {
            return Optional.of(Vault.open(row.name(), key, ciphertext));
        } catch (TamperedValue damaged) { // named by the audit where it looks at the sealed values
            return Optional.empty();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("fact", UUID.class),
                row.getObject("scope", UUID.class),
                row.getObject("subject", UUID.class),
                SealedRef.parse(row.getString("name")),
                row.getObject("key", UUID.class),
                row.getBytes("ciphertext"));
    }
}
