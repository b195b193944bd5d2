package org.romdoul.estimators.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Interval;

/**
 * How often the 95 % intervals of a change contain it, where both rounds come from one small frame and venues hardly change: in each
 * stratum 30 are drawn of 60 to 90, so that 10 to 15 are drawn twice by chance alone.
 */
class ChangeCoverageTests {

    private static final int STUDIES = 1000;
    private static final int[] FRAME = {60, 75, 90};
    private static final int DRAWN = 30;
    private static final int APART = -1;
    private static final IntervalMethod METHOD = IntervalMethod.BETA_CAPPED;

    private final SplittableRandom random = new SplittableRandom(20261128);
    private final List<int[]> before = new ArrayList<>();
    private final List<int[]> after = new ArrayList<>();

    /** Of 20 persons at each venue a few are minors, many in some venues; one minor in five has gone by the second round. */
    private void populate() {
        before.clear();
        after.clear();
        for (int venues : FRAME) {
            int[] first = new int[venues];
            int[] second = new int[venues];
            for (int i = 0; i < venues; i++) {
                double gathered = random.nextDouble() < 0.3 ? 0.35 : 0.03;
                for (int k = 0; k < 20; k++) {
                    boolean minor = random.nextDouble() < gathered;
                    first[i] += minor ? 1 : 0;
                    second[i] += minor && random.nextDouble() < 0.8 ? 1 : 0;
                }
            }
            before.add(first);
            after.add(second);
        }
    }

    private static double share(List<int[]> minors) {
        return minors.stream()
                        .mapToDouble(stratum -> IntStream.of(stratum).sum())
                        .sum()
                / (20.0 * IntStream.of(FRAME).sum());
    }

    private static Prevalence study(List<int[]> minors, List<List<Integer>> drawn) {
        var strata = new ArrayList<Stratum>();
        var visits = new ArrayList<Visit>();
        for (int h = 0; h < FRAME.length; h++) {
            String name = "s" + h;
            int[] counts = minors.get(h);
            strata.add(new Stratum(name, FRAME[h]));
            drawn.get(h).forEach(i -> visits.add(Visit.observed(name, "v" + i, 20, counts[i])));
        }
        return VenueSurvey.of(strata, visits).prevalence();
    }

    private List<Integer> shuffled(int venues) {
        var order = new ArrayList<>(IntStream.range(0, venues).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }

    /** Two rounds of which this many venues are the same on purpose; drawn independently of each other if negative. */
    private Change rounds(int again) {
        var first = new ArrayList<List<Integer>>();
        var second = new ArrayList<List<Integer>>();
        for (int venues : FRAME) {
            List<Integer> order = shuffled(venues);
            first.add(order.subList(0, DRAWN));
            second.add(
                    again < 0 ? shuffled(venues).subList(0, DRAWN) : order.subList(DRAWN - again, 2 * DRAWN - again));
        }
        Prevalence one = study(before, first);
        Prevalence two = study(after, second);
        return again == APART ? Change.independent(one, two) : Change.revisited(one, two);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, independent",
        "-2, independent and taken for revisits",
        "30, all again",
        "20, two thirds again",
        "6, fewer than by chance",
        "0, none again"
    })
    void intervalsContainTheChangeAsOftenAsTheySay(int again, String name) {
        int differences = 0;
        int ratios = 0;
        double variance = 0;
        double squares = 0;
        for (int study = 0; study < STUDIES; study++) {
            populate();
            double difference = share(after) - share(before);
            double ratio = share(after) / share(before);
            Change change = rounds(again);
            Estimate estimate = change.difference();
            Interval interval = change.differenceInterval(METHOD, 0.95);
            differences += interval.contains(difference) ? 1 : 0;
            ratios += change.ratioInterval(METHOD, 0.95).contains(ratio) ? 1 : 0;
            variance += estimate.variance();
            squares += (estimate.value() - difference) * (estimate.value() - difference);
        }
        assertThat(differences / (double) STUDIES).as("difference, %s", name).isBetween(0.93, 0.985);
        assertThat(ratios / (double) STUDIES).as("ratio, %s", name).isBetween(0.93, 0.985);
        assertThat(variance / squares).as("variance, %s", name).isBetween(0.9, 1.1);
    }
}
