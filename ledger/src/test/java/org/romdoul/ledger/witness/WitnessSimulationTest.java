package org.romdoul.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.romdoul.ledger.witness.Simulation.Seen;
import org.romdoul.ledger.witness.Simulation.Setting;
import org.romdoul.ledger.witness.Simulation.Violation;

/** Thousands of seeded worlds. A failure prints its seed and everything that happened until then. */
class WitnessSimulationTest {

    private static final int SEEDS = 2_000;
    private static final int STEPS = 150;

    /** Any two quorums share more witnesses than lie: then the one that is shared and honest signs one tree only. */
    @ParameterizedTest(name = "{0} witnesses, {2} of them lying, quorum {1}")
    @CsvSource({"3, 2, 0", "3, 3, 1", "4, 3, 1", "5, 4, 2"})
    void thereAreNeverTwoTruths(int witnesses, int quorum, int liars) {
        Setting setting = new Setting(witnesses, quorum, liars, Brittle.NOT);
        Map<Seen, Integer> seen = new EnumMap<>(Seen.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation world = new Simulation(seed, setting).run(STEPS);
            assertThat(world.violations.values()).as("seed " + seed).isEmpty();
            world.seen.forEach((what, times) -> seen.merge(what, times, Integer::sum));
        }
        assertThat(seen.keySet()).as("everything happened").isEqualTo(EnumSet.allOf(Seen.class));
        assertThat(seen.values()).allMatch(times -> times > SEEDS / 20);
    }

    /** Two of three outlast one that is away, not one that lies: with a log that forks, it is on both sides. */
    @Test
    void twoOfThreeDoNotOutlastALiar() {
        Setting setting = new Setting(3, 2, 1, Brittle.NOT);
        assertThat(firstSeedWith(Violation.TWO_TRUTHS, setting)).isLessThan(SEEDS);
        assertThat(firstSeedWith(Violation.CONTRADICTION, setting))
                .as("though no honest witness contradicts itself")
                .isEqualTo(SEEDS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT")
    void everyHastyWitnessIsFoundOut(Brittle brittle) {
        Setting setting = new Setting(3, 2, 0, brittle);
        Violation expected = switch (brittle) {
            case PERSISTS_AFTER_ANSWERING, DOES_NOT_SYNC_NAMES -> Violation.TWO_TRUTHS;
            case BELIEVES_WHAT_IT_SEES -> Violation.CONTRADICTION;
            default -> Violation.AMNESIA;
        };
        assertThat(firstSeedWith(expected, setting)).isLessThan(SEEDS);
    }

    /** The same seed is the same world. */
    @Test
    void aSeedIsAWorld() {
        Setting setting = new Setting(3, 2, 0, Brittle.PERSISTS_AFTER_ANSWERING);
        long seed = firstSeedWith(Violation.TWO_TRUTHS, setting);
        Map<Violation, String> once = new Simulation(seed, setting).run(STEPS).violations;
        assertThat(new Simulation(seed, setting).run(STEPS).violations).isEqualTo(once);
        assertThat(once.get(Violation.TWO_TRUTHS)).startsWith("seed " + seed).contains("TWO_TRUTHS");
    }

    private static long firstSeedWith(Violation violation, Setting setting) {
        for (long seed = 0; seed < SEEDS; seed++) {
            if (new Simulation(seed, setting).run(STEPS).violations.containsKey(violation)) {
                return seed;
            }
        }
        return SEEDS;
    }
}
