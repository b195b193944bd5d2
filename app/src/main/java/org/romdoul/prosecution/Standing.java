package org.romdoul.prosecution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.prosecution.Outcome.Finality;

/**
 * What stands now for an accused, and why: a pure reading of the facts.
 *
 * @param charges one for each charge on record; and one without a charge where a sentence shows a conviction that no
 *     charge on record explains
 * @param sentences of convictions that stand
 * @param why the facts it follows from, each judgment followed by what came of it
 */
public record Standing(Outcome outcome, List<OfCharge> charges, List<Sentence> sentences, List<CourtFact> why) {

    /** What stands on one charge. */
    public record OfCharge(@Nullable Charge charge, Outcome outcome, List<CourtFact> why) {}

    private record Portion(@Nullable UUID charge, Outcome outcome, List<CourtFact> why) {}

    public static Standing of(History history) {
        var courses = courses(history);
        var ended = history.all(Termination.class).stream().anyMatch(t -> t.ended() == Termination.Ended.ENDED);
        var portions = new ArrayList<Portion>();
        courses.forEach((course) -> portions.add(new Portion(
                course.charge(), course.course().outcome(ended), course.course().chain())));
        for (var charge : history.all(Charge.class)) portions.addAll(undecided(history, charge));
        return new Standing(
                portions.isEmpty() ? uncharged(history) : spoken(portions),
                ofCharges(history, portions),
                inForce(courses),
                why(portions, history));
    }

    private record OnCharge(@Nullable UUID charge, Course course) {}

    private static List<OnCharge> courses(History history) {
        var courses = new ArrayList<OnCharge>();
        for (var judgment : history.all(Judgment.class)) {
            if (judgment.follows() != null) continue;
            var verdicts = history.verdicts(judgment.decision());
            for (var verdict : verdicts)
                Course.of(history, judgment, verdict)
                        .ifPresent(course -> courses.add(new OnCharge(verdict.charge(), course)));
            if (sentencedOtherwise(history, judgment, verdicts))
                courses.add(new OnCharge(null, Course.unlisted(history, judgment)));
        }
        return courses;
    }

    private static boolean sentencedOtherwise(History history, Judgment judgment, List<Verdict> verdicts) {
        return verdicts.stream().noneMatch(verdict -> verdict.guilty() > 0)
                && history.sentences(judgment.decision()).stream()
                        .anyMatch(sentence -> sentence.charge() == null && sentence.punishes());
    }

    /** What was withdrawn of a charge, and what nothing has been decided on. */
    private static List<Portion> undecided(History history, Charge charge) {
        var portions = new ArrayList<Portion>();
        for (var withdrawal : history.all(Withdrawal.class)) {
            if (!withdrawal.charge().equals(charge.charge())) continue;
            portions.add(new Portion(charge.charge(), new Outcome.Withdrawn(), List.of(charge, withdrawal)));
        }
        if (history.left(charge) > 0) portions.add(new Portion(charge.charge(), unresolved(history), List.of(charge)));
        return portions;
    }

    private static Outcome unresolved(History history) {
        return history.all(Termination.class).isEmpty() ? new Outcome.Open(false) : new Outcome.Unknown();
    }

    private static Outcome uncharged(History history) {
        return history.all(Termination.class).isEmpty() ? new Outcome.NotCharged() : new Outcome.Unknown();
    }

    private static List<OfCharge> ofCharges(History history, List<Portion> portions) {
        var charges = new ArrayList<OfCharge>();
        for (var charge : history.all(Charge.class))
            of(charge, portions.stream().filter(p -> charge.charge().equals(p.charge())))
                    .ifPresent(charges::add);
        of(null, portions.stream().filter(p -> p.charge() == null)).ifPresent(charges::add);
        return List.copyOf(charges);
    }

    private static Optional<OfCharge> of(@Nullable Charge charge, Stream<Portion> of) {
        var portions = of.toList();
        if (portions.isEmpty())
            return charge == null
                    ? Optional.empty()
                    : Optional.of(new OfCharge(charge, new Outcome.Unknown(), List.of(charge)));
        var why = new LinkedHashSet<CourtFact>();
        if (charge != null) why.add(charge);
        portions.forEach(portion -> why.addAll(portion.why()));
        return Optional.of(new OfCharge(charge, spoken(portions), List.copyOf(why)));
    }

    /** The outcome that speaks for several, as firm as the least firm of its kind. */
    private static Outcome spoken(List<Portion> portions) {
        var weight = portions.stream().mapToInt(p -> p.outcome().weight()).min().orElseThrow();
        var speaking = portions.stream()
                .map(Portion::outcome)
                .filter(outcome -> outcome.weight() == weight)
                .toList();
        var finality = speaking.stream()
                .filter(Outcome.Judged.class::isInstance)
                .map(outcome -> ((Outcome.Judged) outcome).finality())
                .min(Comparator.naturalOrder())
                .orElse(Finality.NO_APPEAL_ON_RECORD);
        return switch (speaking.getFirst()) {
            case Outcome.Convicted c ->
                new Outcome.Convicted(
                        finality,
                        speaking.stream().anyMatch(o -> o instanceof Outcome.Convicted one && one.inAbsentia()));
            case Outcome.Overturned o -> new Outcome.Overturned(finality);
            case Outcome.Acquitted a -> new Outcome.Acquitted(finality);
            case Outcome.Dismissed d -> new Outcome.Dismissed(finality);
            case Outcome.Open open ->
                new Outcome.Open(speaking.stream().anyMatch(o -> o instanceof Outcome.Open one && one.again()));
            case Outcome.Unknown u -> u;
            case Outcome.Withdrawn w -> w;
            case Outcome.NotCharged n -> n;
        };
    }

    private static List<Sentence> inForce(List<OnCharge> courses) {
        var sentences = new LinkedHashSet<Sentence>();
        for (var one : courses)
            if (one.course().convicts()) sentences.addAll(one.course().sentences());
        return List.copyOf(sentences);
    }

    private static List<CourtFact> why(List<Portion> portions, History history) {
        var why = new LinkedHashSet<CourtFact>();
        portions.forEach(portion -> why.addAll(portion.why()));
        why.addAll(history.all(Termination.class));
        return List.copyOf(why);
    }
}
