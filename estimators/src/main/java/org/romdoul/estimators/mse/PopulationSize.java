package org.romdoul.estimators.mse;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.romdoul.estimators.Interval;

/** What a method says about one table: a total, or why there is none. Never a number that is not one. */
public sealed interface PopulationSize {

    /** The method that was asked. */
    Method method();

    /**
     * A total.
     *
     * @param method how it was made and what it cannot tell
     * @param observed people on at least one list
     * @param total people altogether, seen and unseen; not below {@code observed}
     * @param intervals limits by how they were made; empty when none were asked for
     * @param flags what must be told with the total
     * @param fit the model it rests on, when it rests on one
     */
    record Total(
            Method method,
            int observed,
            double total,
            Map<Limits, Interval> intervals,
            Set<Flag> flags,
            Optional<LoglinearFit> fit)
            implements PopulationSize {

        /** @throws IllegalArgumentException when the total is not finite or below the people observed */
        public Total {
            if (!(total >= observed && Double.isFinite(total))) {
                throw new IllegalArgumentException("total " + total + " with " + observed + " observed");
            }
            var sorted = new EnumMap<Limits, Interval>(Limits.class);
            sorted.putAll(intervals);
            intervals = Collections.unmodifiableMap(sorted);
            flags = Set.copyOf(flags);
        }

        /** The limits made in this way, if they were made. */
        public Optional<Interval> interval(Limits made) {
            return Optional.ofNullable(intervals.get(made));
        }
    }

    /** No total, and the reason in a sentence. */
    record None(Method method, String reason) implements PopulationSize {}
}
