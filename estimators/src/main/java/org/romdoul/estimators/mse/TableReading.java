package org.romdoul.estimators.mse;

import java.util.List;

/** What became of a text that should hold a table of lists. */
public sealed interface TableReading {

    /** A table one can estimate from, with remarks on what weakens the estimate. */
    record Accepted(CaptureTable table, List<Remark> remarks) implements TableReading {}

    /** No table: at least one reason, in the order of the lines. */
    record Refused(List<Remark> reasons) implements TableReading {}

    /**
     * One thing about the text.
     *
     * @param line of the text, the header is 1; 0 for the table as a whole
     * @param what what is there
     * @param meaning what that means for an estimate
     */
    record Remark(int line, String what, String meaning) {
        @Override
        public String toString() {
            return (line > 0 ? "line " + line + ": " : "") + what + "; " + meaning;
        }
    }
}
