package org.romdoul.verifier;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Leaf;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.TlogProof;
import org.romdoul.ledger.read.TreeHash;

/**
 * One chain of the case, {@code facts} or {@code readings}: every leaf from its bytes, that it names the one before, and
 * that it stands in the tree of the checkpoint.
 */
final class Chain {

    private static final int PROOF_LIMIT = 1_100_000;

    private final Bundle bundle;
    private final @Nullable Anchor anchor;
    private final Report report;
    private final String label;
    private final String scope;
    private final TreeHash hash = new TreeHash();

    private long sequence;
    private long index = -1;
    private byte @Nullable [] last = new byte[TreeHash.LENGTH];

    /** @param scope the case that every leaf must belong to */
    Chain(Bundle bundle, @Nullable Anchor anchor, Report report, String label, String scope) {
        this.bundle = bundle;
        this.anchor = anchor;
        this.report = report;
        this.label = label;
        this.scope = scope;
    }

    /**
     * Checks the leaves from the first to the last that is there.
     *
     * @param each takes every leaf that can be read, in sequence
     * @return the last leaf's number, 0 where there is none
     */
    long check(Consumer<Leaf> each) throws IOException {
        Pattern name = Pattern.compile("data/" + label + "/([0-9]{6})\\.(leaf|tlog-proof)");
        for (String path : bundle.under("data/" + label + "/")) {
            Matcher found = name.matcher(path);
            if (found.matches() && Long.parseLong(found.group(1)) > sequence) {
                next("data/" + label + "/" + found.group(1), Long.parseLong(found.group(1)))
                        .ifPresent(each);
            }
        }
        report.conclude(label, sequence == 0 ? "none" : "1 to " + sequence + ", each names the one before");
        return sequence;
    }

    private Optional<Leaf> next(String path, long number) throws IOException {
        if (number != sequence + 1) {
            report.bad(label, Verdict.INCOMPLETE, "between " + sequence + " and " + number + " leaves are missing");
            last = null;
        }
        sequence = number;
        byte[] bytes = bundle.bytes(path + ".leaf", Leaf.MAX_LENGTH);
        byte[] proof = bundle.bytes(path + ".tlog-proof", PROOF_LIMIT);
        if (bytes == null) {
            report.bad(label, Verdict.INCOMPLETE, path + ".leaf is missing or too long");
            last = null;
            return Optional.empty();
        }
        byte[] leafHash = hash.leaf(bytes);
        long claimed = proof(path + ".tlog-proof", proof, leafHash);
        return switch (Leaf.parse(bytes)) {
            case Outcome.Refused<Leaf> malformed -> {
                report.bad(label, Verdict.TAMPERED, path + ".leaf: " + malformed.reason());
                last = null;
                yield Optional.empty();
            }
            case Outcome.Accepted<Leaf> leaf -> {
                place(path + ".leaf", leaf.value(), claimed);
                last = leafHash;
                yield Optional.of(leaf.value());
            }
        };
    }

    /** Checks a proof for a leaf's hash, and answers the index that it proves; -1 where it proves none. */
    private long proof(String path, byte @Nullable [] file, byte[] leafHash) {
        if (file == null) {
            report.bad("proofs", Verdict.INCOMPLETE, path + " is missing or too long");
        } else if (anchor != null) {
            switch (TlogProof.parse(file).then(proof -> proof(proof, leafHash, anchor))) {
                case Outcome.Refused<TlogProof.Proven> refused ->
                    report.bad("proofs", Verdict.TAMPERED, path + ": " + refused.reason());
                case Outcome.Accepted<TlogProof.Proven> proven -> {
                    return proven.value().index();
                }
            }
        }
        return -1;
    }

    private static Outcome<TlogProof.Proven> proof(TlogProof proof, byte[] leafHash, Anchor under) {
        return Arrays.equals(proof.note(), under.note())
                ? proof.verify(leafHash, under.anchored())
                : Outcome.refused("is under another checkpoint than the bundle's");
    }

    private void place(String path, Leaf leaf, long proven) {
        if (leaf.sequence() != sequence
                || !leaf.label().equals(label)
                || !leaf.scope().toString().equals(scope)) {
            report.bad(label, Verdict.TAMPERED, path + ": another leaf than its place says");
        }
        if (proven >= 0 && leaf.index() != proven) {
            report.bad(label, Verdict.TAMPERED, path + ": stands elsewhere in the log than it says");
        }
        if (leaf.index() <= index) {
            report.bad(label, Verdict.TAMPERED, path + ": stands in the log before the leaf before it");
        }
        if (last != null && !Arrays.equals(last, leaf.previous())) {
            report.bad(label, Verdict.TAMPERED, path + ": does not name the leaf before it");
        }
        index = leaf.index();
    }
}
