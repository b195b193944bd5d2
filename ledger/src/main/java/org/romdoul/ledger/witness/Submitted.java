package org.romdoul.ledger.witness;

import java.util.List;
import org.romdoul.ledger.read.AddCheckpoint;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.Outcome;

/** A checkpoint that somebody wants to have signed: well formed, and no more than that. */
record Submitted(long oldSize, List<byte[]> proof, byte[] bytes, Note note, Checkpoint checkpoint) {

    static Outcome<Submitted> parse(byte[] body) {
        return AddCheckpoint.parse(body)
                .then(request -> Note.parse(request.note())
                        .then(note -> Checkpoint.parse(note.text())
                                .then(checkpoint -> Outcome.accepted(new Submitted(
                                        request.oldSize(), request.proof(), request.note(), note, checkpoint)))));
    }
}
