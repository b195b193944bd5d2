package org.romdoul.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Task;
import org.romdoul.cases.Tasks;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PartialDate.Precision;
import org.romdoul.law.Law;
import org.springframework.stereotype.Component;

/** What court facts give people to do: limits of detention, hearings ahead. A docket tells of the past and gives none. */
@Component
class CourtClocks {

    private static final String DETENTION = "detention-ends";
    private static final String HEARING = "hearing";

    private final Tasks tasks;
    private final Law law;

    CourtClocks(Tasks tasks, Law law) {
        this.tasks = tasks;
        this.law = law;
    }

    /** @return what day it is where the courts sit */
    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, law.at(now).zone());
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

    /** @return the limit of law a detention is under; none where the law of this place names none */
    Optional<String> limit(Detention detention) {
        return switch (detention.kind()) {
            case POLICE_CUSTODY -> Optional.of("police-custody");
            case PRE_TRIAL ->
                switch (detention.gravity()) {
                    case MISDEMEANOUR -> Optional.of("pre-trial-misdemeanour");
                    case FELONY -> Optional.of("pre-trial-felony");
                    // Of two limits the shorter is watched until somebody says which holds.
                    case UNKNOWN -> Optional.of("pre-trial-misdemeanour");
                };
        };
    }

    /** @return when a detention must end, as the law and those who let it last longer have it */
    Optional<Instant> due(History history, Detention detention) {
        var extended = history.all(DetentionExtension.class).stream()
                .filter(extension -> extension.detention().equals(detention.detention()))
                .flatMap(extension -> end(extension.until()).stream())
                .max(java.util.Comparator.naturalOrder());
        return extended.isPresent()
                ? extended
                : from(detention.happened())
                        .flatMap(from -> limit(detention)
                                .map(limit -> law.start(limit, from).due()));
    }

    private Optional<Instant> end(PartialDate until) {
        return until.precision() == Precision.MINUTE
                ? from(until)
                : until.latest()
                        .map(day ->
                                day.plusDays(1).atStartOfDay(law.now().zone()).toInstant());
    }

    void recorded(OpenCase file, CourtFact fact, Instant now) {
        if (file.file().origin() == CaseFile.Origin.DOCKET) return;
        switch (fact) {
            case Detention detention -> held(file, detention);
            case DetentionExtension extension -> extended(file, extension);
            case DetentionEnd end -> tasks.doneAbout(file, DETENTION, end.detention());
            case Hearing hearing -> set(file, hearing, now);
            case HearingOutcome outcome -> tasks.doneAbout(file, HEARING, outcome.hearing());
            default -> {}
        }
    }

    private void held(OpenCase file, Detention detention) {
        tasks.doneAbout(file, DETENTION, detention.detention());
        from(detention.happened())
                .flatMap(from -> limit(detention).map(limit -> law.start(limit, from)))
                .ifPresent(clock -> tasks.set(
                        file,
                        Task.under(clock, DETENTION, agency(file))
                                .about(detention.detention())
                                .at("court")));
    }

    private void extended(OpenCase file, DetentionExtension extension) {
        tasks.doneAbout(file, DETENTION, extension.detention());
        end(extension.until())
                .ifPresent(until -> tasks.set(
                        file,
                        Task.by(until, DETENTION, agency(file))
                                .about(extension.detention())
                                .at("court")));
    }

    private void set(OpenCase file, Hearing hearing, Instant now) {
        tasks.doneAbout(file, HEARING, hearing.hearing());
        from(hearing.happened())
                .filter(start -> start.isAfter(now))
                .ifPresent(start -> tasks.set(
                        file,
                        Task.by(start, HEARING, agency(file))
                                .about(hearing.hearing())
                                .at("court")));
    }

    private static UUID agency(OpenCase file) {
        return file.reader().agency();
    }
}
