package org.romdoul.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.input.Phrase;
import org.romdoul.prosecution.Appeal;
import org.romdoul.prosecution.AppealOutcome;
import org.romdoul.prosecution.Arrest;
import org.romdoul.prosecution.Bail;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Detention;
import org.romdoul.prosecution.DetentionEnd;
import org.romdoul.prosecution.DetentionExtension;
import org.romdoul.prosecution.Hearing;
import org.romdoul.prosecution.HearingOutcome;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Judgment;
import org.romdoul.prosecution.Outcome;
import org.romdoul.prosecution.Plea;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Termination;
import org.romdoul.prosecution.Verdict;
import org.romdoul.prosecution.Withdrawal;

/** Court facts in plain words, each in one line; what it refers to is said, never its id. */
record Saying(History history) {

    Phrase of(CourtFact fact) {
        return switch (fact) {
            case Defendant defendant -> said("defendant", is(defendant.role()));
            case Arrest arrest -> said("arrest");
            case Detention held -> said("detention", is(held.kind()), held.basis());
            case DetentionExtension more -> said("detention-extension", more.until(), more.basis());
            case DetentionEnd end -> said("detention-end", is(end.way()));
            case Bail bail -> bail(bail);
            case Charge charge -> said("charge", charge.statute(), charge.counts());
            case Plea plea -> said("plea", statute(plea.charge()), is(plea.answer()));
            case Hearing hearing -> said("hearing", is(hearing.kind()), hearing.court());
            case HearingOutcome heard -> said("hearing-outcome", when(heard.hearing()), is(heard.result()));
            case Judgment judgment -> judgment(judgment);
            case Verdict verdict -> said("verdict", statute(verdict.charge()), finding(verdict));
            case Sentence sentence -> said("sentence", punishment(sentence));
            case Appeal appeal -> said("appeal", is(appeal.party()), when(appeal.against()));
            case AppealOutcome decided -> said("appeal-outcome", is(decided.level()), is(decided.result()));
            case Withdrawal withdrawal -> said("withdrawal", statute(withdrawal.charge()), is(withdrawal.reason()));
            case Termination end -> is(end.ended());
        };
    }

    /** @return the words of a constant: {@code court.is.detention.kind.police-custody} */
    static Phrase is(Enum<?> constant) {
        return Phrase.of(prefix(constant.getDeclaringClass()), constant);
    }

    /** @return what the words of the constants of a kind of answer begin with */
    static String prefix(Class<?> answers) {
        return "court.is." + kebab(answers.getEnclosingClass()) + "." + kebab(answers);
    }

    static String kebab(Class<?> type) {
        return kebab(type.getSimpleName());
    }

    static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** @return what stands: on a charge, or for an accused as a whole */
    static Phrase of(Outcome outcome) {
        var stands = Phrase.of("court.outcome-is." + outcome.code().replace('_', '-'));
        var said = outcome instanceof Outcome.Convicted convicted && convicted.inAbsentia()
                ? Phrase.of("court.outcome-is.convicted-absent")
                : outcome instanceof Outcome.Open open && open.again()
                        ? Phrase.of("court.outcome-is.open-again")
                        : stands;
        return outcome instanceof Outcome.Judged judged
                ? Phrase.of("court.and", said, Phrase.of("court.finality", judged.finality()))
                : said;
    }

    /** @return what a decision sentences to; "not known" is said, for it is not nothing */
    static Phrase punishment(Sentence sentence) {
        var parts = new ArrayList<Phrase>();
        if (sentence.life()) parts.add(said("life"));
        add(parts, "prison", term(sentence.monthsPrison()));
        add(parts, "suspended", term(sentence.monthsSuspended()));
        add(parts, "probation", term(sentence.monthsProbation()));
        add(parts, "fine", money(sentence.fine(), sentence.currency()));
        add(parts, "restitution", money(sentence.restitution(), sentence.currency()));
        return parts.isEmpty() ? said("sentence.unknown") : all(parts);
    }

    private static void add(List<Phrase> parts, String key, @Nullable Phrase amount) {
        if (amount != null) parts.add(said(key, amount));
    }

    private static @Nullable Phrase term(@Nullable Integer months) {
        if (months == null || months == 0) return null;
        return months % 12 == 0 ? said("years", months / 12) : said("months", months);
    }

    private static @Nullable Phrase money(@Nullable Long amount, @Nullable String currency) {
        return amount == null || amount == 0 ? null : said("money", amount, currency == null ? "" : currency);
    }

    private static Phrase bail(Bail bail) {
        var kind = said("bail", is(bail.kind()));
        var amount = money(bail.amount(), bail.currency());
        return amount == null ? kind : and(kind, amount);
    }

    private Phrase judgment(Judgment judgment) {
        var parts = new ArrayList<>(List.of(said("judgment", is(judgment.level()))));
        if (judgment.inAbsentia()) parts.add(said("absent"));
        if (judgment.follows() != null) parts.add(said("again"));
        return all(parts);
    }

    private static Phrase finding(Verdict verdict) {
        var parts = new ArrayList<Phrase>();
        count(parts, "guilty-at-trial", verdict.guiltyAtTrial());
        count(parts, "guilty-by-plea", verdict.guiltyByPlea());
        count(parts, "not-guilty", verdict.notGuilty());
        count(parts, "dismissed", verdict.dismissed());
        count(parts, "not-prosecuted", verdict.notProsecuted());
        return parts.isEmpty() ? said("verdict.unknown") : all(parts);
    }

    private static void count(List<Phrase> parts, String key, @Nullable Integer counts) {
        if (counts != null && counts > 0) parts.add(said(key, counts));
    }

    private String statute(UUID charge) {
        return history.named(Charge.class, charge).map(Charge::statute).orElse("?");
    }

    /** @return when what a fact refers to by its name happened */
    private PartialDate when(UUID name) {
        return history.live().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(CourtFact::happened)
                .orElse(PartialDate.UNKNOWN);
    }

    private static Phrase all(List<Phrase> parts) {
        return parts.stream().reduce(Saying::and).orElseThrow();
    }

    private static Phrase and(Phrase one, Phrase other) {
        return Phrase.of("court.and", one, other);
    }

    private static Phrase said(String key, Object... arguments) {
        return Phrase.of("court.said." + key, arguments);
    }
}
