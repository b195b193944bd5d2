package org.romdoul.prosecution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.prosecution.Outcome.Finality;

/**
 * The way of one verdict through the courts: from the judgment through appeals, what they decided and retrials, to what is
 * left of it. The database walks the same way by itself ({@code prosecution.step}).
 */
final class Course {

    private enum Finding {
        CONVICTED,
        OPEN,
        UNKNOWN,
        OVERTURNED,
        ACQUITTED,
        DISMISSED,
        WITHDRAWN
    }

    /** What can come after a decision: an appeal with what it decided, or a retrial. */
    private record Next(
            CourtFact when,
            @Nullable Appeal appeal,
            @Nullable Judgment retrial) {}

    private final History history;
    private final @Nullable UUID charge;
    private final List<CourtFact> chain = new ArrayList<>();
    private final List<UUID> decisions = new ArrayList<>();
    private Finding stands;
    private boolean pending;
    private boolean supreme;
    private boolean absent;

    private Course(History history, @Nullable UUID charge, Finding first) {
        this.history = history;
        this.charge = charge;
        this.stands = first;
    }

    /** @return the course of what a judgment said on a charge; nothing where the verdict says nothing */
    static Optional<Course> of(History history, Judgment judgment, Verdict verdict) {
        return finding(verdict).map(first -> {
            var course = new Course(history, verdict.charge(), first);
            course.chain.add(judgment);
            course.chain.add(verdict);
            course.walk(judgment);
            return course;
        });
    }

    /** Sentenced, though on none of the charges on record: convicted of one that is not. */
    static Course unlisted(History history, Judgment judgment) {
        var course = new Course(history, null, Finding.CONVICTED);
        course.chain.add(judgment);
        course.walk(judgment);
        return course;
    }

    private static Optional<Finding> finding(Verdict verdict) {
        if (verdict.guilty() > 0) return Optional.of(Finding.CONVICTED);
        if (Verdict.known(verdict.notGuilty()) > 0) return Optional.of(Finding.ACQUITTED);
        if (Verdict.known(verdict.dismissed()) > 0) return Optional.of(Finding.DISMISSED);
        if (Verdict.known(verdict.notProsecuted()) > 0) return Optional.of(Finding.WITHDRAWN);
        return verdict.isVague() ? Optional.of(Finding.UNKNOWN) : Optional.empty();
    }

    private void walk(Judgment judgment) {
        absent = judgment.inAbsentia();
        follow(judgment);
    }

    private void follow(Decision decision) {
        decisions.add(decision.decision());
        supreme = !sendsBack(decision) && (supreme || decision.level() == Decision.Level.SUPREME);
        for (var next : after(decision.decision())) {
            if (next.appeal() != null) appealed(next.appeal());
            if (next.retrial() != null) retried(next.retrial());
        }
    }

    // Sent back, all begins again below: what the highest court decided before has ended nothing.
    private static boolean sendsBack(Decision decision) {
        return decision instanceof AppealOutcome outcome && outcome.result() == AppealOutcome.Result.RETRIAL;
    }

    private List<Next> after(UUID decision) {
        var next = new ArrayList<Next>();
        for (var appeal : history.all(Appeal.class)) {
            if (!appeal.against().equals(decision) || !appeal.isOn(charge)) continue;
            var outcome = history.outcome(appeal);
            next.add(new Next(outcome.isPresent() ? outcome.get() : appeal, appeal, null));
        }
        for (var judgment : history.all(Judgment.class))
            if (decision.equals(judgment.follows())) next.add(new Next(judgment, null, judgment));
        next.sort(Comparator.comparing(Next::when, History.ORDER));
        return next;
    }

    private void appealed(Appeal appeal) {
        chain.add(appeal);
        var outcome = history.outcome(appeal);
        if (outcome.isEmpty()) {
            pending = true;
            return;
        }
        chain.add(outcome.get());
        switch (outcome.get().result()) {
            case UPHELD, VARIED, WITHDRAWN -> {}
            case RETRIAL -> stands = Finding.OPEN;
            case OVERTURNED -> overturn(appeal.party());
        }
        follow(outcome.get());
    }

    // What is asked for in the name of the accused cannot make it worse for the accused.
    private void overturn(Appeal.Party party) {
        stands = switch (stands) {
            case CONVICTED -> party == Appeal.Party.ACCUSED ? Finding.OVERTURNED : stands;
            case ACQUITTED, DISMISSED, WITHDRAWN, OVERTURNED ->
                party == Appeal.Party.ACCUSED ? stands : Finding.CONVICTED;
            case OPEN, UNKNOWN -> stands;
        };
    }

    private void retried(Judgment judgment) {
        for (var verdict : history.verdicts(judgment.decision())) {
            if (!verdict.charge().equals(charge)) continue;
            chain.add(judgment);
            chain.add(verdict);
            finding(verdict).ifPresent(found -> stands = found);
            walk(judgment);
        }
    }

    List<CourtFact> chain() {
        return chain;
    }

    boolean convicts() {
        return stands == Finding.CONVICTED;
    }

    Outcome outcome(boolean ended) {
        var finality =
                pending ? Finality.UNDER_APPEAL : supreme || ended ? Finality.FINAL : Finality.NO_APPEAL_ON_RECORD;
        return switch (stands) {
            case CONVICTED -> new Outcome.Convicted(finality, absent);
            case OPEN -> new Outcome.Open(true);
            case UNKNOWN -> new Outcome.Unknown();
            case OVERTURNED -> new Outcome.Overturned(finality);
            case ACQUITTED -> new Outcome.Acquitted(finality);
            case DISMISSED -> new Outcome.Dismissed(finality);
            case WITHDRAWN -> new Outcome.Withdrawn();
        };
    }

    /** @return the sentences of the last decision on this way that gave one */
    List<Sentence> sentences() {
        for (var decision : decisions.reversed()) {
            var sentences = history.sentences(decision);
            if (sentences.stream()
                    .anyMatch(one -> one.charge() == null || one.charge().equals(charge))) return sentences;
        }
        return List.of();
    }
}
