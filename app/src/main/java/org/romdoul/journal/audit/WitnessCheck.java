package org.romdoul.journal.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.romdoul.journal.witnessing.Testimony;

/**
 * Holds what people outside saw of a log against the tree: the key may be stolen and everything here rewritten, but not what they
 * hold.
 */
final class WitnessCheck {

    private static final String TABLE = "ledger.checkpoint";

    private final KnownLog log;
    private final List<Testimony.Signed> seen;
    private final Findings findings;
    private int next;
    private long lost;

    WitnessCheck(KnownLog log, List<Testimony.Signed> testimonies, Findings findings) {
        this.log = log;
        this.seen = Stream.concat(testimonies.stream(), Stream.ofNullable(log.end()))
                .filter(one -> one.checkpoint().origin().equals(log.key().name()))
                .sorted(Comparator.comparingLong(one -> one.checkpoint().size()))
                .toList();
        this.findings = findings;
    }

    /** The tree has this size now. */
    void at(long size, Supplier<byte[]> root) {
        for (; next < seen.size() && seen.get(next).checkpoint().size() <= size; next++) {
            var one = seen.get(next);
            if (!Arrays.equals(one.checkpoint().root(), root.get()))
                findings.add(Kind.REWRITTEN, TABLE, one.checkpoint().size(), said(one));
        }
        var closed = log.closed();
        if (closed != null && closed.size() == size && !Arrays.equals(closed.root(), root.get()))
            findings.add(Kind.REWRITTEN, TABLE, size, "its successor");
    }

    /** The log ends here. What its successor says was lost is lost, and no secret; more than that is not. */
    void end(long size) {
        var end = log.end();
        var admitted = end == null ? size : Math.max(size, end.checkpoint().size());
        lost = admitted - size;
        var closed = log.closed();
        if (closed != null && closed.size() != size)
            findings.add(
                    size < closed.size() ? Kind.CUT_OFF : Kind.REWRITTEN,
                    TABLE,
                    closed.size(),
                    "its successor; the log has " + size + " leaves");
        for (; next < seen.size(); next++) {
            var one = seen.get(next);
            if (one.checkpoint().size() > admitted)
                findings.add(
                        Kind.CUT_OFF, TABLE, one.checkpoint().size(), said(one) + "; the log has " + size + " leaves");
        }
    }

    /** Leaves that are gone, and of which the successor says so. */
    long lost() {
        return lost;
    }

    private static String said(Testimony.Signed one) {
        return one.from() + (one.at() == null ? "" : ", " + one.at());
    }
}
