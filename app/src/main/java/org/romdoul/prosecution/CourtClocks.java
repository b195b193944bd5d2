package org.romdoul.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
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

    /** @param history what is recorded about the accused, this fact and all that came with it too */
    void recorded(OpenCase file, History history, CourtFact fact, Instant now) {
        if (file.file().origin() == CaseFile.Origin.DOCKET) return;
        switch (fact) {
            case Detention detention -> watch(file, history, detention.detention());
            case DetentionExtension extension -> watch(file, history, extension.detention());
            case DetentionEnd end -> watch(file, history, end.detention());
            case Hearing hearing -> set(file, hearing, now);
            case HearingOutcome outcome -> tasks.doneAbout(file, HEARING, outcome.hearing());
            default -> {}
        }
    }

    // Extended or not, it is a limit of law: nobody closes the case over it, and it is critical the moment it has
    // passed.
    private void watch(OpenCase file, History history, UUID detention) {
        var clock = custodies.running(history, detention);
        if (clock.isPresent())
            replace(file, Task.under(clock.get(), DETENTION, agency(file)).about(detention));
        else tasks.doneAbout(file, DETENTION, detention);
    }

    private void set(OpenCase file, Hearing hearing, Instant now) {
        var start = custodies.from(hearing.happened()).filter(one -> one.isAfter(now));
        if (start.isPresent())
            replace(file, Task.by(start.get(), HEARING, agency(file)).about(hearing.hearing()));
        else tasks.doneAbout(file, HEARING, hearing.hearing());
    }

    /** Sets a task in the place of the one that waits about the same: whoever records a new end takes it from nobody. */
    private void replace(OpenCase file, Task task) {
        var before = tasks.of(file).stream()
                .filter(duty -> duty.kind().equals(task.kind()) && Objects.equals(duty.subject(), task.subject()))
                .findFirst();
        tasks.doneAbout(file, task.kind(), task.subject());
        var owed = before.map(duty -> task.to(duty.agency()).of(duty.account())).orElseGet(() -> task.of(whose(file)));
        tasks.set(file, owed.at("court"));
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
