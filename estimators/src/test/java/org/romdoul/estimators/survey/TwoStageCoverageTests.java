package org.romdoul.estimators.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the 95 % intervals contain the truth where only some of the persons at each venue are asked: 30 of 80 venues, and of the 10 to 40
 * persons there a third.
 */
class TwoStageCoverageTests {

    private static final int STUDIES = 600;
    private static final int FRAME = 80;
    private static final int DRAWN = 30;

    private final SplittableRandom random = new SplittableRandom(20261128);

    /** Persons of each venue: whether each is a minor. */
    private List<boolean[]> population(double share) {
        return IntStream.range(0, FRAME)
                .mapToObj(i -> {
                    double gathered = random.nextDouble() < 0.25 ? share * 2.5 : share * 0.5;
                    boolean[] minor = new boolean[10 + random.nextInt(31)];
                    for (int k = 0; k < minor.length; k++) {
                        minor[k] = random.nextDouble() < gathered;
                    }
                    return minor;
                })
                .toList();
    }

    private static double truth(List<boolean[]> venues) {
        double minors = 0;
        double all = 0;
        for (boolean[] venue : venues) {
            for (boolean minor : venue) {
                minors += minor ? 1 : 0;
                all++;
            }
        }
        return minors / all;
    }

    private List<Integer> drawn(int wanted, int of) {
        var order = new ArrayList<>(IntStream.range(0, of).boxed().toList());
        Collections.shuffle(order, random);
        return order.subList(0, wanted);
    }

    private Prevalence study(List<boolean[]> venues) {
        var units = new ArrayList<Unit>();
        var found = new ArrayList<Integer>();
        for (int i : drawn(DRAWN, FRAME)) {
            boolean[] there = venues.get(i);
            int asked = there.length / 3;
            for (int k : drawn(asked, there.length)) {
                double weight = (double) FRAME / DRAWN * there.length / asked;
                units.add(new Unit("all", "v" + i, weight, there.length));
                found.add(there[k] ? 1 : 0);
            }
        }
        int[] ones = new int[units.size()];
        Arrays.fill(ones, 1);
        return SampleDesign.of(List.of(new Stratum("all", FRAME)), units, LonelyVenue.FAIL)
                .share(found.stream().mapToInt(v -> v).toArray(), ones);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.08})
    void intervalsContainTheTruthAsOftenAsTheySay(double share) {
        var covered = new EnumMap<IntervalMethod, Integer>(IntervalMethod.class);
        double variance = 0;
        double squares = 0;
        for (int study = 0; study < STUDIES; study++) {
            var venues = population(share);
            double truth = truth(venues);
            Prevalence prevalence = study(venues);
            for (IntervalMethod method : IntervalMethod.values()) {
                covered.merge(method, prevalence.interval(method, 0.95).contains(truth) ? 1 : 0, Integer::sum);
            }
            variance += prevalence.linearised().variance();
            squares += Math.pow(prevalence.value() - truth, 2);
        }
        for (IntervalMethod method : IntervalMethod.values()) {
            assertThat(covered.getOrDefault(method, 0) / (double) STUDIES)
                    .as("%s at %s", method, share)
                    .isGreaterThanOrEqualTo(0.925);
        }
        assertThat(variance / squares).isBetween(0.85, 1.15);
    }
}
