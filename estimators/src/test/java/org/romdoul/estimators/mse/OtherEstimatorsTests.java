package org.romdoul.estimators.mse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.romdoul.estimators.Interval;

/** Averaging over graphs, the lower bound, and the check on known totals. */
class OtherEstimatorsTests {

    /**
     * dga 2.0.2 on R 4.2.2, {@code bma.cr(Y, Nmissing, 2^-p, graphs)}: posterior mean and 95 % limits. For UKdat_5 the
     * peer looked at 40,000 unseen at most; with the usual range the mean is 21,282.
     */
    @ParameterizedTest
    @CsvSource({"UKdat_5,40000,21265,10387,33439", "Kosovo,132000,12749,9827,16544"})
    void averagesAsDga(String set, int mostUnseen, double mean, double lower, double upper) {
        CaptureTable table = Tables.shared(set);
        double prior = Math.pow(2, -table.lists());
        DecomposableAverage.Posterior posterior = new DecomposableAverage(prior, mostUnseen).of(table);
        assertThat(posterior.mean()).isCloseTo(mean, within(0.5));
        Interval interval = posterior.estimate().interval(Limits.CREDIBLE).orElseThrow();
        assertThat(interval.lower()).isEqualTo(lower);
        assertThat(interval.upper()).isEqualTo(upper);
        assertThat(posterior.graphs().stream()
                        .mapToDouble(DecomposableAverage.Weighed::weight)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2,2", "3,8", "4,61", "5,822"})
    void knowsAllDecomposableGraphs(int lists, int graphs) {
        assertThat(DecomposableGraph.all(lists)).hasSize(graphs).doesNotHaveDuplicates();
    }

    @Test
    void saysWhenTheRangeOfTotalsCutsThePosteriorOff() {
        CaptureTable table = Tables.shared("UKdat_5");
        DecomposableAverage narrow = new DecomposableAverage(1.0 / 32, 20_000);
        assertThat(narrow.of(table).estimate().flags()).contains(Flag.MASS_AT_THE_END);
        assertThat(DecomposableAverage.usual(table).of(table).estimate().flags())
                .doesNotContain(Flag.MASS_AT_THE_END);
    }

    /**
     * R 4.2.2, {@code glm(f[u] ~ k[u], poisson, offset=log(choose(5,k)), epsilon=1e-14)} with f = 2523, 214, 6, 0 on
     * 1, 2, 3, 5 lists: 14967.35. Rcapture's "Mh Chao (LB)" gave 14,963, which is 0.03 % away.
     */
    @Test
    void boundsTheTotalFromBelow() {
        PopulationSize.Total bound = (PopulationSize.Total) ChaoLowerBound.of(Tables.shared("UKdat_5"));
        assertThat(bound.total()).isCloseTo(14967.35, within(0.005));
        assertThat(bound.total()).isCloseTo(14963, Percentage.withPercentage(0.05));
        Interval interval = bound.interval(Limits.LOG_NORMAL).orElseThrow();
        assertThat(Math.log((interval.upper() - 2744) / (bound.total() - 2744)) / 1.959964)
                .isCloseTo(0.0746972, within(1e-5));
    }

    /** Kosovo: people on three and four lists are more than the line, so Chao's formula is left: 4400 + 804.5^2 / 147. */
    @Test
    void isTheFormulaOfChaoWhenManyAreOnThreeLists() {
        PopulationSize.Total bound = (PopulationSize.Total) ChaoLowerBound.of(Tables.shared("Kosovo"));
        assertThat(bound.total()).isCloseTo(4400 + 0.75 * 3218.0 * 3218 / (2 * 882), within(1e-6));
    }

    @Test
    void boundsWithNobodyOnTwoListsByTheCorrectedFormula() {
        PopulationSize.Total bound =
                (PopulationSize.Total) ChaoLowerBound.of(Tables.of(3, new int[] {0, 5, 4, 0, 3, 0, 0, 2}));
        assertThat(bound.flags()).contains(Flag.NOBODY_ON_TWO_LISTS);
        assertThat(bound.total()).isCloseTo(14 + 2.0 / 3 * 12 * 11 / 2, within(1e-9));
        assertThat(ChaoLowerBound.of(Tables.of(2, new int[] {0, 0, 0, 7}))).isInstanceOf(PopulationSize.None.class);
    }

    /** Lists that are independent inside each list find each other's size. */
    @Test
    void findsKnownTotalsWhereListsAreIndependent() {
        int[] counts = new int[16];
        for (int history = 1; history < 16; history++) {
            double share = 1;
            for (int list = 0; list < 4; list++) {
                double chance = 0.2 + 0.1 * list;
                share *= (history >> list & 1) == 1 ? chance : 1 - chance;
            }
            counts[history] = (int) Math.round(100_000 * share);
        }
        InternalConsistency.Report report = InternalConsistency.of(Tables.of(4, counts), Stepwise.usual()::estimate);
        assertThat(report.answered()).isEqualTo(4);
        assertThat(report.held()).isEqualTo(4);
        InternalConsistency.Check first = report.checks().getFirst();
        assertThat(first.known()).isEqualTo(20_000);
        assertThat(((PopulationSize.Total) first.estimate()).total()).isCloseTo(20_000, within(20.0));
    }

    /** In Kosovo the same deaths are told to several organisations: each list is made much smaller than it is. */
    @Test
    void showsThatAMethodMissesKnownTotals() {
        InternalConsistency.Report report = InternalConsistency.of(Tables.shared("Kosovo"), Stepwise.usual()::estimate);
        assertThat(report.answered()).isEqualTo(4);
        assertThat(report.held()).isLessThanOrEqualTo(1);
        assertThat(report.sentence()).startsWith("Of 4 lists, 4 could be checked; in 1 of these");
    }

    @Test
    void saysWhenAListCannotBeChecked() {
        InternalConsistency.Report report = InternalConsistency.of(Tables.shared("UKdat"), Stepwise.usual()::estimate);
        List<String> silent = report.checks().stream()
                .filter(check -> !check.hasTotal())
                .map(InternalConsistency.Check::list)
                .toList();
        assertThat(silent).contains("GP").doesNotContain("NG", "PF", "GO");
    }
}
