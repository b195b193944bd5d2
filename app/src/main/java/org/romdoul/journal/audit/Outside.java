package org.romdoul.journal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.romdoul.journal.witnessing.Testimonies;
import org.romdoul.journal.witnessing.Testimony;
import org.romdoul.ledger.read.VerifierKey;

/**
 * What people outside say of the record's logs. Of the one that grows they are asked before the record is looked at: what they
 * have seen until then must be in it.
 */
final class Outside {

    private final Testimonies testimonies;
    private final Map<String, byte[]> kept;
    private final Watcher watcher;
    private final List<Testimony> ofTheLast;

    /** @param kept checkpoints that somebody kept, by the name of their file */
    static Outside ask(Testimonies testimonies, VerifierKey last, Map<String, byte[]> kept, Watcher watcher) {
        return new Outside(testimonies, kept, watcher, testimonies.ask(last));
    }

    private Outside(Testimonies testimonies, Map<String, byte[]> kept, Watcher watcher, List<Testimony> ofTheLast) {
        this.testimonies = testimonies;
        this.kept = kept;
        this.watcher = watcher;
        this.ofTheLast = ofTheLast;
    }

    Testimonies testimonies() {
        return testimonies;
    }

    /** @param logs the record's, the oldest first */
    List<Testimony.Signed> seen(List<KnownLog> logs) {
        var all = new ArrayList<Testimony>();
        // Whoever has a successor grows no more: asked now or before is the same.
        for (var old : logs.subList(0, logs.size() - 1)) all.addAll(testimonies.ask(old.key()));
        all.addAll(ofTheLast);
        kept.forEach((file, note) -> all.add(ofAny(file, note, logs)));
        all.forEach(watcher::heard);
        return all.stream()
                .filter(Testimony.Signed.class::isInstance)
                .map(Testimony.Signed.class::cast)
                .toList();
    }

    private Testimony ofAny(String file, byte[] note, List<KnownLog> logs) {
        return logs.stream()
                .map(log -> testimonies.read(file, note, log.key()))
                .filter(Testimony.Signed.class::isInstance)
                .findFirst()
                .orElseGet(() -> new Testimony.Silent(file, "is no checkpoint that this log signed"));
    }
}
