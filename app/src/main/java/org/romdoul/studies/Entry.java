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
     * @param visited null where nobody went, and on sheets typed before it was asked
     * @param replacement the venue of the reserve that was seen instead; null where none was
     * @param found the stratum whose kind the place turned out to be of; null: as listed
     */
    public record Said(
            @Nullable Visited visited,
            Outcome outcome,
            @Nullable String replacement,
            @Nullable String found,
            Count count) {

        boolean wasSeen() {
            return outcome == Outcome.OBSERVED || outcome == Outcome.REPLACED;
        }

        Said with(Count other) {
            return new Said(visited, outcome, replacement, found, other);
        }

        Said at(String reserve) {
            return new Said(visited, outcome, reserve, found, count);
        }
    }
}
