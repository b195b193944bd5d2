package org.romdoul.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Task;
import org.romdoul.cases.Tasks;
import org.romdoul.law.Law;
import org.springframework.stereotype.Component;

/** What court facts give people to do: limits of detention, hearings ahead. A docket tells of the past and gives none. */
@Component
class CourtClocks {

    private static final String DETENTION = "detention-ends";
    private static final String HEARING = "hearing";

    private final Tasks tasks;
    private final Custodies custodies;
    private final Law law;

    CourtClocks(Tasks tasks, Custodies custodies, Law law) {
        this.tasks = tasks;
        this.custodies = custodies;
        this.law = law;
    }

    /** @return what day it is where the courts sit */
    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, law.at(now).zone());
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
        custodies
                .from(detention.happened())
                .map(from -> law.start(custodies.limit(detention), from))
                .ifPresent(clock -> tasks.set(
                        file,
                        Task.under(clock, DETENTION, agency(file))
                                .of(whose(file))
                                .about(detention.detention())
                                .at("court")));
    }

    private void extended(OpenCase file, DetentionExtension extension) {
        tasks.doneAbout(file, DETENTION, extension.detention());
        custodies
                .end(extension.until())
                .ifPresent(until -> tasks.set(
                        file,
                        Task.by(until, DETENTION, agency(file))
                                .of(whose(file))
                                .about(extension.detention())
                                .at("court")));
    }

    private void set(OpenCase file, Hearing hearing, Instant now) {
        tasks.doneAbout(file, HEARING, hearing.hearing());
        custodies
                .from(hearing.happened())
                .filter(start -> start.isAfter(now))
                .ifPresent(start -> tasks.set(
                        file,
                        Task.by(start, HEARING, agency(file))
                                .of(whose(file))
                                .about(hearing.hearing())
                                .at("court")));
    }

    // The prosecutor who records it watches it; what a court's clerk records waits for whoever her agency gives it to.
    private static @Nullable UUID whose(OpenCase file) {
        return switch (file.reader().role()) {
            case PROSECUTOR, PROSECUTION_LEAD -> file.reader().account();
            default -> null;
        };
    }

    private static UUID agency(OpenCase file) {
        return file.reader().agency();
    }
}
