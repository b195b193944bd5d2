package org.romdoul.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.sealing.Leaves;
import org.springframework.stereotype.Component;

/** What is sealed of a case, from the first leaf to the last. */
@Component
class Chain {

    private static final int AT_ONCE = 500;

    private final Leaves leaves;

    Chain(Leaves leaves) {
        this.leaves = leaves;
    }

    List<Leaves.Standing> facts(OpenCase file) {
        return all(file, "facts", leaf -> leaf);
    }

    List<Event> events(OpenCase file) {
        return all(file, "facts", Event::of);
    }

    List<Event> readings(OpenCase file) {
        return all(file, "readings", Event::of);
    }

    private <T> List<T> all(OpenCase file, String label, Function<Leaves.Standing, T> told) {
        var all = new ArrayList<T>();
        var some = leaves.of(file.id(), label, 0, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(leaf -> all.add(told.apply(leaf)));
            some = leaves.of(file.id(), label, some.getLast().sequence(), AT_ONCE);
        }
        return all;
    }
}
