package org.romdoul.journal.witnessing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Checkpoint;
import org.springframework.modulith.NamedInterface;

/** What somebody outside this record knows of its log. */
@NamedInterface("witnessing")
public sealed interface Testimony {

    /** Who says it: a witness by its name in the policy, or the file it was kept in. */
    String from();

    /**
     * A checkpoint that the log's key signed.
     *
     * @param at when a witness saw it, by its own clock; null where it is only the log's word
     */
    @NamedInterface("witnessing")
    record Signed(
            String from, Checkpoint checkpoint, @Nullable Instant at) implements Testimony {}

    /** Nothing that proves anything; the reason is one plain clause. */
    @NamedInterface("witnessing")
    record Silent(String from, String reason) implements Testimony {}
}
