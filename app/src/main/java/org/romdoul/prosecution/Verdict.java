package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;

/** What a judgment says on one charge, in counts; a number that is not there is not known, which is not zero. */
public record Verdict(
        Fact fact,
        UUID defendant,
        UUID decision,
        UUID charge,
        @Nullable Integer guiltyByPlea,
        @Nullable Integer guiltyAtTrial,
        @Nullable Integer notGuilty,
        @Nullable Integer dismissed,
        @Nullable Integer notProsecuted)
        implements CourtFact {

    /** @return the counts it decides on, as far as known */
    public int counts() {
        return guilty() + known(notGuilty) + known(dismissed) + known(notProsecuted);
    }

    public int guilty() {
        return known(guiltyByPlea) + known(guiltyAtTrial);
    }

    /** @return whether a number is missing, so that it may say more than is known */
    public boolean isVague() {
        return guiltyByPlea == null
                || guiltyAtTrial == null
                || notGuilty == null
                || dismissed == null
                || notProsecuted == null;
    }

    static int known(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
