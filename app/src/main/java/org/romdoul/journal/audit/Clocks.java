package org.romdoul.journal.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Leaf;

/**
 * Holds what facts say of their time against the clock leaves around them. The sequencer adds a clock only when nothing else
 * waits, so a fact that stands after a clock was committed after it; it may have been recorded a little earlier, in a
 * transaction that took its time.
 */
final class Clocks {

    /** The longest that a transaction may take between recording a fact and committing it. */
    static final Duration SLACK = Duration.ofMinutes(10);

    private static final String LOG = "ledger.leaf";

    private final Findings findings;
    private @Nullable Instant last;
    private @Nullable Leaf latest;

    Clocks(Findings findings) {
        this.findings = findings;
    }

    void take(Leaf leaf) {
        if (leaf.isClock()) strike(leaf);
        else if (tooEarly(leaf.recorded())) outside(leaf);
        else if (latest == null || leaf.recorded().isAfter(latest.recorded())) latest = leaf;
    }

    private void strike(Leaf clock) {
        if (last != null && clock.recorded().isBefore(last)) {
            findings.add(Kind.TIME_OUTSIDE_CLOCK, LOG, clock.index(), "a clock that goes back");
        }
        closeAt(clock.recorded());
        last = clock.recorded();
    }

    /** Whatever stands before this moment was recorded before it; of those that were not, the latest is named. */
    void closeAt(Instant end) {
        if (latest != null && latest.recorded().isAfter(end)) outside(latest);
        latest = null;
    }

    private void outside(Leaf leaf) {
        findings.add(Kind.TIME_OUTSIDE_CLOCK, leaf.table(), leaf.id(), "leaf " + leaf.index() + ", " + leaf.recorded());
    }

    private boolean tooEarly(Instant recorded) {
        return recorded.isBefore(earliest());
    }

    /** When a fact that comes next can have been recorded at the earliest. */
    Instant earliest() {
        return last == null ? Instant.EPOCH : last.minus(SLACK);
    }
}
