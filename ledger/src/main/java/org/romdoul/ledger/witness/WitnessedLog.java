package org.romdoul.ledger.witness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.ConsistencyProof;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.NoteReader;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.SignedNote;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.ledger.read.VerifierKey;

/** One log and what its witness signed of it last. Whoever asks waits for whoever is being answered. */
final class WitnessedLog {

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final String origin;
    private final List<VerifierKey> keys;
    private final NoteReader logs;
    private final NoteReader own;
    private final WitnessHand hand;
    private final LastSigned lastSigned;
    private @Nullable Signed known;

    /** What is on the disk for certain. */
    private record Signed(long size, byte[] root, byte[] note) {

        static Signed nothing() {
            return new Signed(0, new TreeHash().empty(), new byte[0]);
        }
    }

    WitnessedLog(List<VerifierKey> keys, WitnessHand hand, LastSigned lastSigned) {
        this.origin = keys.get(0).name();
        this.keys = keys;
        this.logs = new NoteReader(keys, hand.ed25519());
        this.own = new NoteReader(List.of(hand.key()), hand.ed25519());
        this.hand = hand;
        this.lastSigned = lastSigned;
    }

    Answer add(Submitted submitted) throws IOException {
        if (!logs.read(submitted.bytes()).isAccepted()) {
            return Answer.text(403, "no trusted key of the log signed the checkpoint, or one signed another");
        }
        if (submitted.oldSize() > submitted.checkpoint().size()) {
            return Answer.text(400, "the old size is larger than the checkpoint's");
        }
        oneAtATime.lock();
        try {
            Signed last = known();
            return last.size() == submitted.oldSize() ? extend(last, submitted) : Answer.conflict(last.size());
        } finally {
            oneAtATime.unlock();
        }
    }

    private Answer extend(Signed last, Submitted submitted) throws IOException {
        Checkpoint next = submitted.checkpoint();
        ConsistencyProof proof = new ConsistencyProof(last.size(), next.size(), submitted.proof());
        return switch (proof.verify(last.root(), next.root())) {
            case Outcome.Refused<ConsistencyProof> refused -> Answer.text(422, refused.reason());
            case Outcome.Accepted<ConsistencyProof> extended -> sign(submitted);
        };
    }

    private Answer sign(Submitted submitted) throws IOException {
        String line = hand.line(submitted.note().text());
        byte[] note = note(submitted.note(), line);
        // From here on until it is kept, nobody can say which of the two is on the disk.
        known = null;
        lastSigned.keep(origin, note);
        known = new Signed(submitted.checkpoint().size(), submitted.checkpoint().root(), note);
        return Answer.text(200, line);
    }

    /** The checkpoint with the signatures that were verified, and with none that were not. */
    private byte[] note(Note submitted, String line) {
        ByteArrayOutputStream note = new ByteArrayOutputStream();
        note.writeBytes(submitted.text());
        note.write('\n');
        submitted.lines().stream()
                .filter(signature -> keys.stream().anyMatch(key -> key.isNamedBy(signature)))
                .forEach(signature -> note.writeBytes(utf8(signature.text())));
        note.writeBytes(utf8(line));
        return note.toByteArray();
    }

    Answer last() throws IOException {
        oneAtATime.lock();
        try {
            byte[] note = known().note();
            return note.length == 0
                    ? Answer.text(404, "this witness has signed nothing of the log")
                    : Answer.text(200, new String(note, StandardCharsets.UTF_8));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Signed known() throws IOException {
        Signed last = known;
        if (last == null) {
            byte[] note = lastSigned.of(origin);
            last = note == null ? Signed.nothing() : believed(note);
            known = last;
        }
        return last;
    }

    private Signed believed(byte[] note) {
        return switch (own.read(note).then(this::ownCheckpoint)) {
            case Outcome.Accepted<Checkpoint> checkpoint ->
                new Signed(checkpoint.value().size(), checkpoint.value().root(), note);
            case Outcome.Refused<Checkpoint> refused ->
                throw new IllegalStateException("the file " + LastSigned.nameOf(origin)
                        + ", which says what was signed of " + origin + ", cannot be believed: " + refused.reason());
        };
    }

    private Outcome<Checkpoint> ownCheckpoint(SignedNote note) {
        return Checkpoint.parse(note.text())
                .then(checkpoint -> checkpoint.origin().equals(origin)
                        ? Outcome.accepted(checkpoint)
                        : Outcome.refused("it is another log's"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
