package org.romdoul.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.NeedToKnow;
import org.romdoul.input.Codes;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks people set by hand: set, handed on, done, taken back. */
@Service
@Transactional
public class Errands {

    /**
     * A task with its note open, and what became of it.
     *
     * @param by the staff number of who set it
     * @param counted what its limit of law counts from
     * @param note null where there is none, and where it has been erased
     * @param outcome done, withdrawn; null while it waits, and where it was handed on
     * @param reason why it was withdrawn: its message key is {@code task-end.} and this
     * @param next the task that hands it on
     */
    public record Shown(
            Step step,
            String by,
            Instant at,
            @Nullable Instant counted,
            @Nullable String note,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable UUID next) {}

    private final TaskRows rows;
    private final Tasks tasks;
    private final Steps steps;
    private final DeskRows desk;
    private final MembershipRows memberships;
    private final Accounts accounts;
    private final NeedToKnow needToKnow;
    private final Vault vault;

    Errands(
            TaskRows rows,
            Tasks tasks,
            Steps steps,
            DeskRows desk,
            MembershipRows memberships,
            Accounts accounts,
            NeedToKnow needToKnow,
            Vault vault) {
        this.rows = rows;
        this.tasks = tasks;
        this.steps = steps;
        this.desk = desk;
        this.memberships = memberships;
        this.accounts = accounts;
        this.needToKnow = needToKnow;
        this.vault = vault;
    }

    /** @return who can be given something to do: who works on the case, and leads the agency that holds it */
    @Transactional(readOnly = true)
    public List<Account> hands(OpenCase file) {
        var members =
                memberships.now(file.id()).stream().map(Membership::account).toList();
        var keptOut = needToKnow.excluded(file.id());
        return Stream.concat(
                        accounts.byIds(members).values().stream(),
                        accounts.leadsOf(desk.of(file).agency()).stream())
                .filter(person -> !person.suspended() && !keptOut.contains(person.id()))
                .distinct()
                .sorted(Comparator.comparing(Account::number))
                .toList();
    }

    /**
     * Sets somebody something to do.
     *
     * @param number whose it is; nobody's yet where null
     */
    public Answer set(
            OpenCase file, UUID fact, Errand errand, Instant due, @Nullable String number, @Nullable String note) {
        if (desk.of(file).status() == Status.CLOSED) return Answer.refused("task.case-closed");
        var hand = hand(file, number);
        if (number != null && hand.isEmpty()) return Answer.refused("task.not-on-case");
        var agency = hand.map(Account::agency).orElse(file.reader().agency());
        var task = Task.by(due, Codes.of(errand), agency)
                .of(hand.map(Account::id).orElse(null))
                .noting(note);
        tasks.set(file, fact, task);
        return Answer.accepted();
    }

    public Answer handOn(OpenCase file, UUID fact, UUID task, @Nullable String number) {
        var kept = rows.find(file.id(), task);
        if (kept.filter(one -> fact.equals(one.next())).isPresent()) return Answer.accepted();
        var hand = hand(file, number);
        if (number != null && hand.isEmpty()) return Answer.refused("task.not-on-case");
        var agency = hand.map(Account::agency).orElse(file.reader().agency());
        return tasks.handOn(file, fact, task, agency, hand.map(Account::id).orElse(null))
                ? Answer.accepted()
                : Answer.refused("task.moved-on");
    }

    public Answer done(OpenCase file, UUID fact, UUID task) {
        return end(file, task, "done", () -> tasks.done(file, fact, task));
    }

    public Answer withdraw(OpenCase file, UUID fact, UUID task, Errand.Withdrawal reason) {
        return end(file, task, "withdrawn", () -> tasks.withdraw(file, fact, task, Codes.of(reason)));
    }

    private Answer end(OpenCase file, UUID task, String outcome, BooleanSupplier end) {
        var kept = rows.find(file.id(), task);
        if (kept.filter(one -> outcome.equals(one.outcome())).isPresent()) return Answer.accepted();
        if (kept.filter(one -> one.duty().endsByHand()).isEmpty()) return Answer.refused("task.ends-elsewhere");
        return end.getAsBoolean() ? Answer.accepted() : Answer.refused("task.moved-on");
    }

    @Transactional(readOnly = true)
    public Optional<Shown> find(OpenCase file, UUID task) {
        return rows.find(file.id(), task).map(kept -> {
            var note = kept.note();
            return new Shown(
                    steps.of(List.of(kept.duty())).getFirst(),
                    accounts.number(kept.actor()),
                    kept.recordedAt(),
                    kept.counted(),
                    note == null ? null : vault.open(file.content(), note).orElse(null),
                    kept.outcome(),
                    kept.reason(),
                    kept.next());
        });
    }

    private Optional<Account> hand(OpenCase file, @Nullable String number) {
        return hands(file).stream()
                .filter(person -> person.number().equals(number))
                .findFirst();
    }
}
