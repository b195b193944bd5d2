package org.romdoul.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import org.romdoul.input.PartialDate;
import org.romdoul.site.Language;

/**
 * Dates in the words and figures of a language: 15 June 2026, ១៥ មិថុនា ២០២៦, 15 tháng 6, 2026.
 *
 * @param language whose
 * @param zone the jurisdiction's, in which a moment becomes a day and an hour
 */
record Dates(Language language, ZoneId zone) {

    String day(LocalDate day) {
        return written(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), day);
    }

    String moment(Instant moment) {
        var there = moment.atZone(zone);
        return day(there.toLocalDate()) + ", " + written(DateTimeFormatter.ofPattern("HH:mm"), there);
    }

    String partial(PartialDate date) {
        var earliest = date.earliest().orElseThrow();
        return switch (date.precision()) {
            case UNKNOWN -> throw new IllegalArgumentException("an unknown date has no figures");
            case YEAR -> written(DateTimeFormatter.ofPattern("uuuu"), earliest);
            case MONTH -> written(DateTimeFormatter.ofLocalizedPattern("yMMMM"), earliest);
            case DAY -> day(earliest);
            case MINUTE -> moment(Instant.parse(date.edtf().substring(0, 16) + ":00Z"));
        };
    }

    private String written(DateTimeFormatter form, TemporalAccessor time) {
        return form.localizedBy(language.locale()).format(time);
    }
}
