package org.romdoul.estimators.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Invented rows that look like a file: every combination of attributes in them, up to the length counted, is one that at least k real
 * people have, and how often it comes up follows from counts that may be published. A preview for people who write programs and
 * plan tables; nothing should be estimated from it.
 *
 * <p>Good for one release. It does not keep anybody from learning that all people who share some attributes share another, and
 * two previews of files that differ by one person may show that person.
 *
 * <p>The idea is that of the Synthetic Data Showcase (Microsoft and IOM, 2021); the sampling is our own: column by column, given the
 * last few values.
 */
public final class SyntheticRows {

    private final Marginals marginals;
    private final Map<List<String>, Integer> safe;
    private final int k;

    private SyntheticRows(Marginals marginals, Map<List<String>, Integer> safe, int k) {
        this.marginals = marginals;
        this.safe = safe;
        this.k = k;
    }

    /**
     * Draws rows.
     *
     * @param marginals counts of the real file
     * @param k fewest real people that must have each combination, 2 or more
     * @param rows how many to draw
     * @param random source of chance
     * @return values in the order of the columns, blank where unknown or unsafe
     */
    public static List<List<String>> draw(Marginals marginals, int k, int rows, RandomGenerator random) {
        var sampler = new SyntheticRows(marginals, marginals.safe(k), k);
        var drawn = new ArrayList<List<String>>();
        for (int row = 0; row < rows; row++) {
            drawn.add(sampler.row(random));
        }
        return List.copyOf(drawn);
    }

    private List<String> row(RandomGenerator random) {
        var chosen = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (String attribute : marginals.attributes()) {
            String value = value(attribute, chosen, random);
            values.add(value);
            if (!value.isEmpty()) {
                chosen.add(Marginals.item(attribute, value));
            }
        }
        return List.copyOf(values);
    }

    /** A value of the column in proportion to how many have it among those with the last values chosen. */
    private String value(String attribute, List<String> chosen, RandomGenerator random) {
        int from = Math.max(0, chosen.size() - marginals.length() + 1);
        List<String> recent = List.copyOf(chosen.subList(from, chosen.size()));
        int among = recent.isEmpty() ? marginals.rows() / k * k : safe.getOrDefault(recent, 0);
        int ticket = random.nextInt(Math.max(1, among));
        for (String value : marginals.values(attribute)) {
            String item = Marginals.item(attribute, value);
            ticket -= safe.getOrDefault(with(recent, item), 0);
            if (ticket < 0) {
                return isSafe(chosen, item) ? value : "";
            }
        }
        return "";
    }

    private boolean isSafe(List<String> chosen, String item) {
        return isSafe(chosen, 0, List.of(item));
    }

    /** Whether the combination, and every longer one made with chosen items from a position on, is safe. */
    private boolean isSafe(List<String> chosen, int from, List<String> combination) {
        if (!safe.containsKey(combination)) {
            return false;
        }
        if (combination.size() == marginals.length()) {
            return true;
        }
        for (int i = from; i < chosen.size(); i++) {
            var longer = new ArrayList<>(combination);
            longer.add(combination.size() - 1, chosen.get(i));
            if (!isSafe(chosen, i + 1, longer)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> with(List<String> items, String item) {
        var longer = new ArrayList<>(items);
        longer.add(item);
        return longer;
    }
}
