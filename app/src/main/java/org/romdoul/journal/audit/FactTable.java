package org.romdoul.journal.audit;

import java.util.List;

/**
 * A table of facts, as the migrations made it.
 *
 * @param name schema and table: its leaves' noun
 * @param label the chain its facts stand in: {@code facts}, or {@code readings}, which have no line in the timeline
 * @param sealedColumns those that refer to sealed values
 * @param fileColumns those that refer to files
 */
record FactTable(String name, String label, boolean hasSubject, List<String> sealedColumns, List<String> fileColumns) {

    boolean inTheTimeline() {
        return label.equals("facts");
    }
}
