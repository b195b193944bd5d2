package org.romdoul.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.BlobRef;
import org.romdoul.input.PartialDate;
import org.romdoul.vault.SealedRef;

/**
 * Something that a court may have to look at: a thing in a sealed bag, or a file.
 *
 * @param id its fact
 * @param code what labels, lists and downloads call it: the case's code and its label, {@code 7F3K-9Q2M-E3}
 * @param label E1, E2, ...
 * @param place code of the place where it was put first
 * @param seal number of the seal on its bag; null where it was not sealed
 * @param description in words, sealed under the case's key
 * @param file null where it is a thing
 * @param happened when it was come by
 * @param by the account that recorded it, and so holds it first
 */
public record Exhibit(
        UUID id,
        UUID caseId,
        String code,
        String label,
        Origin origin,
        @Nullable String place,
        @Nullable String seal,
        SealedRef description,
        @Nullable Filed file,
        PartialDate happened,
        Instant recordedAt,
        UUID by) {

    /** How it came. */
    public enum Origin {
        SEIZED,
        HANDED_IN,
        PRODUCED,
        RECEIVED
    }

    /**
     * What there is to say of a file that is an exhibit.
     *
     * @param blob both hashes and sizes, as handed in and as stored
     * @param name the name it had, sealed under the case's key; null where it had none
     * @param declaredType what the sender said it is
     * @param type what its first bytes say it is
     * @param unlike whether they say something else than its name or its sender
     */
    public record Filed(
            BlobRef blob,
            @Nullable SealedRef name,
            @Nullable String declaredType,
            String type,
            boolean unlike) {}

    public boolean isFile() {
        return file != null;
    }
}
