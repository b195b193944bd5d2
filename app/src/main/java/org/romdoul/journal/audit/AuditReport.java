package org.romdoul.journal.audit;

import java.time.Duration;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What an audit looked at and what it found.
 *
 * @param facts rows of fact tables
 * @param pending of them, those that wait for their leaf
 * @param leaves in the log, clocks included
 * @param sealedValues references to sealed values, each compared with its ciphertext
 * @param files references to files, each compared with what is stored
 * @param findings at most {@link Findings#NAMED} of a kind in a table are named; {@code damage} counts all
 */
@NamedInterface("audit")
public record AuditReport(
        long facts,
        long pending,
        long leaves,
        long checkpoints,
        long sealedValues,
        long files,
        long damage,
        List<Finding> findings,
        Duration took) {

    public boolean clean() {
        return damage == 0;
    }
}
