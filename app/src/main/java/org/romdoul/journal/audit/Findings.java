package org.romdoul.journal.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been found so far. A log cut in the middle differs everywhere after: the first are named, all are counted. */
final class Findings {

    /** Named of one kind in one table. */
    static final int NAMED = 100;

    private record Place(Kind kind, String table) {}

    private final Watcher watcher;
    private final List<Finding> named = new ArrayList<>();
    private final Map<Place, Integer> counts = new HashMap<>();
    private long damage;

    Findings(Watcher watcher) {
        this.watcher = watcher;
    }

    void add(Kind kind, String table, Object row) {
        add(kind, table, row, "");
    }

    void add(Kind kind, String table, Object row, String detail) {
        damage++;
        if (counts.merge(new Place(kind, table), 1, Integer::sum) > NAMED) return;
        var finding = new Finding(kind, table, row.toString(), detail);
        named.add(finding);
        watcher.found(finding);
    }

    /** Counts what was not named one by one. */
    void addUnnamed(long more) {
        damage += Math.max(0, more);
    }

    long damage() {
        return damage;
    }

    List<Finding> named() {
        return List.copyOf(named);
    }
}
