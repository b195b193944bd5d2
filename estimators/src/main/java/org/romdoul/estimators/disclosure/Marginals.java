package org.romdoul.estimators.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.romdoul.estimators.Refusal;

/**
 * How many people have each combination of attributes, up to a number of attributes at once. Blank values are unknown and belong to no
 * combination.
 */
public final class Marginals {

    private final List<String> attributes;
    private final List<SortedSet<String>> values;
    private final int rows;
    private final int length;
    private final Map<List<String>, Integer> counts;

    private Marginals(
            List<String> attributes,
            List<SortedSet<String>> values,
            int rows,
            int length,
            Map<List<String>, Integer> counts) {
        this.attributes = attributes;
        this.values = values;
        this.rows = rows;
        this.length = length;
        this.counts = counts;
    }

    /**
     * Counts a file.
     *
     * @param attributes names of the columns
     * @param rows values in the same order, blank if unknown
     * @param length most attributes in a combination, 1 or more
     */
    public static Marginals of(List<String> attributes, List<List<String>> rows, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("combinations of " + length + " attributes");
        }
        var counts = new HashMap<List<String>, Integer>();
        var occurring = new ArrayList<SortedSet<String>>();
        attributes.forEach(a -> occurring.add(new TreeSet<>()));
        for (int row = 0; row < rows.size(); row++) {
            List<String> values = rows.get(row);
            if (values.size() != attributes.size()) {
                throw Refusal.ofRow(
                        row,
                        values.size() + " values for " + attributes.size() + " columns",
                        "Values would be counted under the wrong attribute.");
            }
            var known = new ArrayList<String>();
            for (int a = 0; a < values.size(); a++) {
                if (!values.get(a).isEmpty()) {
                    known.add(item(attributes.get(a), values.get(a)));
                    occurring.get(a).add(values.get(a));
                }
            }
            count(known, 0, List.of(), length, counts);
        }
        return new Marginals(List.copyOf(attributes), occurring, rows.size(), length, counts);
    }

    static String item(String attribute, String value) {
        return attribute + ":" + value;
    }

    private static void count(
            List<String> known, int from, List<String> chosen, int length, Map<List<String>, Integer> counts) {
        if (!chosen.isEmpty()) {
            counts.merge(chosen, 1, Integer::sum);
        }
        for (int i = from; i < known.size() && chosen.size() < length; i++) {
            var longer = new ArrayList<>(chosen);
            longer.add(known.get(i));
            count(known, i + 1, longer, length, counts);
        }
    }

    /** Combinations that occur, {@code "attribute:value"} each in the order of the columns, with their exact counts: not to be published. */
    public Map<List<String>, Integer> exact() {
        return Map.copyOf(counts);
    }

    /**
     * What may be published once: counts rounded down to a multiple of {@code k}, and nothing of combinations with fewer. A second
     * release of the same people is a different matter: see {@link ReleaseGuard}.
     */
    public SortedMap<String, Integer> roundedDown(int k) {
        var published = new TreeMap<String, Integer>();
        safe(k).forEach((combination, count) -> published.put(String.join(";", combination), count));
        return published;
    }

    Map<List<String>, Integer> safe(int k) {
        if (k < 2) {
            throw new IllegalArgumentException("rounding down to a multiple of " + k + " protects nobody");
        }
        var safe = new HashMap<List<String>, Integer>();
        counts.forEach((combination, count) -> {
            if (count >= k) {
                safe.put(combination, count / k * k);
            }
        });
        return safe;
    }

    List<String> attributes() {
        return attributes;
    }

    SortedSet<String> values(String attribute) {
        return values.get(attributes.indexOf(attribute));
    }

    int rows() {
        return rows;
    }

    int length() {
        return length;
    }
}
