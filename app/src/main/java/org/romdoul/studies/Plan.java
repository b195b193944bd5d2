package org.romdoul.studies;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.survey.SampleSize;
import org.romdoul.input.Digits;
import org.romdoul.input.Typed;

/**
 * How sure a study wants to be: from that follows how many venues it visits, before anybody pays for them.
 *
 * @param share expected, of 1
 * @param margin how far the interval may reach to either side, of 1
 * @param persons expected at a venue
 * @param likeness how alike persons of one venue are (intraclass correlation), 0 to 1
 */
record Plan(double share, double margin, double persons, double likeness) {

    private static final double MOST_PERSONS = 1_000;

    /** @return a percentage as a part of 1, neither nothing nor all */
    static Typed<Double> percent(@Nullable String typed) {
        return number(typed, 0.01, 99.9, 100);
    }

    static Typed<Double> persons(@Nullable String typed) {
        return number(typed, 1, MOST_PERSONS, 1);
    }

    static Typed<Double> likeness(@Nullable String typed) {
        return number(typed, 0, 1, 1);
    }

    private static Typed<Double> number(@Nullable String typed, double least, double most, double unit) {
        var text = Digits.ascii(Objects.requireNonNullElse(typed, ""))
                .strip()
                .replace("%", "")
                .replace(',', '.')
                .strip();
        if (text.isEmpty()) return Typed.problem("input.missing");
        if (!text.matches("\\d{1,4}(\\.\\d{1,4})?")) return Typed.problem("studies.plan.number", least, most);
        var number = Double.parseDouble(text);
        return number < least || number > most
                ? Typed.problem("studies.plan.number", least, most)
                : new Typed.Value<>(number / unit);
    }

    /** Each stratum in proportion to its venues, and enough of it that their spread can be seen. */
    Map<String, Integer> sizes(Frame frame) {
        var need = new SampleSize(persons, likeness, frame.size()).forMargin(share, margin, Estimates.LEVEL);
        var sizes = new TreeMap<String, Integer>();
        frame.strata().forEach((stratum, venues) -> {
            var part = Math.ceilDiv((long) need.venues() * venues.size(), frame.size());
            sizes.put(stratum, (int) Math.min(venues.size(), Math.max(2, part)));
        });
        return sizes;
    }
}
