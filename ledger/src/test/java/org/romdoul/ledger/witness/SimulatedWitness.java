package org.romdoul.ledger.witness;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.Answers;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.write.Cosigner;

/** A machine with a disk, on which our witness runs and stops and runs again. One that lies signs whatever it is sent. */
final class SimulatedWitness {

    /** What it counts, so that a test sees that things happened at all. */
    int crashes;

    int failures;
    final Cosigner cosigner;

    private final boolean lies;
    private final Random random;
    private final SimulatedDisk disk;
    private final Brittle brittle;
    private final VerifierKey log;
    private Disk mounted;
    private Witness witness;
    private long seconds = 1;

    SimulatedWitness(int number, boolean lies, Brittle brittle, VerifierKey log, Random random) {
        this.cosigner = new Cosigner("witness.example/" + number, new ToyKey((byte) (number + 1)));
        this.lies = lies;
        this.random = random;
        this.disk = new SimulatedDisk(random);
        this.brittle = brittle;
        this.log = log;
        this.mounted = brittle.on(disk);
        this.witness = made();
    }

    VerifierKey key() {
        return Answers.accepted(VerifierKey.parse(cosigner.vkey()));
    }

    boolean lies() {
        return lies;
    }

    SimulatedDisk disk() {
        return disk;
    }

    /** Stops and starts again. Null when all is well; else why it no longer knows what it signed. */
    @Nullable
    String crash() {
        crashes++;
        disk.crash();
        mounted = brittle.on(disk);
        witness = made();
        try {
            witness.remember();
            return null;
        } catch (IllegalStateException doubt) {
            return doubt.getMessage();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Null when the machine stopped, or the disk failed, before there was an answer. */
    @Nullable
    Answer add(byte[] body) throws SimulatedDisk.Crash {
        return lies ? lie(body) : ask(() -> witness.add(body));
    }

    @Nullable
    Answer last() throws SimulatedDisk.Crash {
        return lies ? null : ask(() -> witness.last(LastSigned.nameOf(log.name())));
    }

    /** The answer has left: what runs now, runs unseen. */
    void answered() throws SimulatedDisk.Crash {
        ask(() -> {
            Brittle.answered(mounted);
            return Answer.text(200, "done");
        });
    }

    private interface Question {
        Answer ask() throws IOException;
    }

    private @Nullable Answer ask(Question question) {
        seconds++;
        try {
            return question.ask();
        } catch (IOException failed) {
            failures++;
            return null;
        }
    }

    private Answer lie(byte[] body) {
        Submitted submitted = Answers.accepted(Submitted.parse(body));
        return random.nextInt(8) == 0
                ? Answer.conflict(random.nextInt(20))
                : Answer.text(200, cosigner.line(submitted.note().text(), 1));
    }

    private Witness made() {
        WitnessHand hand = new WitnessHand(cosigner, ToyKey.VERIFIER, () -> Instant.ofEpochSecond(seconds));
        return new Witness(hand, List.of(log), new LastSigned(mounted));
    }
}
