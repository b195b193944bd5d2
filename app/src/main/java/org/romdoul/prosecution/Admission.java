package org.romdoul.prosecution;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * Whether a fact may be recorded after what is recorded already.
 *
 * @param history of the accused it is about
 * @param today what lies after it has not happened; only a hearing may lie ahead
 * @param labels of the other accused of the case
 * @param presumedVictims the people of the case who are
 */
record Admission(History history, LocalDate today, Set<String> labels, Set<UUID> presumedVictims) {

    private static final Pattern STATUTE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._/():-]{0,63}");
    private static final Pattern BASIS = Pattern.compile("[A-Z]{2}[A-Za-z0-9 ._/-]{0,60}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COURT = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");
    private static final Pattern LABEL = Pattern.compile("[A-Z]{1,2}[0-9]{1,4}");
    private static final int MOST_COUNTS = 9999;

    Answer of(CourtFact fact) {
        if (!(fact instanceof Hearing) && isAhead(fact.happened())) return Answer.no("happened", "ahead");
        if (!(fact instanceof Defendant) && history.accused().isEmpty()) return Answer.no("", "no-accused");
        var correction = correction(fact);
        return correction instanceof Answer.Refused ? correction : byKind(fact);
    }

    private Answer byKind(CourtFact fact) {
        return switch (fact) {
            case Defendant defendant -> defendant(defendant);
            case Arrest arrest -> Answer.yes();
            case Detention detention -> form(BASIS, detention.basis(), "basis");
            case DetentionExtension extension -> extension(extension);
            case DetentionEnd end -> end(end);
            case Bail bail -> money("amount", bail.amount(), bail.currency());
            case Charge charge -> charge(charge);
            case Plea plea -> plea(plea);
            case Hearing hearing -> form(COURT, hearing.court(), "court");
            case HearingOutcome outcome -> heard(outcome);
            case Judgment judgment -> judgment(judgment);
            case Verdict verdict -> verdict(verdict);
            case Sentence sentence -> sentence(sentence);
            case Appeal appeal -> appeal(appeal);
            case AppealOutcome outcome -> decided(outcome);
            case Withdrawal withdrawal -> withdrawal(withdrawal);
            case Termination termination -> termination(termination);
        };
    }

    // A correction mends what was written, of the same kind and the same name; it never moves a decision to another
    // place.
    private Answer correction(CourtFact fact) {
        if (fact.supersedes() == null)
            return fact.name().equals(fact.id()) ? Answer.yes() : Answer.no("", "not-its-own-name");
        var earlier = history.fact(fact.supersedes());
        if (earlier.isEmpty() || earlier.get().getClass() != fact.getClass()) return Answer.no("", "corrects-nothing");
        if (!history.live().contains(earlier.get())) return Answer.no("", "corrected-already");
        if (!isNamed(fact, earlier.get()) || !hangsOn(fact, earlier.get())) return Answer.no("", "another-place");
        return Answer.yes();
    }

    private static boolean isNamed(CourtFact fact, CourtFact earlier) {
        var itself = earlier.name().equals(earlier.id()) && fact.name().equals(fact.id());
        return fact.name().equals(earlier.name()) || itself && !isNamedByOthers(fact);
    }

    private static boolean isNamedByOthers(CourtFact fact) {
        return switch (fact) {
            case Defendant d -> true;
            case Detention d -> true;
            case Charge c -> true;
            case Hearing h -> true;
            case Appeal a -> true;
            case Decision d -> true;
            default -> false;
        };
    }

    private static boolean hangsOn(CourtFact fact, CourtFact earlier) {
        return switch (fact) {
            case Judgment now
            when earlier instanceof Judgment before -> java.util.Objects.equals(now.follows(), before.follows());
            case Appeal now
            when earlier instanceof Appeal before -> now.against().equals(before.against());
            case AppealOutcome now
            when earlier instanceof AppealOutcome before -> now.appeal().equals(before.appeal());
            default -> true;
        };
    }

    private Answer defendant(Defendant defendant) {
        if (!LABEL.matcher(defendant.label()).matches()) return Answer.no("label", "label");
        if (labels.contains(defendant.label())) return Answer.no("label", "label-taken");
        return isNew(defendant) && history.accused().isPresent() ? Answer.no("", "accused-already") : Answer.yes();
    }

    private Answer extension(DetentionExtension extension) {
        var detention = history.named(Detention.class, extension.detention());
        if (detention.isEmpty()) return Answer.no("detention", "no-detention");
        if (isOver(extension.detention(), extension)) return Answer.no("detention", "detention-over");
        if (extension.until().isCertainlyBefore(detention.get().happened()))
            return Answer.no("until", "before-detention");
        if (extension.until().precision().compareTo(PartialDate.Precision.DAY) < 0)
            return Answer.no("until", "until-day");
        return form(BASIS, extension.basis(), "basis");
    }

    private Answer end(DetentionEnd end) {
        var detention = history.named(Detention.class, end.detention());
        if (detention.isEmpty()) return Answer.no("detention", "no-detention");
        if (isOver(end.detention(), end)) return Answer.no("detention", "detention-over");
        return notBefore(end, detention.get(), "before-detention");
    }

    private boolean isOver(UUID detention, CourtFact fact) {
        return others(fact, DetentionEnd.class).anyMatch(end -> end.detention().equals(detention));
    }

    // A presumed victim is protected, not punished: charging one is stopped until somebody says why, and others are
    // told.
    private Answer charge(Charge charge) {
        if (!STATUTE.matcher(charge.statute()).matches()) return Answer.no("statute", "statute");
        if (charge.counts() < 1 || charge.counts() > MOST_COUNTS) return Answer.no("counts", "counts");
        if (charge.override() == null && chargesVictim()) return Answer.no("override", "presumed-victim");
        var decided = Math.max(
                withdrawn(charge.charge(), charge),
                history.all(Verdict.class).stream()
                        .filter(verdict -> verdict.charge().equals(charge.charge()))
                        .mapToInt(Verdict::counts)
                        .max()
                        .orElse(0));
        return charge.counts() < decided ? Answer.no("counts", "fewer-than-decided") : Answer.yes();
    }

    boolean chargesVictim() {
        return history.accused()
                .map(Defendant::person)
                .filter(presumedVictims::contains)
                .isPresent();
    }

    private Answer plea(Plea plea) {
        var charge = history.named(Charge.class, plea.charge());
        if (charge.isEmpty()) return Answer.no("charge", "no-charge");
        return tooMany(plea.counts(), charge.get().counts());
    }

    private Answer heard(HearingOutcome outcome) {
        var hearing = history.named(Hearing.class, outcome.hearing());
        if (hearing.isEmpty()) return Answer.no("hearing", "no-hearing");
        if (others(outcome, HearingOutcome.class).anyMatch(one -> one.hearing().equals(outcome.hearing())))
            return Answer.no("hearing", "heard-already");
        var early = isAhead(hearing.get().happened()) && outcome.result() == HearingOutcome.Result.HELD;
        return early ? Answer.no("result", "not-heard-yet") : Answer.yes();
    }

    private Answer judgment(Judgment judgment) {
        if (judgment.follows() == null) return Answer.yes();
        var sentBack = history.named(AppealOutcome.class, judgment.follows())
                .filter(outcome -> outcome.result() == AppealOutcome.Result.RETRIAL);
        return sentBack.map(outcome -> notBefore(judgment, outcome, "before-retrial"))
                .orElse(Answer.no("follows", "no-retrial"));
    }

    private Answer verdict(Verdict verdict) {
        var judgment = history.named(Judgment.class, verdict.decision());
        var charge = history.named(Charge.class, verdict.charge());
        if (judgment.isEmpty()) return Answer.no("decision", "no-judgment");
        if (charge.isEmpty()) return Answer.no("charge", "no-charge");
        if (judgment.get().happened().isCertainlyBefore(charge.get().happened()))
            return Answer.no("happened", "before-charge");
        if (others(verdict, Verdict.class)
                .anyMatch(one -> one.decision().equals(verdict.decision())
                        && one.charge().equals(verdict.charge()))) return Answer.no("charge", "judged-in-this");
        if (judgment.get().follows() != null && !isSentBack(judgment.get(), verdict.charge()))
            return Answer.no("charge", "not-sent-back");
        var before = judgment.get().follows() == null ? decided(verdict) : 0;
        return verdict.counts() + before > charge.get().counts() ? Answer.no("counts", "too-many") : Answer.yes();
    }

    private boolean isSentBack(Judgment retrial, UUID charge) {
        return java.util.Optional.ofNullable(retrial.follows())
                .flatMap(history::decision)
                .filter(order -> history.covered(order).contains(charge))
                .isPresent();
    }

    /** Counts of a charge that first judgments and withdrawals have dealt with, beside the one asked about. */
    private int decided(Verdict verdict) {
        return withdrawn(verdict.charge(), verdict)
                + others(verdict, Verdict.class)
                        .filter(one -> one.charge().equals(verdict.charge()))
                        .filter(one -> history.named(Judgment.class, one.decision())
                                .filter(judgment -> judgment.follows() == null)
                                .isPresent())
                        .mapToInt(Verdict::counts)
                        .sum();
    }

    private int withdrawn(UUID charge, CourtFact fact) {
        return others(fact, Withdrawal.class)
                .filter(one -> one.charge().equals(charge))
                .mapToInt(one -> Verdict.known(one.counts()))
                .sum();
    }

    private Answer sentence(Sentence sentence) {
        var decision = history.decision(sentence.decision());
        if (decision.isEmpty()) return Answer.no("decision", "no-judgment");
        if (others(sentence, Sentence.class)
                .anyMatch(one -> one.decision().equals(sentence.decision())
                        && java.util.Objects.equals(one.charge(), sentence.charge())))
            return Answer.no("charge", "sentenced-in-this");
        if (sentence.charge() != null && !isGuilty(decision.get(), sentence.charge()))
            return Answer.no("charge", "not-convicted");
        if (Verdict.known(sentence.monthsSuspended()) > Verdict.known(sentence.monthsPrison()))
            return Answer.no("monthsSuspended", "suspended");
        var fine = money("fine", sentence.fine(), sentence.currency());
        return fine instanceof Answer.Refused
                ? fine
                : money("restitution", sentence.restitution(), sentence.currency());
    }

    private boolean isGuilty(Decision decision, UUID charge) {
        return switch (decision) {
            case Judgment judgment ->
                history.verdicts(judgment.decision()).stream()
                        .anyMatch(verdict -> verdict.charge().equals(charge) && verdict.guilty() > 0);
            case AppealOutcome outcome -> history.covered(outcome).contains(charge);
        };
    }

    private Answer appeal(Appeal appeal) {
        var against = history.decision(appeal.against());
        if (against.isEmpty()) return Answer.no("against", "no-judgment");
        if (against.get().level() == Decision.Level.SUPREME) return Answer.no("against", "supreme");
        if (appeal.charge() != null && !history.covered(against.get()).contains(appeal.charge()))
            return Answer.no("charge", "not-judged");
        if (others(appeal, Appeal.class)
                .anyMatch(one -> one.against().equals(appeal.against())
                        && one.party() == appeal.party()
                        && (one.charge() == null || appeal.isOn(one.charge()))))
            return Answer.no("party", "appealed-already");
        return notBefore(appeal, (CourtFact) against.get(), "before-judgment");
    }

    private Answer decided(AppealOutcome outcome) {
        var appeal = history.named(Appeal.class, outcome.appeal());
        if (appeal.isEmpty()) return Answer.no("appeal", "no-appeal");
        if (others(outcome, AppealOutcome.class).anyMatch(one -> one.appeal().equals(outcome.appeal())))
            return Answer.no("appeal", "decided-already");
        return notBefore(outcome, appeal.get(), "before-appeal");
    }

    private Answer withdrawal(Withdrawal withdrawal) {
        var charge = history.named(Charge.class, withdrawal.charge());
        if (charge.isEmpty()) return Answer.no("charge", "no-charge");
        if (withdrawal.happened().isCertainlyBefore(charge.get().happened()))
            return Answer.no("happened", "before-charge");
        return tooMany(withdrawal.counts(), charge.get().counts() - withdrawn(withdrawal.charge(), withdrawal));
    }

    private Answer termination(Termination termination) {
        var first = history.all(Charge.class).stream().map(CourtFact::happened).filter(date -> !date.isUnknown());
        if (first.anyMatch(charged -> termination.happened().isCertainlyBefore(charged)))
            return Answer.no("happened", "before-charge");
        return others(termination, Termination.class).findAny().isPresent()
                ? Answer.no("", "ended-already")
                : Answer.yes();
    }

    private static Answer tooMany(@Nullable Integer counts, int most) {
        if (counts == null) return Answer.yes();
        return counts < 1 || counts > most ? Answer.no("counts", "too-many") : Answer.yes();
    }

    private static Answer money(String field, @Nullable Long amount, @Nullable String currency) {
        if (amount != null && amount < 0) return Answer.no(field, "amount");
        if (currency == null) return amount != null && amount > 0 ? Answer.no("currency", "currency") : Answer.yes();
        return form(CURRENCY, currency, "currency");
    }

    private static Answer form(Pattern form, String typed, String field) {
        return form.matcher(typed).matches() ? Answer.yes() : Answer.no(field, field);
    }

    private static Answer notBefore(CourtFact fact, CourtFact earlier, String reason) {
        return fact.happened().isCertainlyBefore(earlier.happened()) ? Answer.no("happened", reason) : Answer.yes();
    }

    private boolean isAhead(PartialDate date) {
        return date.earliest().filter(first -> first.isAfter(today)).isPresent();
    }

    private boolean isNew(CourtFact fact) {
        return fact.supersedes() == null;
    }

    /** The live facts of a kind, but for the one that is corrected. */
    private <T extends CourtFact> java.util.stream.Stream<T> others(CourtFact fact, Class<T> kind) {
        return history.all(kind).stream().filter(one -> !one.id().equals(fact.supersedes()));
    }
}
