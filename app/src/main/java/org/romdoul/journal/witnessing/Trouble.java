package org.romdoul.journal.witnessing;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * Why a witness does not sign.
 *
 * @param witness its name in the policy
 * @param reason for the operator's log, in English
 */
@NamedInterface("witnessing")
public record Trouble(String witness, Kind kind, String reason, Instant since) {

    @NamedInterface("witnessing")
    public enum Kind {
        SILENT,
        REFUSES,
        /** It says that it signed more than there is: the end was cut off, or a backup restored. */
        LARGER_TREE,
        /** What it signed is not what there is. */
        ANOTHER_TREE;

        /** Somebody must look at once: an audit says more. */
        public boolean isAlarm() {
            return this == LARGER_TREE || this == ANOTHER_TREE;
        }
    }
}
