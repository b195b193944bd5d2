package org.romdoul.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * A case, as it began.
 *
 * @param id the case; also the scope of its facts and of its key
 * @param agency the agency that opened it
 * @param place code of the place, as coarse as a province
 */
public record CaseFile(
        UUID id,
        CaseCode code,
        UUID agency,
        Origin origin,
        PartialDate began,
        Instant recordedAt,
        @Nullable String place) {

    /** What a case begins from. */
    public enum Origin {
        TIP,
        ALLEGATION,
        /** Imported: past work that starts no clocks on anybody's Today. */
        DOCKET
    }
}
