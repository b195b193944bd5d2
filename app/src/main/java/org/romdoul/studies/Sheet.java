package org.romdoul.studies;

import java.util.List;
import java.util.Optional;

/** A drawn venue with what is typed of it. */
public record Sheet(String stratum, String venue, List<Entry> entries) {

    /** Where it stands. */
    public enum State {
        AWAITED,
        ONCE,
        AGREED,
        DIFFERS,
        SETTLED;

        boolean counts() {
            return this == ONCE || isChecked();
        }

        /** Whether two people typed it, and it is known what the paper says. */
        boolean isChecked() {
            return this == AGREED || this == SETTLED;
        }
    }

    public State state() {
        if (at(3).isPresent()) return State.SETTLED;
        if (entries.isEmpty()) return State.AWAITED;
        if (entries.size() == 1) return State.ONCE;
        return entries.get(0).said().equals(entries.get(1).said()) ? State.AGREED : State.DIFFERS;
    }

    /** What counts; nothing where the sheet is awaited or two typings differ. */
    Optional<Entry.Said> said() {
        return state().counts() ? Optional.of(at(3).orElseGet(entries::getFirst).said()) : Optional.empty();
    }

    /** @return which typing comes next: the first, the second, the settling; none where the sheet is done */
    Optional<Integer> next() {
        return switch (state()) {
            case AWAITED -> Optional.of(1);
            case ONCE -> Optional.of(2);
            case DIFFERS -> Optional.of(3);
            case AGREED, SETTLED -> Optional.empty();
        };
    }

    private Optional<Entry> at(int hand) {
        return entries.stream().filter(entry -> entry.hand() == hand).findFirst();
    }
}
