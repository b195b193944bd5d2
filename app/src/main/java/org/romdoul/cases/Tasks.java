package org.romdoul.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Actor;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets tasks, ends them and hands them on, for the rooms above as for people. Today shows those that wait. */
@Service
@Transactional
public class Tasks {

    /** Whose work is asked for. */
    public enum Whose {
        MINE,
        TEAM,
        NOBODY
    }

    private final TaskRows tasks;
    private final DutyRows duties;
    private final Vault vault;
    private final Facts facts;

    Tasks(TaskRows tasks, DutyRows duties, Vault vault, Facts facts) {
        this.tasks = tasks;
        this.duties = duties;
        this.vault = vault;
        this.facts = facts;
    }

    /** @return the task's fact; nothing where an imported docket would start a clock of the past */
    public Optional<UUID> set(OpenCase file, Task task) {
        return set(file, facts.id(), task);
    }

    /** Sets a task from a form, which carries the id of its fact: sent twice, it is set once. */
    public Optional<UUID> set(OpenCase file, UUID fact, Task task) {
        if (!task.startsIn(file.file())) return Optional.empty();
        var words = task.note();
        var note = words == null ? null : vault.seal(file.id(), file.id(), words);
        tasks.set(facts.now(file.id(), file.reader().account()).as(fact), task, note);
        return Optional.of(fact);
    }

    /** @return whether it still waited; ending a task twice changes nothing */
    public boolean done(OpenCase file, UUID task) {
        return done(file, facts.id(), task);
    }

    boolean done(OpenCase file, UUID fact, UUID task) {
        return tasks.end(facts.now(file.id(), file.reader().account()).as(fact), task, "done", null);
    }

    /** @param reason its message key is {@code task-end.} and this */
    public boolean withdraw(OpenCase file, UUID task, String reason) {
        return withdraw(file, facts.id(), task, reason);
    }

    boolean withdraw(OpenCase file, UUID fact, UUID task, String reason) {
        return tasks.end(facts.now(file.id(), file.reader().account()).as(fact), task, "withdrawn", reason);
    }

    /** Gives a task to another person or agency. Its limit and the law it is under stay. */
    public boolean handOn(OpenCase file, UUID fact, UUID task, UUID agency, @Nullable UUID account) {
        var now = facts.now(file.id(), file.reader().account()).as(fact).correcting(task);
        return tasks.handOn(now, agency, account);
    }

    /** Ends what waits of a kind about somebody or something: the hearing was held, the person released. */
    public void doneAbout(OpenCase file, String kind, @Nullable UUID subject) {
        for (var duty : of(file))
            if (duty.kind().equals(kind) && java.util.Objects.equals(duty.subject(), subject)) done(file, duty.task());
    }

    /** @return what waits in a case, the next due first */
    @Transactional(readOnly = true)
    public List<Duty> of(OpenCase file) {
        return duties.of(file.id());
    }

    /** @return what waits for one person at her agency, as far as the reader may see it */
    @Transactional(readOnly = true)
    public List<Duty> of(Account person) {
        return duties.of(person.id(), person.agency());
    }

    /** @return what waits for a reader, the next due first, never more than a page can show */
    @Transactional(readOnly = true)
    public List<Duty> of(Actor reader, Whose whose, int limit) {
        return duties.of(reader, whose, limit);
    }
}
