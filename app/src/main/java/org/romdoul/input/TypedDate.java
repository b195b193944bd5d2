package org.romdoul.input;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date as it was typed into three boxes, kept word for word until it is understood.
 *
 * @param day empty where not known
 * @param month empty where not known
 * @param year empty where nothing is known
 * @param about "true" where "the date is not exact" was ticked
 */
public record TypedDate(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year,
        @Nullable String about) {

    public static final TypedDate EMPTY = new TypedDate(null, null, null, null);

    private static final int FIRST_YEAR = 1900;

    /** A date as it would be typed, for a form that corrects one. */
    public static TypedDate of(PartialDate date) {
        var parts =
                date.isUnknown() ? new String[0] : date.edtf().replace("~", "").split("[-T]", -1);
        return new TypedDate(
                parts.length > 2 ? parts[2] : null,
                parts.length > 1 ? parts[1] : null,
                parts.length > 0 ? parts[0] : null,
                date.isAbout() ? "true" : null);
    }

    public boolean isAbout() {
        return "true".equals(about);
    }

    /** @return the date meant, which must be there and must not lie after the last day it may be */
    public Typed<PartialDate> required(LocalDate last) {
        return isEmpty() ? Typed.problem("input.missing") : optional(last);
    }

    /**
     * Understands the boxes: a day needs its month, a month its year; figures of any script.
     *
     * @param last the last day the date may be: today for what happened, later for what is planned
     * @return the date meant, unknown where the boxes are empty
     */
    public Typed<PartialDate> optional(LocalDate last) {
        if (isEmpty()) return new Typed.Value<>(PartialDate.UNKNOWN);
        var typedDay = figures(day);
        var typedMonth = figures(month);
        var typedYear = figures(year);
        if (typedYear.isEmpty()) return Typed.problem("input.date.no-year");
        if (typedMonth.isEmpty() && !typedDay.isEmpty()) return Typed.problem("input.date.no-month");
        if (!(typedDay + typedMonth + typedYear).matches("\\d+")) return Typed.problem("input.date.not-figures");
        if (typedYear.length() != 4 || Integer.parseInt(typedYear) < FIRST_YEAR)
            return Typed.problem("input.date.year", String.valueOf(FIRST_YEAR), String.valueOf(last.getYear()));
        return PartialDate.parse(typedYear + part(typedMonth) + part(typedDay))
                .map(date -> notAfter(date, last))
                .orElseGet(() -> Typed.problem("input.date.impossible"));
    }

    private Typed<PartialDate> notAfter(PartialDate date, LocalDate last) {
        if (date.earliest().orElse(last).isAfter(last)) return Typed.problem("input.date.future");
        return new Typed.Value<>(isAbout() ? date.about() : date);
    }

    public boolean isEmpty() {
        return (figures(day) + figures(month) + figures(year)).isEmpty();
    }

    private static String part(String figures) {
        return figures.isEmpty() ? "" : "-" + "0".repeat(Math.max(0, 2 - figures.length())) + figures;
    }

    private static String figures(@Nullable String typed) {
        return Digits.ascii(Objects.requireNonNullElse(typed, "")).strip();
    }
}
