package org.romdoul.estimators.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.survival.Attrition.Count;
import org.romdoul.estimators.survival.Attrition.Progress;
import org.romdoul.estimators.survival.Attrition.Standing;

class AttritionTests {

    private static final List<String> PATH = List.of("reported", "charged", "judged");

    private static List<Progress> cases(int count, String cohort, int stage, Standing standing) {
        return Collections.nCopies(count, new Progress(cohort, stage, standing));
    }

    private static List<Progress> fictionalCohorts() {
        var cases = new ArrayList<Progress>();
        cases.addAll(cases(50, "2012", 0, Standing.ENDED));
        cases.addAll(cases(10, "2012", 0, Standing.OPEN));
        cases.addAll(cases(5, "2012", 0, Standing.UNKNOWN));
        cases.addAll(cases(8, "2012", 1, Standing.ENDED));
        cases.addAll(cases(7, "2012", 1, Standing.OPEN));
        cases.addAll(cases(20, "2012", 2, Standing.ENDED));
        cases.addAll(cases(3, "2011", 1, Standing.UNKNOWN));
        return cases;
    }

    @Test
    void openAndUnknownStandBesideThoseThatLeft() {
        var attrition = Attrition.of(PATH, fictionalCohorts());
        assertThat(attrition.cohorts()).extracting(Attrition.Cohort::name).containsExactly("2011", "2012");
        assertThat(attrition.cohorts().get(1).counts())
                .containsExactly(
                        new Count("reported", 100, 35, 50, 10, 5),
                        new Count("charged", 35, 20, 8, 7, 0),
                        new Count("judged", 20, 0, 20, 0, 0));
    }

    @Test
    void shareReachedIsBoundedByWhatIsCertainAndWhatIsPossible() {
        var cohort = Attrition.of(PATH, fictionalCohorts()).cohorts().get(1);
        assertThat(cohort.atLeast(0)).isEqualTo(1);
        assertThat(cohort.atMost(0)).isEqualTo(1);
        assertThat(cohort.atLeast(1)).isCloseTo(0.35, within(1e-12));
        assertThat(cohort.atMost(1)).isCloseTo(0.50, within(1e-12));
        assertThat(cohort.atLeast(2)).isCloseTo(0.20, within(1e-12));
        assertThat(cohort.atMost(2)).isCloseTo(0.42, within(1e-12));
    }

    @Test
    void orderOfCasesChangesNothing() {
        var cases = new ArrayList<>(fictionalCohorts());
        var attrition = Attrition.of(PATH, cases);
        Collections.reverse(cases);
        assertThat(Attrition.of(PATH, cases)).isEqualTo(attrition);
    }

    @Test
    void aStageOffThePathIsRefusedWithItsRow() {
        var cases = List.of(new Progress("2012", 0, Standing.OPEN), new Progress("2012", 3, Standing.OPEN));
        assertThatThrownBy(() -> Attrition.of(PATH, cases))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("row 2: stage 3 of a path with stages 0 to 2");
        assertThatThrownBy(() -> Attrition.of(PATH, List.of())).isInstanceOf(Refusal.class);
    }
}
