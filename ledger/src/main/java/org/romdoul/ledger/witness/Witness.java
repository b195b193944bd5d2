package org.romdoul.ledger.witness;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.VerifierKey;

/**
 * Vouches for checkpoints. Of one log it signs only what extends the tree that it signed last, and it remembers that durably
 * before it answers: so of two trees that contradict each other it never signs both, whatever crashes in between.
 */
final class Witness {

    private final Map<String, WitnessedLog> byOrigin;
    private final Map<String, WitnessedLog> byHash = new HashMap<>();

    /** @param logs keys of type 0x01; several of one name are keys of one log */
    Witness(WitnessHand hand, List<VerifierKey> logs, LastSigned lastSigned) {
        byOrigin = logs.stream()
                .collect(Collectors.groupingBy(
                        VerifierKey::name,
                        Collectors.collectingAndThen(
                                Collectors.toList(), keys -> new WitnessedLog(keys, hand, lastSigned))));
        byOrigin.forEach((origin, log) -> byHash.put(LastSigned.nameOf(origin), log));
    }

    /**
     * Believes what was signed before, or stops.
     *
     * @throws IllegalStateException when a file is damaged, or was made by another witness: nobody knows then what was signed
     */
    void remember() throws IOException {
        for (WitnessedLog log : byOrigin.values()) {
            log.last();
        }
    }

    /** The answer to a POST to {@code add-checkpoint}. */
    Answer add(byte[] body) throws IOException {
        return switch (Submitted.parse(body)) {
            case Outcome.Refused<Submitted> malformed -> Answer.text(400, malformed.reason());
            case Outcome.Accepted<Submitted> submitted -> add(submitted.value());
        };
    }

    private Answer add(Submitted submitted) throws IOException {
        WitnessedLog log = byOrigin.get(submitted.checkpoint().origin());
        return log == null ? Answer.text(404, "this witness does not know the log") : log.add(submitted);
    }

    /** The answer to a GET of {@code /<origin hash>/checkpoint}: the checkpoint signed last, with both signatures. */
    Answer last(String originHash) throws IOException {
        WitnessedLog log = byHash.get(originHash);
        return log == null ? Answer.text(404, "this witness does not know the log") : log.last();
    }
}
