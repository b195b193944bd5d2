package org.romdoul.ledger.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A file that proves, offline, that a leaf is in a log that witnesses saw: C2SP {@code tlog-proof} v1, at most 63 path
 * hashes.
 */
public final class TlogProof {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";

    private final long index;
    private final byte[] extra;
    private final List<byte[]> path;
    private final byte[] note;

    private TlogProof(long index, byte[] extra, List<byte[]> path, byte[] note) {
        this.index = index;
        this.extra = extra;
        this.path = List.copyOf(path);
        this.note = note;
    }

    /** A leaf whose place under a witnessed checkpoint is proven. */
    public record Proven(long index, Policy.Anchored under) {}

    /** Takes a proof file apart; nothing in it is believed yet. */
    public static Outcome<TlogProof> parse(byte[] file) {
        // Line by line as octets: what follows the blank line is the note's business.
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            return Outcome.refused("the proof has no checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
        if (!lines.get(0).equals(HEADER)) {
            return Outcome.refused("the proof is of another kind or version");
        }
        int next = 1;
        byte[] extra = new byte[0];
        if (next < lines.size() && lines.get(next).startsWith("extra ")) {
            byte[] decoded = Strict.base64(lines.get(next++).substring("extra ".length()));
            if (decoded == null) {
                return Outcome.refused("the proof's extra data is not canonical base64");
            }
            extra = decoded;
        }
        if (next >= lines.size() || !lines.get(next).startsWith("index ")) {
            return Outcome.refused("the proof has no index");
        }
        long index = Strict.decimal(lines.get(next).substring("index ".length()));
        if (index < 0) {
            return Outcome.refused("the proof's index is not a plain decimal");
        }
        List<byte[]> path = Hashes.lines(lines.subList(next + 1, lines.size()));
        if (path == null) {
            return Outcome.refused("the proof's path is not up to 63 hashes in base64");
        }
        return Outcome.accepted(new TlogProof(index, extra, path, Arrays.copyOfRange(file, blank + 2, file.length)));
    }

    /** Accepts the proof for a leaf's hash when the policy accepts the checkpoint and the path leads to its root. */
    public Outcome<Proven> verify(byte[] leafHash, Policy policy, Ed25519 ed25519) {
        return policy.check(note, ed25519).then(anchored -> verify(leafHash, anchored));
    }

    /** The same under a checkpoint that was already opened, which must be this proof's own. */
    public Outcome<Proven> verify(byte[] leafHash, Policy.Anchored anchored) {
        Checkpoint checkpoint = anchored.checkpoint();
        return new InclusionProof(index, checkpoint.size(), path)
                .verify(leafHash, checkpoint.root())
                .then(proof -> Outcome.accepted(new Proven(index, anchored)));
    }

    /** The leaf's place, from 0, as the file claims it. */
    public long index() {
        return index;
    }

    /** What somebody attached, empty if nothing: not authenticated by anything. */
    public byte[] extra() {
        return extra.clone();
    }

    /** The checkpoint with its signatures, as the file holds it. */
    public byte[] note() {
        return note.clone();
    }
}
