package org.romdoul.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * What a giver says.
 *
 * @param receiver null where it leaves custody
 * @param ended how it leaves custody; null where it stays
 * @param order on whose order it leaves, in words; null where it stays
 */
public record Given(
        @Nullable UUID receiver,
        HandOver.@Nullable End ended,
        @Nullable String order,
        @Nullable UUID witness,
        HandOver.Reason reason,
        @Nullable String place,
        @Nullable String seal,
        Found found,
        PartialDate happened) {}
