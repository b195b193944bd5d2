package org.romdoul.prosecution;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PartialDate.Precision;
import org.romdoul.law.Law;
import org.romdoul.law.LegalClock;
import org.romdoul.law.LegalLimit;
import org.springframework.stereotype.Component;

/** Reads detentions against the law in force when they began. */
@Component
public class Custodies {

    private final Law law;
    private final Clock clock;

    Custodies(Law law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** @return each detention whose limit can be told, in the order of time: at least the day it began is known */
    public List<Custody> of(History history) {
        return history.all(Detention.class).stream()
                .flatMap(detention -> of(history, detention).stream())
                .toList();
    }

    private Optional<Custody> of(History history, Detention detention) {
        var end = history.all(DetentionEnd.class).stream()
                .filter(one -> one.detention().equals(detention.detention()))
                .findFirst();
        var now = clock.instant();
        return from(detention.happened())
                .flatMap(from -> due(history, detention)
                        .filter(due -> due.isAfter(from))
                        .map(due -> new Custody(
                                detention,
                                end.orElse(null),
                                from,
                                end.flatMap(one -> from(one.happened())).orElse(now),
                                due,
                                longest(detention, from).orElse(null),
                                limit(detention))));
    }

    /** @return the moment from which a limit counts: as early as it may have been; nothing where not even the day is known */
    Optional<Instant> from(PartialDate happened) {
        if (happened.precision() == Precision.MINUTE)
            return Optional.of(
                    OffsetDateTime.parse(happened.edtf().replace("~", "")).toInstant());
        return happened.precision() == Precision.DAY
                ? happened.earliest()
                        .map(day -> day.atStartOfDay(law.now().zone()).toInstant())
                : Optional.empty();
    }

    /** @return the limit of law a detention is under */
    String limit(Detention detention) {
        return switch (detention.kind()) {
            case POLICE_CUSTODY -> "police-custody";
            case PRE_TRIAL ->
                switch (detention.gravity()) {
                    case FELONY -> "pre-trial-felony";
                    // Of two limits the shorter is watched until somebody says which holds.
                    case MISDEMEANOUR, UNKNOWN -> "pre-trial-misdemeanour";
                };
        };
    }

    private Optional<Instant> longest(Detention detention, Instant from) {
        return Optional.ofNullable(law.at(from).limits().get(limit(detention) + "-extended"))
                .map((LegalLimit limit) -> limit.due(from));
    }

    /** @return the limit of law that runs for a detention, as it was extended; nothing where it has ended or no limit can be told */
    Optional<LegalClock> running(History history, UUID detention) {
        var ended = history.all(DetentionEnd.class).stream()
                .anyMatch(end -> end.detention().equals(detention));
        return ended
                ? Optional.empty()
                : history.named(Detention.class, detention).flatMap(one -> clock(history, one));
    }

    private Optional<LegalClock> clock(History history, Detention detention) {
        var extended = extended(history, detention);
        return extended.isPresent()
                ? extended.map(until -> extended(detention, until))
                : from(detention.happened()).map(from -> law.start(limit(detention), from));
    }

    // Held since nobody knows when, it still ends when whoever extended it said.
    private LegalClock extended(Detention detention, Instant until) {
        var from = from(detention.happened()).orElse(until);
        var pack = law.at(from);
        var limit = limit(detention);
        var longer = limit + "-extended";
        return new LegalClock(pack.limits().containsKey(longer) ? longer : limit, pack.version(), from, until);
    }

    private Optional<Instant> due(History history, Detention detention) {
        return clock(history, detention).map(LegalClock::due);
    }

    private Optional<Instant> extended(History history, Detention detention) {
        return history.all(DetentionExtension.class).stream()
                .filter(extension -> extension.detention().equals(detention.detention()))
                .flatMap(extension -> end(extension.until()).stream())
                .max(Comparator.naturalOrder());
    }

    /** @return the last moment a date allows: a day allows all of itself */
    Optional<Instant> end(PartialDate until) {
        return until.precision() == Precision.MINUTE
                ? from(until)
                : until.latest()
                        .map(day ->
                                day.plusDays(1).atStartOfDay(law.now().zone()).toInstant());
    }
}
