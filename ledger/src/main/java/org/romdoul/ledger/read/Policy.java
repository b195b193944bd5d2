package org.romdoul.ledger.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom somebody trusts: which logs, which witnesses, and how many of them it takes. C2SP {@code tlog-policy}. A court
 * keeps its own, from a channel of its own. Names are as in the file; in a file that is not UTF-8, a character an octet.
 *
 * @param logs keys of type 0x01, whose names are the logs' origins
 * @param witnesses keys of type 0x04 by the name they have in this policy
 * @param groups in the order of definition: members are defined earlier
 * @param quorum a witness, a group, or {@link #NOBODY}
 */
public record Policy(List<Log> logs, Map<String, Witness> witnesses, List<Group> groups, String quorum) {

    /** The quorum that asks for no witness. */
    public static final String NOBODY = "none";

    /** A trusted log; the address is empty when the policy names none. */
    public record Log(VerifierKey key, String url) {}

    /** A trusted witness; the address is empty when the policy names none. */
    public record Witness(VerifierKey key, String url) {}

    /** Has witnessed when at least {@code threshold} of its members, 1..all, have. */
    public record Group(String name, int threshold, List<String> members) {

        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * A checkpoint that a trusted log signed.
     *
     * @param log the key that signed it; its name is the checkpoint's origin
     * @param witnesses the policy's witnesses whose cosignatures verified, by their names in the policy
     * @param witnessed whether they make the quorum
     */
    public record Anchored(
            Checkpoint checkpoint, VerifierKey log, Map<String, Cosignature> witnesses, boolean witnessed) {

        public Anchored {
            witnesses = Map.copyOf(witnesses);
        }
    }

    public Policy {
        logs = List.copyOf(logs);
        witnesses = Map.copyOf(witnesses);
        groups = List.copyOf(groups);
    }

    /**
     * Reads a policy file of at most 65,536 bytes and 256 definitions. Refused with the line's number: a name used before
     * it is defined or defined twice, a member of two groups, a key that stands twice, a threshold out of range, a second
     * quorum or none.
     */
    public static Outcome<Policy> parse(byte[] file) {
        return new PolicyReader().read(file);
    }

    /** Accepts a checkpoint that one of the logs signed, and says whether the quorum witnessed it. */
    public Outcome<Anchored> open(byte[] note, Ed25519 ed25519) {
        List<VerifierKey> known = Stream.concat(
                        logs.stream().map(Log::key), witnesses.values().stream().map(Witness::key))
                .toList();
        return new NoteReader(known, ed25519).read(note).then(this::anchor);
    }

    /** Accepts a checkpoint that one of the logs signed and the quorum witnessed. */
    public Outcome<Anchored> check(byte[] note, Ed25519 ed25519) {
        return open(note, ed25519)
                .then(anchored -> anchored.witnessed()
                        ? Outcome.accepted(anchored)
                        : Outcome.refused("too few witnesses signed the checkpoint"));
    }

    private Outcome<Anchored> anchor(SignedNote note) {
        return Checkpoint.parse(note.text())
                .then(checkpoint -> note.signers().stream()
                        .filter(key -> key.name().equals(checkpoint.origin()))
                        .findFirst()
                        .map(log -> Outcome.accepted(anchored(checkpoint, log, note)))
                        .orElseGet(() -> Outcome.refused("no trusted log signed the checkpoint")));
    }

    private Anchored anchored(Checkpoint checkpoint, VerifierKey log, SignedNote note) {
        Map<VerifierKey, String> names = witnesses.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getValue().key(), Map.Entry::getKey));
        Map<String, Cosignature> signed = note.cosignatures().stream()
                .collect(Collectors.toMap(cosignature -> names.get(cosignature.witness()), cosignature -> cosignature));
        return new Anchored(checkpoint, log, signed, isQuorum(signed.keySet()));
    }

    /** Whether these witnesses, by their names in the policy, are enough. */
    public boolean isQuorum(Set<String> signed) {
        Set<String> witnessed = new HashSet<>(signed);
        witnessed.retainAll(witnesses.keySet());
        for (Group group : groups) {
            long count = group.members().stream().filter(witnessed::contains).count();
            if (count >= group.threshold()) {
                witnessed.add(group.name());
            }
        }
        return quorum.equals(NOBODY) || witnessed.contains(quorum);
    }
}
