package org.romdoul.estimate;

import java.util.List;
import org.romdoul.chart.Chart;

/**
 * An estimate as it is read.
 *
 * @param finding one sentence that can be quoted
 * @param charts pictures, each with its table
 * @param method how it was made, and where that is published
 * @param limits what it cannot tell
 * @param remarks on the file, in English
 */
public record Shown(
        String finding, List<Chart> charts, List<String> method, List<String> limits, List<String> remarks) {

    Shown(String finding, List<Chart> charts, List<String> method, List<String> limits) {
        this(finding, charts, method, limits, List.of());
    }
}
