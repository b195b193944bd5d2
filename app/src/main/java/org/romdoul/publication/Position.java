package org.romdoul.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.Outcome;

/**
 * Where the log stood when a result was made: what another person names to make it again.
 *
 * @param size sealed facts
 * @param root their root hash, in base64 as the checkpoint has it
 * @param at when the checkpoint was made, for people
 */
public record Position(long size, String root, Instant at) {

    /** Reads it from a signed checkpoint; whether anybody vouches for that is for the audit and the witnesses to say. */
    static Optional<Position> of(String note, Instant at) {
        return Note.parse(note.getBytes(StandardCharsets.UTF_8)) instanceof Outcome.Accepted<Note> read
                        && Checkpoint.parse(read.value().text()) instanceof Outcome.Accepted<Checkpoint> head
                ? Optional.of(new Position(
                        head.value().size(),
                        Base64.getEncoder().encodeToString(head.value().root()),
                        at))
                : Optional.empty();
    }
}
