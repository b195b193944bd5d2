package org.romdoul.studies;

import java.time.LocalDate;
import org.romdoul.input.Digits;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PartialDate.Precision;
import org.romdoul.input.Typed;

/**
 * When a venue was visited and by whom, as the paper says.
 *
 * @param collector her number
 */
public record Visited(LocalDate day, String collector) {

    private static final String NUMBER = "[A-Z0-9-]{1,12}";

    PartialDate happened() {
        return PartialDate.of(day);
    }

    /** @return the number typed, in capitals and plain figures; a name is none */
    static Typed<String> collector(String typed) {
        var number = Digits.ascii(typed).strip().toUpperCase(java.util.Locale.ROOT);
        if (number.isEmpty()) return Typed.problem("input.missing");
        return number.matches(NUMBER) ? new Typed.Value<>(number) : Typed.problem("studies.visited.number");
    }

    /** @return the day, where a date is one */
    static Typed<LocalDate> day(PartialDate typed) {
        return typed.precision() == Precision.DAY && !typed.isAbout()
                ? new Typed.Value<>(typed.earliest().orElseThrow())
                : Typed.problem("studies.visited.day");
    }
}
