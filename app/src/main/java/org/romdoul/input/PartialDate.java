package org.romdoul.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as people know it: a minute, a day, a month or a year, perhaps "about", or not known at all.
 *
 * <p>Written in the part of EDTF (ISO 8601-2:2019, level 1) that forms can make: {@code 2011}, {@code 2011-04},
 * {@code 2011-04-15}, {@code 2011-04-15T13:45Z}, each with {@code ~} for "about"; {@code XXXX} is unknown.
 *
 * @param edtf the canonical text, as stored in facts
 */
public record PartialDate(String edtf) implements Comparable<PartialDate> {

    public static final PartialDate UNKNOWN = new PartialDate("XXXX");

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:T(\\d\\d):(\\d\\d)Z)?)?)?(~)?");

    /** How much of the date is known. */
    public enum Precision {
        UNKNOWN,
        YEAR,
        MONTH,
        DAY,
        MINUTE
    }

    public PartialDate {
        if (!edtf.equals("XXXX") && !isReal(edtf)) throw new IllegalArgumentException("not a partial date");
    }

    /** @return the date, or nothing where the text is not one (a 31st of April is none) */
    public static Optional<PartialDate> parse(String text) {
        return text.equals("XXXX") || isReal(text) ? Optional.of(new PartialDate(text)) : Optional.empty();
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate("%04d".formatted(year));
    }

    public static PartialDate at(Instant moment) {
        return new PartialDate(LocalDateTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES) + "Z");
    }

    public PartialDate about() {
        return isAbout() || isUnknown() ? this : new PartialDate(edtf + "~");
    }

    public boolean isAbout() {
        return edtf.endsWith("~");
    }

    public boolean isUnknown() {
        return edtf.equals("XXXX");
    }

    public Precision precision() {
        if (isUnknown()) return Precision.UNKNOWN;
        return switch (exact().length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            case 10 -> Precision.DAY;
            default -> Precision.MINUTE;
        };
    }

    /** @return the first day it may have been; nothing where it is unknown */
    public Optional<LocalDate> earliest() {
        var text = exact();
        return switch (precision()) {
            case UNKNOWN -> Optional.empty();
            case YEAR -> Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1));
            case MONTH -> Optional.of(YearMonth.parse(text).atDay(1));
            case DAY, MINUTE -> Optional.of(LocalDate.parse(text.substring(0, 10)));
        };
    }

    /** @return the last day it may have been; nothing where it is unknown */
    public Optional<LocalDate> latest() {
        var text = exact();
        return switch (precision()) {
            case UNKNOWN -> Optional.empty();
            case YEAR -> Optional.of(LocalDate.of(Integer.parseInt(text), 12, 31));
            case MONTH -> Optional.of(YearMonth.parse(text).atEndOfMonth());
            case DAY, MINUTE -> Optional.of(LocalDate.parse(text.substring(0, 10)));
        };
    }

    /** Certainly before: the last day it may have been lies before the first of the other. Unknown is before nothing. */
    public boolean isCertainlyBefore(PartialDate other) {
        return latest().flatMap(mine -> other.earliest().map(mine::isBefore)).orElse(false);
    }

    /** In the order of a timeline: by what is known, the vaguer first, the unknown before all. */
    @Override
    public int compareTo(PartialDate other) {
        return isUnknown() || other.isUnknown()
                ? Boolean.compare(!isUnknown(), !other.isUnknown())
                : exact().compareTo(other.exact());
    }

    @Override
    public String toString() {
        return edtf;
    }

    private String exact() {
        return isAbout() ? edtf.substring(0, edtf.length() - 1) : edtf;
    }

    private static boolean isReal(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) return false;
        try {
            var unused = Objects.requireNonNull(LocalDateTime.of(
                    number(parts.group(1), 1),
                    number(parts.group(2), 1),
                    number(parts.group(3), 1),
                    number(parts.group(4), 0),
                    number(parts.group(5), 0)));
            return true;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private static int number(@Nullable String digits, int absent) {
        return digits == null ? absent : Integer.parseInt(digits);
    }
}
