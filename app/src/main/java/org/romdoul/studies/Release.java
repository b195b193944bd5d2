package org.romdoul.studies;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A study that is published.
 *
 * @param visits the file its estimate is made from
 * @param policy what was chosen for a stratum in which one venue was seen
 * @param making null on releases from before it was kept
 * @param leaf its place in the log, counted from 0; null until it is sealed
 */
public record Release(
        String code,
        String title,
        String visits,
        Policy policy,
        @Nullable Making making,
        @Nullable Long leaf) {

    public String sha256() {
        return Draw.sha256(visits);
    }

    /** @return what to type to make the estimate again */
    public String command() {
        var lonely = policy.isChosen() ? " --lonely " + policy.lonely() : "";
        return "./romdoul estimate survey " + code + "-visits.csv --found minors" + lonely;
    }

    /** @return the code of the study whose venues were to be visited again */
    Optional<String> revisits() {
        return Optional.ofNullable(making).map(made -> made.drawn().draw().revisits());
    }
}
