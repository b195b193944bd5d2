package org.romdoul.studies;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.survey.Visit.Outcome;

/**
 * The paper sheet of a drawn venue, as one person typed it in.
 *
 * @param venue the one that was drawn
 * @param hand 1 and 2: first and second typing; 3: settled against the paper
 * @param by who typed
 */
public record Entry(String venue, int hand, UUID by, Said said) {

    /**
     * What the sheet says.
     *
     * @param replacement the venue of the reserve that was seen instead; null where none was
     * @param observed persons seen
     * @param minors of these, judged to be minors
     * @param young of these, judged to be young children
     */
    public record Said(Outcome outcome, @Nullable String replacement, int observed, int minors, int young) {}
}
