package org.romdoul.estimators.survival;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.romdoul.estimators.Refusal;

/** Spells counted at each distinct time: all that any estimator here needs to know of them. */
@SuppressWarnings("ArrayRecordComponent") // inside this package only, and compared by nobody
record Tally(double[] times, int[] atRisk, List<String> causes, int[][] endings, int[] open) {

    static Tally of(Collection<Spell> spells) {
        if (spells.isEmpty()) {
            throw Refusal.of(
                    "spells", "there are none", "Without a single case nothing can be said about how long cases take.");
        }
        var causes = List.copyOf(new TreeSet<>(
                spells.stream().map(Spell::ending).flatMap(Optional::stream).toList()));
        double[] times = spells.stream()
                .mapToDouble(Spell::time)
                .map(t -> t + 0.0)
                .sorted()
                .distinct()
                .toArray();
        int[][] endings = new int[causes.size()][times.length];
        int[] open = new int[times.length];
        for (Spell spell : spells) {
            int at = Arrays.binarySearch(times, spell.time() + 0.0);
            int[] counts =
                    spell.ending().map(cause -> endings[causes.indexOf(cause)]).orElse(open);
            counts[at]++;
        }
        return new Tally(times, atRisk(endings, open), causes, endings, open);
    }

    private static int[] atRisk(int[][] endings, int[] open) {
        int[] atRisk = new int[open.length];
        int later = 0;
        for (int i = open.length - 1; i >= 0; i--) {
            later += open[i] + events(endings, i);
            atRisk[i] = later;
        }
        return atRisk;
    }

    int events(int i) {
        return events(endings, i);
    }

    private static int events(int[][] endings, int i) {
        int sum = 0;
        for (int[] ofCause : endings) {
            sum += ofCause[i];
        }
        return sum;
    }
}
