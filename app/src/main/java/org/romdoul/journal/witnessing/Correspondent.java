package org.romdoul.journal.witnessing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.WitnessAnswer;
import org.romdoul.ledger.write.AddCheckpoint;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.Tiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One witness as this log knows it: what it signed last, and when it is asked again after it did not sign. */
final class Correspondent {

    private static final Logger LOG = LoggerFactory.getLogger(Correspondent.class);
    private static final int CORRECTIONS = 3;
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final NamedWitness witness;
    private final WitnessClient client;
    private final Ed25519 ed25519;
    private volatile long signed;
    private volatile Duration pause = SHORTEST;
    private volatile Instant notBefore = Instant.EPOCH;
    private volatile @Nullable Trouble trouble;

    /** @param signed leaves in the checkpoint that it signed last, as far as this record knows */
    Correspondent(NamedWitness witness, long signed, WitnessClient client, Ed25519 ed25519) {
        this.witness = witness;
        this.signed = signed;
        this.client = client;
        this.ed25519 = ed25519;
    }

    NamedWitness witness() {
        return witness;
    }

    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    boolean isDue(PublishedLog.Head head, Instant now) {
        return witness.answers() && signed != head.size() && !now.isBefore(notBefore);
    }

    /** Asks it to sign; nothing where it did not. */
    Optional<WitnessAnswer.Cosigned> ask(PublishedLog.Head head, Tiles tiles, Instant now) throws InterruptedException {
        try {
            for (var i = 0; i < CORRECTIONS; i++) {
                switch (answer(head, tiles)) {
                    case WitnessAnswer.Cosigned cosigned -> {
                        signed = head.size();
                        trouble = null;
                        pause = SHORTEST;
                        return Optional.of(cosigned);
                    }
                    case WitnessAnswer.Elsewhere elsewhere
                    when elsewhere.size() > head.size() -> {
                        signed = elsewhere.size();
                        return failed(Trouble.Kind.LARGER_TREE, "it says that it has signed a larger tree", now);
                    }
                    case WitnessAnswer.Elsewhere elsewhere -> signed = elsewhere.size();
                    case WitnessAnswer.Contradiction contradiction -> {
                        return failed(Trouble.Kind.ANOTHER_TREE, "it has signed another tree", now);
                    }
                    case WitnessAnswer.Refusal refusal -> {
                        return failed(Trouble.Kind.REFUSES, refusal.reason(), now);
                    }
                }
            }
            return failed(Trouble.Kind.REFUSES, "it says another size each time", now);
        } catch (IOException silent) {
            return failed(Trouble.Kind.SILENT, "it does not answer", now);
        }
    }

    private WitnessAnswer answer(PublishedLog.Head head, Tiles tiles) throws IOException, InterruptedException {
        // Of a larger tree there is no proof: asked all the same, it says where it stands now.
        var old = Math.min(signed, head.size());
        var proof = signed > head.size() ? List.<byte[]>of() : new Proofs(tiles, head.size()).consistency(old);
        var reply = client.add(witness.at(), AddCheckpoint.bytes(old, proof, head.note()));
        return WitnessAnswer.read(reply.status(), reply.type(), reply.body(), head.note(), witness.key(), ed25519);
    }

    /** Somebody lost patience with it. */
    void tooSlow(Instant now) {
        failed(Trouble.Kind.SILENT, "it does not answer", now);
    }

    private Optional<WitnessAnswer.Cosigned> failed(Trouble.Kind kind, String reason, Instant now) {
        var before = trouble;
        if (before == null || before.kind() != kind) {
            trouble = new Trouble(witness.name(), kind, reason, now);
            if (kind.isAlarm()) LOG.error("the witness {} does not sign: {}; run the audit", witness.name(), reason);
            else LOG.warn("the witness {} does not sign: {}", witness.name(), reason);
        }
        notBefore = now.plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        return Optional.empty();
    }
}
