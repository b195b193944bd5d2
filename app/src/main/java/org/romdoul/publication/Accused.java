package org.romdoul.publication;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * Somebody who was charged, in figures: no name, no code, no case.
 *
 * @param charged the first charge; null where it is not known when
 * @param disposed when it was over: the recorded end, or the last first decision; null where it is not over, or not known when
 * @param monthsPrison of the sentence that stands; null: none, or not known
 * @param life whether that is for life
 */
record Accused(
        @Nullable PartialDate charged,
        @Nullable PartialDate disposed,
        Stand stand,
        @Nullable Integer monthsPrison,
        boolean life) {

    /** @return the year of the charge, by which people are compared with their own time */
    OptionalInt cohort() {
        return year(charged);
    }

    static OptionalInt year(@Nullable PartialDate date) {
        return date == null
                ? OptionalInt.empty()
                : date.earliest().map(day -> OptionalInt.of(day.getYear())).orElse(OptionalInt.empty());
    }
}
