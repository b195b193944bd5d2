package org.romdoul.estimators.disclosure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.romdoul.estimators.Refusal;

/**
 * How exposed the people of a file are to somebody who knows a few things about each (age group, sex, nationality) and
 * looks for the rest.
 *
 * @param records people in the file
 * @param classes groups of people who look alike in what is known
 * @param smallestClass people in the smallest group: the file is k-anonymous for this k and no larger
 * @param uniques people who look like nobody else
 * @param leastDiversity fewest different sensitive values within a group (distinct l-diversity): 1 means a group gives its secret away
 * @param leastEntropy the same by entropy: exp of the smallest entropy of the sensitive value within a group
 * @param farthest largest distance (total variation, 0 to 1) between the sensitive values of a group and of everybody (t-closeness)
 * @param averageRisk chance of naming a person rightly, averaged over people: classes / records
 * @param recordsInClass people in groups of each size
 */
public record Anonymity(
        int records,
        int classes,
        int smallestClass,
        int uniques,
        int leastDiversity,
        double leastEntropy,
        double farthest,
        double averageRisk,
        Map<Integer, Integer> recordsInClass) {

    /**
     * One person of the file.
     *
     * @param known values of what others may know, in one order for all
     * @param sensitive value of what they must not learn
     */
    public record Row(List<String> known, String sensitive) {

        public Row {
            known = List.copyOf(known);
        }
    }

    public Anonymity {
        recordsInClass = Map.copyOf(recordsInClass);
    }

    /** People in groups smaller than {@code k}. */
    public int recordsBelow(int k) {
        return recordsInClass.entrySet().stream()
                .filter(e -> e.getKey() < k)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Largest chance of naming a person rightly: 1 / smallest group. */
    public double greatestRisk() {
        return 1.0 / smallestClass;
    }

    /** Examines a file. */
    public static Anonymity of(Collection<Row> rows) {
        if (rows.isEmpty()) {
            throw Refusal.of("file", "it is empty", "Nobody is exposed, and nothing is there to publish.");
        }
        var everybody = new HashMap<String, Integer>();
        var classes = new HashMap<List<String>, Map<String, Integer>>();
        for (Row row : rows) {
            everybody.merge(row.sensitive(), 1, Integer::sum);
            classes.computeIfAbsent(row.known(), c -> new HashMap<>()).merge(row.sensitive(), 1, Integer::sum);
        }
        var recordsInClass = new HashMap<Integer, Integer>();
        int smallest = Integer.MAX_VALUE;
        int diversity = Integer.MAX_VALUE;
        double entropy = Double.MAX_VALUE;
        double farthest = 0;
        for (Map<String, Integer> values : classes.values()) {
            int size = values.values().stream().mapToInt(v -> v).sum();
            recordsInClass.merge(size, size, Integer::sum);
            smallest = Math.min(smallest, size);
            diversity = Math.min(diversity, values.size());
            entropy = Math.min(entropy, entropy(values, size));
            farthest = Math.max(farthest, distance(values, size, everybody, rows.size()));
        }
        return new Anonymity(
                rows.size(),
                classes.size(),
                smallest,
                recordsInClass.getOrDefault(1, 0),
                diversity,
                Math.exp(entropy),
                farthest,
                (double) classes.size() / rows.size(),
                recordsInClass);
    }

    private static double entropy(Map<String, Integer> values, double size) {
        return -values.values().stream()
                .mapToDouble(v -> v / size * Math.log(v / size))
                .sum();
    }

    private static double distance(Map<String, Integer> values, double size, Map<String, Integer> all, double total) {
        return all.entrySet().stream()
                        .mapToDouble(e -> Math.abs(values.getOrDefault(e.getKey(), 0) / size - e.getValue() / total))
                        .sum()
                / 2;
    }
}
