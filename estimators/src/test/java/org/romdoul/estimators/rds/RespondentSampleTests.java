package org.romdoul.estimators.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.rds.Weighting.Equal;
import org.romdoul.estimators.rds.Weighting.InverseSize;
import org.romdoul.estimators.rds.Weighting.SuccessiveSampling;

class RespondentSampleTests {

    private static List<Respondent> fictionalChains(long seed, int people) {
        var random = new Random(seed);
        var list = new ArrayList<Respondent>();
        for (int i = 0; i < people; i++) {
            String group = random.nextDouble() < 0.3 ? "minor" : "adult";
            double knows = (group.equals("minor") ? 2 : 4) + random.nextInt(9);
            list.add(
                    i < 4
                            ? Respondent.seed("p" + i, knows, group)
                            : Respondent.recruited(
                                    "p" + i, "p" + Math.max(0, i / 3 + random.nextInt(2) - 1), knows, group));
        }
        return list;
    }

    static List<Weighting> weightings() {
        return List.of(new Equal(), new InverseSize(), new SuccessiveSampling(300));
    }

    @RepeatedTest(10)
    void orderOfRowsChangesNothingNotEvenTheBootstrap(RepetitionInfo repetition) {
        var rows = fictionalChains(repetition.getCurrentRepetition(), 120);
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));
        var one = RespondentSample.of(rows);
        var other = RespondentSample.of(shuffled);
        for (Weighting weighting : weightings()) {
            assertThat(other.shares(weighting)).isEqualTo(one.shares(weighting));
            assertThat(other.treeBootstrap("minor", weighting, 20, new SplittableRandom(3))
                            .replicates())
                    .isEqualTo(one.treeBootstrap("minor", weighting, 20, new SplittableRandom(3))
                            .replicates());
        }
        assertThat(other.sharesByRecruitment()).isEqualTo(one.sharesByRecruitment());
        assertThat(other.bottleneck("minor", new InverseSize())).isEqualTo(one.bottleneck("minor", new InverseSize()));
    }

    @RepeatedTest(10)
    void namesOfGroupsChangeNothing(RepetitionInfo repetition) {
        var rows = fictionalChains(repetition.getCurrentRepetition(), 120);
        var renamed = rows.stream()
                .map(p -> new Respondent(
                        p.id(), p.recruiter(), p.networkSize(), p.group().equals("minor") ? "a" : "z"))
                .toList();
        var one = RespondentSample.of(rows);
        var other = RespondentSample.of(renamed);
        assertThat(other.share("a", new InverseSize())).isEqualTo(one.share("minor", new InverseSize()));
        assertThat(other.sharesByRecruitment().get("a"))
                .isCloseTo(one.sharesByRecruitment().get("minor"), within(1e-12));
        assertThat(other.treeBootstrap("a", new InverseSize(), 20, new SplittableRandom(3))
                        .replicates())
                .isEqualTo(one.treeBootstrap("minor", new InverseSize(), 20, new SplittableRandom(3))
                        .replicates());
    }

    @ParameterizedTest
    @MethodSource("weightings")
    void sharesAddUpToOne(Weighting weighting) {
        var shares = RespondentSample.of(fictionalChains(1, 90)).shares(weighting);
        assertThat(shares.values().stream().mapToDouble(v -> v).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void successiveSamplingRunsFromInverseSizeToEqualAsTheSampleBecomesThePopulation() {
        var sample = RespondentSample.of(fictionalChains(2, 100));
        var path = sample.sensitivity("minor", List.of(1e7, 1000.0, 200.0, 100.0));
        assertThat(path.get(0)).isCloseTo(sample.share("minor", new InverseSize()), within(1e-4));
        assertThat(path.get(3)).isCloseTo(sample.share("minor", new Equal()), within(1e-6));
        assertThat(path).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(path.get(0)).isGreaterThan(path.get(3));
    }

    @Test
    void equalNetworksMakeAllWeightingsAgree() {
        var rows = fictionalChains(3, 80).stream()
                .map(p -> new Respondent(p.id(), p.recruiter(), 7, p.group()))
                .toList();
        var sample = RespondentSample.of(rows);
        double plain = sample.share("minor", new Equal());
        assertThat(sample.share("minor", new InverseSize())).isCloseTo(plain, within(1e-12));
        assertThat(sample.share("minor", new SuccessiveSampling(200))).isCloseTo(plain, within(1e-12));
    }

    @Test
    void treeBootstrapIsWiderThanDrawingPeopleOneByOneWhenChainsAreAlike() {
        var rows = new ArrayList<Respondent>();
        for (int s = 0; s < 10; s++) {
            String group = s < 3 ? "minor" : "adult";
            rows.add(Respondent.seed("s" + s, 5, group));
            for (int i = 0; i < 19; i++) {
                rows.add(Respondent.recruited("s" + s + "-" + i, "s" + s, 5, group));
            }
        }
        var sample = RespondentSample.of(rows);
        double error = sample.treeBootstrap("minor", new InverseSize(), 2000, new SplittableRandom(5))
                .standardError();
        double oneByOne = Math.sqrt(0.3 * 0.7 / 200);
        assertThat(error).isCloseTo(Math.sqrt(0.3 * 0.7 / 10), within(0.01)).isGreaterThan(4 * oneByOne);
    }

    @Test
    void homophilyComparesOwnRecruitsWithTheShare() {
        var rows = List.of(
                Respondent.seed("a", 5, "minor"),
                Respondent.recruited("b", "a", 5, "minor"),
                Respondent.recruited("c", "a", 5, "minor"),
                Respondent.recruited("d", "b", 5, "adult"),
                Respondent.recruited("e", "d", 5, "minor"),
                Respondent.recruited("f", "d", 5, "adult"));
        var homophily = RespondentSample.of(rows).homophily(new Equal()).values().stream()
                .toList();
        assertThat(homophily.get(1).share()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(homophily.get(1).affiliation()).isCloseTo(0, within(1e-12));
        assertThat(homophily.get(0).affiliation()).isCloseTo((0.5 - 1 / 3.0) / (2 / 3.0), within(1e-12));
        assertThat(homophily.get(0).recruitments()).isEqualTo(2);
    }

    @Test
    void groupsThatAvoidTheirOwnHaveNegativeAffiliation() {
        var sample = RespondentSample.of(List.of(
                Respondent.seed("a", 5, "minor"),
                Respondent.recruited("b", "a", 5, "adult"),
                Respondent.recruited("c", "a", 5, "adult"),
                Respondent.recruited("d", "b", 5, "adult"),
                Respondent.recruited("e", "d", 5, "minor"),
                Respondent.recruited("f", "e", 5, "minor")));
        assertThat(sample.groups()).containsExactly("adult", "minor");
        var minors = sample.homophily(new Equal()).values().stream().toList().get(1);
        assertThat(minors.share()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(minors.affiliation()).isCloseTo((1 / 3.0 - 0.5) / 0.5, within(1e-12));
    }

    @Test
    void threeGroupsReachAnEquilibrium() {
        // a recruits b, b recruits c, c recruits a or b: shares of an endless chain are 1/5, 2/5, 2/5
        var sample = RespondentSample.of(List.of(
                Respondent.seed("1", 2, "a"),
                Respondent.recruited("2", "1", 2, "b"),
                Respondent.recruited("3", "2", 4, "c"),
                Respondent.recruited("4", "3", 2, "a"),
                Respondent.recruited("5", "3", 2, "b")));
        double total = 0.2 / 2 + 0.4 / 2 + 0.4 / 4;
        var shares = sample.sharesByRecruitment().values().stream().toList();
        assertThat(shares.get(0)).isCloseTo(0.2 / 2 / total, within(1e-12));
        assertThat(shares.get(1)).isCloseTo(0.4 / 2 / total, within(1e-12));
        assertThat(shares.get(2)).isCloseTo(0.4 / 4 / total, within(1e-12));
    }

    @Test
    void convergenceEndsAtTheEstimateAndTreesAddUpToTheSample() {
        var sample = RespondentSample.of(fictionalChains(4, 100));
        var path = sample.convergence("minor", new InverseSize());
        assertThat(path.getLast().share()).isEqualTo(sample.share("minor", new InverseSize()));
        assertThat(path.getLast().people()).isEqualTo(100);
        assertThat(path.getFirst().people()).isEqualTo(4);
        var trees = sample.bottleneck("minor", new InverseSize());
        assertThat(trees).hasSize(4);
        assertThat(trees.values().stream().mapToInt(t -> t.getLast().people()).sum())
                .isEqualTo(100);
    }

    @Test
    void seedsCanBeLeftOutOfTheShareButNotOfTheChains() {
        var sample = RespondentSample.of(List.of(
                Respondent.seed("a", 5, "minor"),
                Respondent.recruited("b", "a", 5, "adult"),
                Respondent.recruited("c", "b", 5, "minor"),
                Respondent.recruited("d", "b", 5, "adult")));
        assertThat(sample.share("minor", new InverseSize())).isCloseTo(0.5, within(1e-12));
        assertThat(sample.withoutSeeds().share("minor", new InverseSize())).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(sample.withoutSeeds().recruitments()).isEqualTo(sample.recruitments());
    }

    @Test
    void nobodyMetGivesALimitAndNoBootstrap() {
        var sample = RespondentSample.of(fictionalChains(5, 100).stream()
                .map(p -> new Respondent(p.id(), p.recruiter(), p.networkSize(), "adult"))
                .toList());
        assertThatThrownBy(() -> sample.treeBootstrap("minor", new InverseSize(), 10, new SplittableRandom(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not make its share zero");
        assertThatThrownBy(() -> sample.treeBootstrap("adult", new InverseSize(), 10, new SplittableRandom(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("everybody");
        assertThat(sample.limitIfNone(5, 0.95)).isCloseTo(1 - Math.pow(0.05, 1 / 20.0), within(1e-9));
    }

    @Test
    void brokenChainsAreRefusedWithTheirRow() {
        assertRefused(
                "row 2: the recruiter is not in the sample",
                Respondent.seed("b", 5, "adult"),
                Respondent.recruited("a", "ghost", 5, "adult"));
        assertRefused(
                "row 2: its id is there already",
                Respondent.seed("a", 5, "adult"),
                Respondent.recruited("a", "a", 5, "adult"));
        assertRefused("row 1: network size 0.0", Respondent.seed("a", 0, "adult"));
        assertRefused("row 1: no group", Respondent.seed("a", 2, " "));
        assertRefused(
                "row 2: recruitment runs in a circle",
                Respondent.seed("a", 5, "adult"),
                Respondent.recruited("b", "c", 5, "adult"),
                Respondent.recruited("c", "b", 5, "adult"));
        assertRefused("sample: it is empty");
    }

    private static void assertRefused(String message, Respondent... rows) {
        assertThatThrownBy(() -> RespondentSample.of(List.of(rows)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatCannotBeEstimatedIsSaid() {
        var sample = RespondentSample.of(fictionalChains(6, 60));
        assertThatThrownBy(() -> sample.shares(new SuccessiveSampling(50)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("population of 50.0: the sample holds 60");
        assertThatIllegalArgumentException().isThrownBy(() -> new SuccessiveSampling(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sample.treeBootstrap("minor", new Equal(), 1, new SplittableRandom(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> sample.limitIfNone(0.5, 0.95));
        var apart = RespondentSample.of(List.of(
                Respondent.seed("a", 5, "minor"),
                Respondent.recruited("b", "a", 5, "minor"),
                Respondent.seed("c", 5, "adult"),
                Respondent.recruited("d", "c", 5, "adult")));
        assertThatThrownBy(apart::sharesByRecruitment)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("fall apart");
        var silent = RespondentSample.of(
                List.of(Respondent.seed("a", 5, "minor"), Respondent.recruited("b", "a", 5, "adult")));
        assertThatThrownBy(silent::sharesByRecruitment)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("recruited nobody");
        assertThatThrownBy(() -> RespondentSample.of(List.of(Respondent.seed("a", 5, "minor")))
                        .withoutSeeds())
                .isInstanceOf(Refusal.class);
    }
}
