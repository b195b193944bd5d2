package org.romdoul.studies;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.publication.Position;

/**
 * How a release came about: its sample, and how the field work went. Sealed with it, because the sheets stay inside.
 *
 * @param frameSha256 of the frame, one line a venue
 * @param venues in the frame
 * @param others samples drawn from the same venues by then
 * @param early sheets with a day of visit before the draw
 * @param passed venues of the reserve that were passed over
 * @param position of the log at the release; null where nothing was sealed yet
 */
public record Making(
        Drawn drawn,
        String frameSha256,
        int venues,
        List<OtherDraw> others,
        Agreement agreement,
        int early,
        int passed,
        @Nullable Position position) {}
