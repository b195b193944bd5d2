package org.romdoul.oversight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.romdoul.cases.CaseCode;

/**
 * A simple random sample, without replacement, of the openings of names in a period.
 *
 * @param population how many openings there were
 * @param size how many were drawn
 */
public record Sample(UUID id, Instant at, Instant since, Instant before, int population, int size) {

    /** How many are drawn, where there are as many. */
    static final int SIZE = 20;

    /** An opening that was drawn, as oversight sees it: nothing personal. */
    public record Drawn(
            UUID id,
            UUID sample,
            UUID reading,
            String code,
            UUID account,
            String purpose,
            Instant at,
            boolean inOrder) {

        /** @return the code as codes are shown */
        public String shown() {
            return new CaseCode(code).toString();
        }
    }

    /** @return as many of them as asked for, each with the same chance, in the order they are in */
    static <T> List<T> draw(List<T> population, int size, RandomGenerator random) {
        var drawn = new ArrayList<T>();
        var needed = Math.min(size, population.size());
        for (var i = 0; i < population.size() && drawn.size() < needed; i++)
            if (random.nextInt(population.size() - i) < needed - drawn.size()) drawn.add(population.get(i));
        return List.copyOf(drawn);
    }
}
