package org.romdoul.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Chart;
import org.romdoul.chart.Table;

/**
 * One result as a page shows it: picture, numbers, how it was made and what it does not say.
 *
 * @param key what addresses and messages call it
 * @param chart null where there is nothing that may be shown
 * @param notes sentences: the method, then the limits; why there is nothing, where there is no chart
 * @param data the numbers unrounded, for a file
 */
public record Figure(String key, @Nullable Chart chart, List<String> notes, Table data) {

    static final Table NO_DATA = new Table(List.of(), List.of());

    /** Nothing to be shown, and why. */
    static Figure none(String key, String why) {
        return new Figure(key, null, List.of(why), NO_DATA);
    }
}
