package org.romdoul.verifier;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Cosignature;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Policy;

/**
 * The one checkpoint of the bundle, which a trusted log signed and under which every leaf must stand.
 *
 * @param note its bytes with all signatures, as every proof must repeat them
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Anchor(byte[] note, Policy.Anchored anchored) {

    static final String FILE = "data/checkpoint";

    private static final String CHECK = "checkpoint";
    private static final int LIMIT = 1_000_000;

    /** Judges log and witnesses; null where no trusted log signed, so that there is nothing to stand under. */
    static @Nullable Anchor check(Bundle bundle, Policy policy, Report report) throws IOException {
        byte[] note = bundle.bytes(FILE, LIMIT);
        if (note == null) {
            report.bad(CHECK, Verdict.INCOMPLETE, FILE + " is missing or too long");
            return null;
        }
        Outcome<Boolean> claimed = Note.parse(note)
                .then(read -> Checkpoint.parse(read.text())
                        .then(checkpoint -> Outcome.accepted(isClaimed(read.lines(), checkpoint.origin(), policy))));
        if (claimed instanceof Outcome.Accepted<Boolean> answer && !answer.value()) {
            report.bad(CHECK, Verdict.UNANCHORED, "no log that the policy trusts signed it");
            return null;
        }
        return switch (claimed.then(is -> policy.open(note, Ed25519.jdk()))) {
            case Outcome.Refused<Policy.Anchored> refused -> {
                report.bad(CHECK, Verdict.TAMPERED, FILE + ": " + refused.reason());
                yield null;
            }
            case Outcome.Accepted<Policy.Anchored> anchored -> {
                Policy.Anchored under = anchored.value();
                report.good(CHECK, under.checkpoint().size() + " leaves, signed by " + under.log());
                witnesses(under, policy, report);
                yield new Anchor(note, under);
            }
        };
    }

    /** Whether one of the signatures claims to be that of a trusted log of this origin. */
    private static boolean isClaimed(List<Note.Line> lines, String origin, Policy policy) {
        return policy.logs().stream()
                .map(Policy.Log::key)
                .filter(key -> key.name().equals(origin))
                .anyMatch(key -> lines.stream()
                        .anyMatch(line ->
                                line.name().equals(origin) && line.keyId().equals(key.id())));
    }

    private static void witnesses(Policy.Anchored under, Policy policy, Report report) {
        String check = "witnesses";
        String signed = new TreeMap<>(under.witnesses())
                .entrySet().stream()
                        .map(one -> one.getKey() + " at " + at(one.getValue()))
                        .collect(Collectors.joining(", "));
        String count = under.witnesses().size() + " of " + policy.witnesses().size() + " signed";
        if (policy.quorum().equals(Policy.NOBODY)) {
            report.note(check, "the policy asks for none; " + count);
        } else if (under.witnessed()) {
            report.good(check, count + ", which is the quorum: " + signed);
        } else {
            report.bad(check, Verdict.NOT_WITNESSED, count + ", which is no quorum");
        }
    }

    /** When the first of the policy's witnesses saw the tree, by its own clock. */
    Optional<Instant> witnessed() {
        return anchored.witnesses().values().stream().map(Anchor::at).min(Instant::compareTo);
    }

    /** A witness may sign any number of seconds; an Instant holds fewer. */
    private static Instant at(Cosignature cosignature) {
        return Instant.ofEpochSecond(Math.min(cosignature.time(), Instant.MAX.getEpochSecond()));
    }
}
