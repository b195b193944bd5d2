package org.romdoul.publication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.romdoul.estimators.survival.Spell;
import org.romdoul.input.PartialDate;

/**
 * How long everybody charged waited for the end of the case, read from vague dates: in calendar years, and as short and as
 * long as the dates allow.
 *
 * @param years the year of the end less the year of the charge; of whoever still waits, or whose end is not on record, the year
 *     of censoring less the year of the charge
 * @param shortest the same waits in years, as short as the dates allow
 * @param longest as long as they allow
 * @param undated left out: the year of the charge is not known
 * @param backwards left out: over before it began, or charged after the source stopped watching
 * @param endless among the waits: over, as far as is known, but nobody can tell when
 */
record Waits(List<Spell> years, List<Spell> shortest, List<Spell> longest, int undated, int backwards, int endless) {

    /** How a wait ends. */
    enum End {
        CONVICTED,
        NOT_CONVICTED,
        UNKNOWN;

        static End of(Stand stand) {
            return stand.wasConvicted() ? CONVICTED : stand.isDecided() ? NOT_CONVICTED : UNKNOWN;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final double DAYS_OF_A_YEAR = 365.2425;

    static Waits of(List<Accused> accused, PartialDate censored) {
        var years = new ArrayList<Spell>();
        var shortest = new ArrayList<Spell>();
        var longest = new ArrayList<Spell>();
        var undated = 0;
        var backwards = 0;
        var endless = 0;
        for (var one : accused) {
            var charged = one.charged();
            if (charged == null || one.cohort().isEmpty()) {
                undated++;
                continue;
            }
            var disposed = one.disposed();
            var end = disposed == null ? censored : disposed;
            var wait = Accused.year(end).orElse(-1) - one.cohort().getAsInt();
            if (wait < 0) {
                backwards++;
                continue;
            }
            if (disposed == null && one.stand() != Stand.OPEN) endless++;
            var how = disposed == null
                    ? Optional.<String>empty()
                    : Optional.of(End.of(one.stand()).word());
            years.add(new Spell(wait, how));
            shortest.add(new Spell(between(charged.latest(), end.earliest()), how));
            longest.add(new Spell(between(charged.earliest(), end.latest()), how));
        }
        return new Waits(years, shortest, longest, undated, backwards, endless);
    }

    private static double between(Optional<LocalDate> from, Optional<LocalDate> to) {
        var days = ChronoUnit.DAYS.between(from.orElseThrow(), to.orElseThrow());
        return Math.max(0, days) / DAYS_OF_A_YEAR;
    }

    /** The waits in calendar years, joined until no number of them is small; by ending where the endings are to be told apart. */
    List<Spell> joined(boolean byEnding) {
        var kinds = byEnding ? Stream.of(End.values()).map(End::word).toList() : List.of("ended");
        var byTime = new TreeMap<Integer, int[]>();
        for (var spell : years) {
            var kind = spell.ending().isEmpty()
                    ? kinds.size()
                    : byEnding ? kinds.indexOf(spell.ending().get()) : 0;
            byTime.computeIfAbsent((int) spell.time(), time -> new int[kinds.size() + 1])[kind]++;
        }
        var joined = Joined.of(byTime, Cells.SMALLEST);
        return IntStream.range(0, joined.at().size())
                .boxed()
                .flatMap(group -> spells(joined.at().get(group), joined.counts().get(group), kinds))
                .toList();
    }

    private static Stream<Spell> spells(int time, int[] counts, List<String> kinds) {
        return IntStream.range(0, counts.length)
                .boxed()
                .flatMap(kind -> IntStream.range(0, counts[kind])
                        .mapToObj(i -> new Spell(
                                time, kind == kinds.size() ? Optional.empty() : Optional.of(kinds.get(kind)))));
    }

    long open() {
        return years.stream().filter(spell -> spell.ending().isEmpty()).count();
    }
}
