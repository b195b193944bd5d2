package org.romdoul.ledger.read;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log's head: its origin, how many leaves it has, and their root hash. C2SP {@code tlog-checkpoint}. */
public final class Checkpoint {

    private final String origin;
    private final long size;
    private final byte[] root;
    private final List<String> extensions;

    private Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
        this.origin = origin;
        this.size = size;
        this.root = root;
        this.extensions = extensions;
    }

    /** Reads a note's text. Whether anybody signed it is another question: see {@link Policy} and {@link NoteReader}. */
    public static Outcome<Checkpoint> parse(byte[] text) {
        String body = Strict.utf8(text);
        if (body == null || !body.endsWith("\n")) {
            return Outcome.refused("the checkpoint is not lines of UTF-8");
        }
        List<String> lines = Arrays.asList(body.substring(0, body.length() - 1).split("\n", -1));
        if (lines.size() < 3 || lines.contains("")) {
            return Outcome.refused("the checkpoint has not three lines or has an empty one");
        }
        long size = Strict.decimal(lines.get(1));
        if (size < 0) {
            return Outcome.refused("the checkpoint's size is not a plain decimal");
        }
        byte[] root = Strict.base64(lines.get(2));
        if (root == null || root.length != TreeHash.LENGTH) {
            return Outcome.refused("the checkpoint's root is not 32 bytes in base64");
        }
        return Outcome.accepted(new Checkpoint(lines.get(0), size, root, List.copyOf(lines.subList(3, lines.size()))));
    }

    public String origin() {
        return origin;
    }

    /** Leaves, 0..2^63-1. */
    public long size() {
        return size;
    }

    /** 32 bytes. */
    public byte[] root() {
        return root.clone();
    }

    /** Further lines, which no witness vouches for; our logs write none. */
    public List<String> extensions() {
        return extensions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Checkpoint that
                && size == that.size
                && origin.equals(that.origin)
                && Arrays.equals(root, that.root)
                && extensions.equals(that.extensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }

    @Override
    public String toString() {
        return origin + " at " + size;
    }
}
