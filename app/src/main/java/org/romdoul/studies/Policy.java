package org.romdoul.studies;

import java.util.Optional;
import org.romdoul.chart.Words;
import org.romdoul.estimators.survey.LonelyVenue;
import org.romdoul.input.Option;

/**
 * What a stratum adds to the error in which one venue was seen: nothing can be right, so somebody chooses and says why.
 *
 * @param reason in her words; public; empty where nothing was chosen
 */
public record Policy(LonelyVenue lonely, String reason) {

    /** Nothing chosen: no estimate. */
    static final Policy NONE = new Policy(LonelyVenue.FAIL, "");

    public boolean isChosen() {
        return lonely != LonelyVenue.FAIL;
    }

    /** @return what is said of it among the limits */
    Optional<String> limit(Words words) {
        return isChosen()
                ? Optional.of(
                        words.text("studies.policy.limit", words.text(Option.keyOf("studies.policy", lonely)), reason))
                : Optional.empty();
    }
}
