package org.romdoul.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.romdoul.blobs.BlobRef;
import org.romdoul.journal.sealing.Leaves;
import org.romdoul.ledger.read.Leaf;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.vault.SealedRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact of the case as its leaf tells it.
 *
 * @param number in its chain
 * @param noun its table
 * @param words sealed values it refers to
 * @param files files it refers to
 * @param label what an exhibit is called, else empty
 * @param type what the first bytes of its file say it is, else empty
 */
record Event(
        long number,
        UUID fact,
        String noun,
        Instant recorded,
        List<Words> words,
        List<BlobRef> files,
        String label,
        String type) {

    /** A sealed value and the column it stands in. */
    record Words(String column, SealedRef ref) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern SEALED = Pattern.compile(ID + "(~[A-Za-z0-9_-]{43}){2}");
    private static final Pattern FILE = Pattern.compile(ID + "(~[0-9]{1,18}~[0-9a-f]{64}){2}");

    static Event of(Leaves.Standing standing) {
        return switch (Leaf.parse(standing.entry())) {
            case Outcome.Refused<Leaf> refused ->
                throw new IllegalStateException("leaf " + standing.index() + ": " + refused.reason());
            case Outcome.Accepted<Leaf> leaf -> of(leaf.value());
        };
    }

    private static Event of(Leaf leaf) {
        var row = JSON.readTree(leaf.row());
        var words = new ArrayList<Words>();
        var files = new ArrayList<BlobRef>();
        for (var column : row.properties()) find(column.getKey(), column.getValue(), words, files);
        return new Event(
                leaf.sequence(),
                leaf.id(),
                leaf.table(),
                leaf.recorded(),
                words,
                files,
                row.path("label").asString(""),
                row.path("detected_type").asString(""));
    }

    private static void find(String column, JsonNode value, List<Words> words, List<BlobRef> files) {
        if (value.isString()) {
            var text = value.asString();
            if (SEALED.matcher(text).matches()) words.add(new Words(column, SealedRef.parse(text)));
            if (FILE.matcher(text).matches()) files.add(BlobRef.parse(text));
        } else {
            value.values().forEach(inner -> find(column, inner, words, files));
        }
    }
}
