package org.romdoul.journal.audit;

import java.time.Duration;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What an audit looked at and what it found.
 *
 * @param facts rows of fact tables
 * @param pending of them, those that wait for their leaf
 * @param leaves in the logs, clocks included
 * @param lost leaves that are gone with a backup, and of which a succession says so
 * @param cosignatures of witnesses, each verified again
 * @param sealedValues references to sealed values, each compared with its ciphertext
 * @param files references to files, each compared with what is stored
 * @param findings at most {@link Findings#NAMED} of a kind in a table are named; {@code damage} counts all
 */
@NamedInterface("audit")
public record AuditReport(
        long facts,
        long pending,
        long leaves,
        long lost,
        long checkpoints,
        long cosignatures,
        long sealedValues,
        long files,
        long damage,
        List<Finding> findings,
        Duration took) {

    public boolean clean() {
        return damage == 0;
    }
}
