package org.romdoul.publication;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.survival.Attrition;
import org.romdoul.estimators.survival.Attrition.Progress;

/** What stands for somebody who was charged, as results tell it apart. */
enum Stand {
    CONVICTED_FINAL(3, Attrition.Standing.ENDED),
    /** No appeal is on record; whether the time for one has passed is not known. */
    CONVICTED(2, Attrition.Standing.UNKNOWN),
    UNDER_APPEAL(2, Attrition.Standing.OPEN),
    /** Convicted once; the conviction does not stand. */
    OVERTURNED(2, Attrition.Standing.ENDED),
    ACQUITTED(1, Attrition.Standing.ENDED),
    DISMISSED(1, Attrition.Standing.ENDED),
    WITHDRAWN(1, Attrition.Standing.ENDED),
    /** It has ended, or the source stops telling, and how is not on record. */
    UNKNOWN(0, Attrition.Standing.UNKNOWN),
    OPEN(0, Attrition.Standing.OPEN);

    /** The stages of the path from the charge: each is reached by whoever reached the next. */
    enum Stage {
        CHARGED,
        DECIDED,
        CONVICTED,
        FINAL
    }

    private final int stage;
    private final Attrition.Standing standing;

    Stand(int stage, Attrition.Standing standing) {
        this.stage = stage;
        this.standing = standing;
    }

    /** @param outcome the word of the view; @param finality its firmness, where a court has decided */
    static Stand of(String outcome, @Nullable String finality) {
        if (!outcome.equals("convicted")) return valueOf(outcome.toUpperCase(Locale.ROOT));
        return switch (finality) {
            case "final" -> CONVICTED_FINAL;
            case "under_appeal" -> UNDER_APPEAL;
            case null, default -> CONVICTED;
        };
    }

    boolean convictionStands() {
        return this == CONVICTED_FINAL || this == CONVICTED || this == UNDER_APPEAL;
    }

    /** A court convicted, whatever came of it later. */
    boolean wasConvicted() {
        return convictionStands() || this == OVERTURNED;
    }

    boolean isDecided() {
        return this != UNKNOWN && this != OPEN;
    }

    Progress progress(String cohort) {
        return new Progress(cohort, stage, standing);
    }
}
