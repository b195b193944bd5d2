package org.romdoul.blobs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.romdoul.blobs.Store.Name;
import org.romdoul.blobs.Store.Shelf;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what lies in the store and belongs to nothing: what was begun and never published, pieces of uploads that are over,
 * and files that no fact refers to because the program died between keeping them and saying so.
 *
 * <p>The last are named and only removed when somebody says so: after a restore they may be all that is left of a fact.
 */
public final class Sweep {

    /** Younger things may still be on their way. */
    public static final Duration GRACE = Duration.ofHours(24);

    private static final String COLUMNS = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS relation, quote_ident(a.attname) AS field
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND NOT a.attisdropped AND a.atttypid = 'blobs.ref'::regtype""";
    private static final String REFERENCES = "SELECT left(%2$s, 36)::uuid FROM %1$s WHERE %2$s IS NOT NULL";

    /**
     * What was found.
     *
     * @param unfinished begun and never published: removed
     * @param pieces of uploads that are over: removed
     * @param orphans files that no fact refers to
     */
    public record Swept(int unfinished, int pieces, List<UUID> orphans) {}

    private final Store store;
    private final JdbcClient auditor;
    private final Clock clock;

    Sweep(Store store, DataSource auditor, Clock clock) {
        this.store = store;
        this.auditor = JdbcClient.create(auditor);
        this.clock = clock;
    }

    /** @param orphansToo whether files that no fact refers to are removed as well */
    public Swept run(Duration grace, boolean orphansToo) throws IOException {
        var before = clock.instant().minus(grace);
        var unfinished = store.forgetUnfinished(before);
        var pieces = unreferenced(Shelf.PIECES, before);
        var orphans = unreferenced(Shelf.FILES, before);
        for (var piece : pieces) store.remove(new Name(Shelf.PIECES, piece));
        if (orphansToo) for (var orphan : orphans) store.remove(new Name(Shelf.FILES, orphan));
        return new Swept(unfinished, pieces.size(), List.copyOf(orphans));
    }

    // The list first, the references after: what was referred to meanwhile is not taken for an orphan.
    private Set<UUID> unreferenced(Shelf shelf, Instant before) throws IOException {
        var old = new LinkedHashSet<UUID>();
        store.list(shelf, kept -> {
            if (kept.since().isBefore(before)) old.add(kept.name().id());
        });
        if (!old.isEmpty()) old.removeAll(references());
        return old;
    }

    private Set<UUID> references() {
        var all = new HashSet<UUID>();
        for (var column : auditor.sql(COLUMNS)
                .query((row, n) -> REFERENCES.formatted(row.getString("relation"), row.getString("field")))
                .list()) all.addAll(auditor.sql(column).query(UUID.class).list());
        return all;
    }
}
