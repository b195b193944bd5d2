package org.romdoul.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.romdoul.blobs.Blobs;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.sealing.Leaves;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.Tiles;
import org.romdoul.ledger.write.TlogProof;
import org.springframework.stereotype.Component;

/** Writes a prepared copy, front to back, in constant memory: outside any transaction, however slow the other end is. */
@Component
public class Courier {

    /** Where a copy goes, once it is certain that it may. */
    @FunctionalInterface
    public interface Destination {
        /** @param name of its file */
        OutputStream open(String name) throws IOException;
    }

    private static final int AT_ONCE = 500;
    private static final int SALT = 32;
    private static final int TILES = 256;

    private final Departures departures;
    private final Leaves leaves;
    private final Blobs blobs;
    private final PublishedLog log;
    private final TimeStamps timeStamps;

    Courier(Departures departures, Leaves leaves, Blobs blobs, PublishedLog log, TimeStamps timeStamps) {
        this.departures = departures;
        this.leaves = leaves;
        this.blobs = blobs;
        this.log = log;
        this.timeStamps = timeStamps;
    }

    /** @return why it cannot leave yet; nothing where it left */
    public Optional<Departures.NotYet> take(OpenCase file, Copy copy, Destination to) throws IOException {
        return switch (departures.prepare(file, copy)) {
            case Departures.NotYet later -> Optional.of(later);
            case Departures.Ready ready -> {
                var stamp = timeStamps.of(ready.copy().note());
                write(ready.copy(), stamp, to.open(ready.copy().base() + ".zip"));
                yield Optional.empty();
            }
        };
    }

    private void write(Prepared copy, Optional<byte[]> stamp, OutputStream out) throws IOException {
        var bag = new BagWriter(out, copy.base());
        page(bag, copy, "case.jsonld");
        bag.add("checkpoint", copy.note());
        if (stamp.isPresent()) bag.add("checkpoint.tsr", stamp.get());
        page(bag, copy, CopyList.NAME);
        leaves(bag, copy, "facts", copy.head().sequence());
        for (var file : copy.files().entrySet()) file(bag, file.getKey(), file.getValue());
        page(bag, copy, "index.html");
        for (var words : copy.opened().entrySet()) opening(bag, words.getKey(), words.getValue());
        leaves(bag, copy, "readings", copy.list().readings());
        for (var page : new TreeMap<>(copy.pages()).keySet()) if (page.startsWith("readme.")) page(bag, copy, page);
        bag.end();
    }

    private static void page(BagWriter bag, Prepared copy, String name) throws IOException {
        var page = copy.pages().get(name);
        if (page == null) throw new IOException("a page is missing");
        bag.add(name, BagWriter.utf8(page));
    }

    private void leaves(BagWriter bag, Prepared copy, String label, long last) throws IOException {
        var proofs = new Proofs(remembered(), Departures.size(new String(copy.note(), StandardCharsets.UTF_8)));
        for (var after = 0L; after < last; ) {
            var some = leaves.of(copy.scope(), label, after, (int) Math.min(AT_ONCE, last - after));
            if (some.isEmpty()) throw new IOException("leaves are missing");
            for (var leaf : some) leaf(bag, copy, label, leaf, proofs);
            after = some.getLast().sequence();
        }
    }

    private static void leaf(BagWriter bag, Prepared copy, String label, Leaves.Standing leaf, Proofs proofs)
            throws IOException {
        if (leaf.log() != copy.head().log()) throw new IOException("a leaf stands in another log");
        var name = "%s/%06d".formatted(label, leaf.sequence());
        bag.add(name + ".leaf", leaf.entry());
        bag.add(name + ".tlog-proof", TlogProof.bytes(leaf.index(), proofs.inclusion(leaf.index()), copy.note()));
    }

    /** Neighbouring proofs climb over the same tiles. */
    private Tiles remembered() {
        var seen = new LinkedHashMap<String, byte[]>(TILES, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > TILES;
            }
        };
        var stored = log.tiles();
        return (level, n, width) -> {
            var known = seen.get(level + "/" + n);
            if (known == null || known.length < width * 32) {
                known = stored.tile(level, n, width);
                seen.put(level + "/" + n, known);
            }
            return Arrays.copyOf(known, width * 32);
        };
    }

    private static void opening(BagWriter bag, String id, byte[] salted) throws IOException {
        bag.add("openings/" + id + ".salt", Arrays.copyOf(salted, SALT));
        bag.add("openings/" + id + ".txt", Arrays.copyOfRange(salted, SALT, salted.length));
    }

    private void file(BagWriter bag, String name, Prepared.Held held) throws IOException {
        var ref = held.ref();
        var opening = held.opening();
        if (opening == null) bag.add("files/" + name, () -> blobs.stored(ref), ref.storedSha256());
        else bag.add("files/" + name, () -> blobs.open(opening, ref), ref.sha256());
    }
}
