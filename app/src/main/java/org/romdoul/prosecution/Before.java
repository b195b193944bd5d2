package org.romdoul.prosecution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Chart;
import org.romdoul.input.Option;

/**
 * An accused as a page shows her: before which charge, what stands, everything that happened.
 *
 * @param strip her detention against the limits of law; none where she is not held
 */
public record Before(
        Defendant accused,
        History history,
        Standing standing,
        @Nullable Chart strip) {

    static Before of(History history, Optional<Chart> strip) {
        return new Before(history.accused().orElseThrow(), history, Standing.of(history), strip.orElse(null));
    }

    public List<CourtFact> live() {
        return history.live();
    }

    /** @return the statute of a charge, for a line about it */
    public String statute(UUID charge) {
        return history.named(Charge.class, charge).map(Charge::statute).orElse("");
    }

    /** @return the message key of what stands for the accused as a whole */
    public String stands() {
        return words(standing.outcome());
    }

    public Outcome.@Nullable Finality finality() {
        return standing.outcome() instanceof Outcome.Judged judged ? judged.finality() : null;
    }

    /** @return the message key of an outcome */
    public static String words(Outcome outcome) {
        return "court.outcome-is." + outcome.code().replace('_', '-');
    }

    /** @return the message key of what kind of fact it is, as on the timeline */
    public static String noun(CourtFact fact) {
        var words = fact.getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1");
        return "timeline.prosecution." + words.toLowerCase(Locale.ROOT);
    }

    /** @return the message key of the one word more that tells such facts apart; none where the kind says it all */
    public static @Nullable String detail(CourtFact fact) {
        return switch (fact) {
            case Judgment judgment -> Option.keyOf("court.level", judgment.level());
            case AppealOutcome decided -> Option.keyOf("court.outcome", decided.result());
            case Hearing hearing -> Option.keyOf("court.heard", hearing.kind());
            case Plea plea -> Option.keyOf("court.answer", plea.answer());
            default -> null;
        };
    }

    /** @return the steps that can be recorded of an accused, in the order of a prosecution */
    public static List<String> steps() {
        return Stream.of(CourtForm.Step.values())
                .filter(step -> step != CourtForm.Step.ACCUSED)
                .map(CourtForm.Step::path)
                .toList();
    }
}
