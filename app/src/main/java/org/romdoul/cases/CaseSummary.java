package org.romdoul.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a room above has to say on the case's overview. */
public interface CaseSummary {

    int order();

    /** @return nothing to say: an empty list of rows, and the block is left out */
    Block of(OpenCase file);

    /**
     * A block of the overview.
     *
     * @param heading message key
     * @param link path below the case's address where there is more, or none
     */
    record Block(String heading, List<Row> rows, @Nullable String link) {}

    /**
     * A row of it.
     *
     * @param label message key
     * @param text message key, or a code
     * @param arguments of the text's message
     */
    record Row(String label, String text, List<Object> arguments) {}
}
