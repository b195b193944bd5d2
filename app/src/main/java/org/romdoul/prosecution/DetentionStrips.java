package org.romdoul.prosecution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.romdoul.chart.Chart;
import org.romdoul.chart.DetentionStrip;
import org.romdoul.chart.DetentionStrip.Held;
import org.romdoul.chart.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How long an accused has been held, against the limit of law that holds for it. */
@Component
class DetentionStrips {

    private static final double DAY = Duration.ofDays(1).toMinutes();

    private final CourtClocks clocks;
    private final MessageSource messages;
    private final Clock clock;

    DetentionStrips(CourtClocks clocks, MessageSource messages, Clock clock) {
        this.clocks = clocks;
        this.messages = messages;
        this.clock = clock;
    }

    /** @return nothing where she was never held, or not even the day is known */
    Optional<Chart> of(History history, Locale locale) {
        var label = history.accused().map(Defendant::label).orElse("");
        var held = new ArrayList<Held>();
        for (var detention : history.all(Detention.class))
            held(history, detention, label + "-" + (held.size() + 1)).ifPresent(held::add);
        if (held.isEmpty()) return Optional.empty();
        var words = new Words(messages, locale);
        var past = held.stream().filter(Held::isPast).count();
        return Optional.of(DetentionStrip.of(
                words.text(past > 0 ? "court.strip.past" : "court.strip.within", label), held, words));
    }

    /** @return each detention that lasts, against its limit */
    List<Held> now(History history, String label) {
        return history.all(Detention.class).stream()
                .filter(detention -> end(history, detention).isEmpty())
                .flatMap(detention -> held(history, detention, label).stream())
                .toList();
    }

    private Optional<Held> held(History history, Detention detention, String label) {
        return clocks.from(detention.happened())
                .flatMap(from -> clocks.due(history, detention)
                        .filter(due -> due.isAfter(from))
                        .map(due -> new Held(
                                label,
                                Math.max(0, days(from, end(history, detention).orElse(clock.instant()))),
                                days(from, due))));
    }

    private Optional<Instant> end(History history, Detention detention) {
        return history.all(DetentionEnd.class).stream()
                .filter(end -> end.detention().equals(detention.detention()))
                .findFirst()
                .map(end -> clocks.from(end.happened()).orElse(clock.instant()));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / DAY;
    }
}
