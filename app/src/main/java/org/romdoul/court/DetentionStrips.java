package org.romdoul.court;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.romdoul.chart.Chart;
import org.romdoul.chart.DetentionStrip;
import org.romdoul.chart.DetentionStrip.Held;
import org.romdoul.chart.Words;
import org.romdoul.prosecution.Custody;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How long somebody has been held, against the limit of law that holds for it, as a picture. */
@Component
class DetentionStrips {

    private static final double DAY = Duration.ofDays(1).toMinutes();

    private final MessageSource messages;

    DetentionStrips(MessageSource messages) {
        this.messages = messages;
    }

    /** @return nothing where she was never held, or not even the day is known */
    Optional<Chart> of(List<Custody> custodies, Locale locale) {
        if (custodies.isEmpty()) return Optional.empty();
        var words = new Words(messages, locale);
        var held = custodies.stream().map(custody -> held(custody, words)).toList();
        var finding = custodies.stream().anyMatch(Custody::isPast) ? "court.strip.past" : "court.strip.within";
        return Optional.of(DetentionStrip.of(words.text(finding), held, words));
    }

    private static Held held(Custody custody, Words words) {
        return new Held(
                words.text(Saying.is(custody.detention().kind()).key()),
                Math.max(0, days(custody.from(), custody.until())),
                days(custody.from(), custody.due()));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / DAY;
    }
}
