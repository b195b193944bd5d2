package org.romdoul.court;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.romdoul.input.Digits;
import org.romdoul.input.PartialDate;

/** Days and times of day where the courts sit. */
final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final String FORM = "([01]?\\d|2[0-3])[:.h]?[0-5]\\d";

    private Moments() {}

    static String time(PartialDate minute, ZoneId zone) {
        return TIME.format(at(minute, zone));
    }

    static PartialDate day(PartialDate minute, ZoneId zone) {
        var day = PartialDate.of(at(minute, zone).toLocalDate());
        return minute.isAbout() ? day.about() : day;
    }

    /** @return a day with the time typed beside it; nothing where it is no time, or no day */
    static Optional<PartialDate> at(PartialDate day, String typed, ZoneId zone) {
        var written = Digits.ascii(typed).strip();
        if (!written.matches(FORM) || day.precision() != PartialDate.Precision.DAY) return Optional.empty();
        var digits = written.replaceAll("\\D", "");
        var minutes = digits.length() - 2;
        var time = LocalTime.of(
                Integer.parseInt(digits.substring(0, minutes)), Integer.parseInt(digits.substring(minutes)));
        var minute = PartialDate.at(
                day.earliest().orElseThrow().atTime(time).atZone(zone).toInstant());
        return Optional.of(day.isAbout() ? minute.about() : minute);
    }

    private static ZonedDateTime at(PartialDate minute, ZoneId zone) {
        return Instant.parse(minute.edtf().replace("~", "").replace("Z", ":00Z"))
                .atZone(zone);
    }
}
