package org.romdoul.estimators.mse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change an estimate does not, and what must, does by the right amount. */
class InvarianceTests {
    private static final Percentage SAME = Percentage.withPercentage(1e-6);

    @ParameterizedTest
    @ValueSource(strings = {"UKdat", "UKdat_5", "NewOrl_5", "Kosovo"})
    void theOrderOfListsDoesNotMatter(String set) {
        CaptureTable table = Tables.shared(set);
        Random random = new Random(4);
        for (int round = 0; round < 5; round++) {
            CaptureTable other = Tables.reordered(table, shuffled(table.lists(), random));
            assertThat(total(Stepwise.usual().estimate(other)))
                    .isCloseTo(total(Stepwise.usual().estimate(table)), SAME);
            assertThat(total(ModelSearch.pairs().best(other)))
                    .isCloseTo(total(ModelSearch.pairs().best(table)), SAME);
            assertThat(total(ChaoLowerBound.of(other))).isCloseTo(total(ChaoLowerBound.of(table)), SAME);
        }
    }

    private static int[] shuffled(int lists, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, lists).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void theOrderOfRowsAndTheNamesOfListsDoNotMatter() {
        List<String> lines =
                new ArrayList<>(Tables.text("UKdat").lines().skip(1).toList());
        Collections.shuffle(lines, new Random(8));
        CaptureTable other = Tables.read("u,v,w,x,y,z,people\n" + String.join("\n", lines));
        assertThat(Stepwise.usual().estimate(other)).isEqualTo(Stepwise.usual().estimate(Tables.shared("UKdat")));
    }

    /** Ten times the people with the same model: ten times the total and deviance, the relative error over root ten. */
    @Test
    void countsScale() {
        SplittableRandom random = new SplittableRandom(21);
        ListModel model = new ListModel(4, List.of(3, 12));
        for (int round = 0; round < 50; round++) {
            int[] counts = Tables.sparse(4, random).counts();
            int[] tenfold = IntStream.of(counts).map(count -> 10 * count).toArray();
            if (LoglinearFit.of(Tables.of(4, counts), model) instanceof PopulationSize.Total one) {
                PopulationSize.Total ten = (PopulationSize.Total) LoglinearFit.of(Tables.of(4, tenfold), model);
                LoglinearFit small = one.fit().orElseThrow();
                LoglinearFit large = ten.fit().orElseThrow();
                assertThat(ten.total()).isCloseTo(10 * one.total(), SAME);
                assertThat(large.deviance()).isCloseTo(10 * small.deviance(), within(1e-6));
                assertThat(large.unseenError()).isCloseTo(small.unseenError() / Math.sqrt(10), SAME);
            }
        }
    }

    /** Two lists: the formula of Lincoln and Petersen, on paper. */
    @Test
    void twoListsGiveLincolnAndPetersen() {
        PopulationSize.Total total =
                (PopulationSize.Total) Stepwise.usual().estimate(Tables.of(2, new int[] {0, 30, 20, 10}));
        assertThat(total.total()).isCloseTo(40 * 30 / 10.0, within(1e-8));
    }

    /** Whatever the table, a result is a total with ordered finite limits or a reason: the records admit nothing else. */
    @Test
    void everyTableGivesATotalOrAReason() {
        SplittableRandom random = new SplittableRandom(99);
        int none = 0;
        for (int round = 0; round < 400; round++) {
            int lists = 2 + random.nextInt(3);
            int[] counts = new int[1 << lists];
            for (int history = 1; history < counts.length; history++) {
                counts[history] = random.nextInt(3) == 0 ? random.nextInt(1 + random.nextInt(40)) : 0;
            }
            counts[1 + random.nextInt(counts.length - 1)]++;
            CaptureTable table = Tables.of(lists, counts);
            ChaoLowerBound.of(table);
            List<PopulationSize> estimates = List.of(
                    Stepwise.usual().estimate(table, new Resampling(20, round, 1)),
                    ModelSearch.pairs().best(table, new Resampling(20, round, 1)));
            none += estimates.stream().anyMatch(PopulationSize.None.class::isInstance) ? 1 : 0;
        }
        assertThat(none).as("hopeless tables were among them").isBetween(40, 360);
    }

    @Test
    void aTableOfNobodyGivesAReason() {
        CaptureTable nobody = Tables.of(3, new int[8]);
        assertThat(List.of(
                        Stepwise.usual().estimate(nobody),
                        ModelSearch.pairs().best(nobody),
                        LoglinearFit.of(nobody, ListModel.independent(3)),
                        ChaoLowerBound.of(nobody)))
                .allMatch(PopulationSize.None.class::isInstance);
        assertThat(ModelSearch.pairs().spread(nobody).standings()).isEmpty();
    }

    @Test
    void aModelThatIsNotHierarchicalIsRefused() {
        assertThatThrownBy(() -> new ListModel(3, List.of(7))).hasMessageContaining("not hierarchical: 123 without");
        assertThat(new ListModel(3, List.of(6, 3)).label()).isEqualTo("[12,23]");
    }

    private static double total(PopulationSize estimate) {
        return ((PopulationSize.Total) estimate).total();
    }
}
