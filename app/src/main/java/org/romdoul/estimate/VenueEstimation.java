package org.romdoul.estimate;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Interval;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.survey.AgeJudgement;
import org.romdoul.estimators.survey.LonelyVenue;
import org.romdoul.estimators.survey.Presentation;
import org.romdoul.estimators.survey.Prevalence;
import org.romdoul.estimators.survey.Stratum;
import org.romdoul.estimators.survey.VenueSurvey;
import org.romdoul.estimators.survey.Visit;

/**
 * A venue survey: the share of persons as described among those seen, for the whole frame.
 *
 * @param level of the intervals
 * @param counted the column that counts persons as described
 * @param whole over all strata
 * @param strata by stratum, where one can be had
 * @param notShown strata, or types, for which no share can be had
 * @param types by what the venues turned out to be; empty if none was revised
 * @param typesWithheld because so few venues changed that one could be recognised
 * @param standardError of the whole, linearised
 * @param designEffect what visiting venues instead of persons has cost; empty if nobody or everybody was found
 * @param presentation whether the figure may be shown, and why not
 * @param completion how the field work went
 * @param corrected the whole without the mistakes of judging ages; null if judgement was not measured
 */
public record VenueEstimation(
        Source source,
        double level,
        String counted,
        Share whole,
        List<Share> strata,
        List<String> notShown,
        List<Share> types,
        boolean typesWithheld,
        double standardError,
        OptionalDouble designEffect,
        Presentation presentation,
        List<VenueSurvey.Completion> completion,
        @Nullable Corrected corrected)
        implements Estimation {

    /**
     * The share without the mistakes of judging ages, as if how often they are made were known exactly.
     *
     * @param sensitivity share of those as described who are judged so
     * @param specificity share of the others who are judged to be others
     * @param explainedByError whether such mistakes alone explain all that was found
     */
    public record Corrected(
            double sensitivity, double specificity, double value, double low, double high, boolean explainedByError) {

        static Corrected of(AgeJudgement judgement, Share seen, double standardError, double level) {
            var value = judgement.correct(new Estimate(seen.value(), standardError));
            var between = judgement.correct(new Interval(seen.low(), seen.high(), level));
            return new Corrected(
                    judgement.sensitivity().value(),
                    judgement.specificity().value(),
                    value.value(),
                    between.lower(),
                    between.upper(),
                    value.explainedByError());
        }
    }

    private static final int FEW = 3;

    /** What a file of visits looks like; the first names of the columns are those of the example. */
    public static final String COLUMNS =
            "stratum, venue, N_venues, observed, and a column that counts persons as described";

    /**
     * Estimates from a file with a row a visit: {@value #COLUMNS}; and, where there are any, {@code outcome} (observed, replaced,
     * not_completed, out_of_scope), {@code slot_chance} and {@code found_type}.
     *
     * @param counted the column of persons as described
     * @param level of the intervals, such as 0.95
     */
    public static Answer of(byte[] file, String counted, double level, LonelyVenue lonely) {
        return of(file, counted, level, lonely, Optional.empty());
    }

    /** @param judgement how well ages are judged, if that was measured */
    public static Answer of(
            byte[] file, String counted, double level, LonelyVenue lonely, Optional<AgeJudgement> judgement) {
        return Answer.of(file, sheet -> estimated(sheet, visits(sheet, counted), counted, level, lonely, judgement));
    }

    private static VenueEstimation estimated(
            Sheet sheet,
            List<Visit> visits,
            String counted,
            double level,
            LonelyVenue lonely,
            Optional<AgeJudgement> judgement) {
        var survey = VenueSurvey.of(frame(sheet), visits, lonely);
        var whole = survey.prevalence();
        var without = new ArrayList<String>();
        var strata = shares(
                survey.completion().stream()
                        .map(VenueSurvey.Completion::stratum)
                        .toList(),
                name -> survey.prevalenceAmong(visit -> visit.stratum().equals(name)),
                level,
                without);
        var revised = survey.isRevised();
        var types = shares(
                revised && isACrowd(visits) ? survey.foundTypes() : List.of(),
                name -> survey.prevalenceAmong(visit -> visit.foundType().equals(name)),
                level,
                without);
        var share = Share.of("", whole, level);
        return new VenueEstimation(
                sheet.source(),
                level,
                counted,
                share,
                strata,
                List.copyOf(without),
                types,
                revised && types.isEmpty(),
                whole.standardError(),
                whole.designEffect(),
                Presentation.of(whole),
                survey.completion(),
                judgement
                        .map(known -> Corrected.of(known, share, whole.standardError(), level))
                        .orElse(null));
    }

    /**
     * Whether nobody is told of a place that she may know: shares as listed and as found differ by the venues that changed, so that of
     * each change, and of each type, there must be a few.
     */
    private static boolean isACrowd(List<Visit> visits) {
        var seen = visits.stream().filter(Visit::wasSeen).toList();
        var ofAType = seen.stream().collect(groupingBy(Visit::foundType, venues()));
        var changed = seen.stream()
                .filter(visit -> !visit.foundType().equals(visit.stratum()))
                .collect(groupingBy(visit -> List.of(visit.stratum(), visit.foundType()), venues()));
        return Stream.concat(ofAType.values().stream(), changed.values().stream())
                .allMatch(many -> many >= FEW);
    }

    private static Collector<Visit, ?, Integer> venues() {
        return collectingAndThen(mapping(Visit::venue, toSet()), Set::size);
    }

    /** @param without receives the parts for which there is no share */
    private static List<Share> shares(
            Collection<String> parts, Function<String, Prevalence> prevalence, double level, List<String> without) {
        var shares = new ArrayList<Share>();
        for (var part : parts)
            try {
                shares.add(Share.of(part, prevalence.apply(part), level));
            } catch (Refusal nobodySeen) {
                without.add(part);
            }
        return List.copyOf(shares);
    }

    private static List<Stratum> frame(Sheet sheet) {
        var stratum = sheet.column("stratum");
        var venues = sheet.column("N_venues", "venues_in_stratum");
        var frame = new LinkedHashMap<String, Stratum>();
        for (var row : sheet.rows()) {
            var name = row.text(stratum);
            var size = row.count(venues);
            var known = frame.putIfAbsent(name, new Stratum(name, size));
            if (known != null && known.venues() != size)
                throw row.refused(
                        venues,
                        size + " venues, where an earlier row of stratum " + name + " says " + (long) known.venues(),
                        "A stratum has one frame; its weights would hang on the order of the rows.");
        }
        return List.copyOf(frame.values());
    }

    private static List<Visit> visits(Sheet sheet, String counted) {
        var observed = sheet.column("observed");
        var found = sheet.column(counted);
        var slot = sheet.find("slot_chance");
        var type = sheet.find("found_type");
        var visits = new ArrayList<Visit>();
        for (var row : sheet.rows()) {
            var name = row.text("stratum");
            visits.add(new Visit(
                    name,
                    row.text(sheet.column("venue")),
                    outcome(sheet, row),
                    type.map(row::maybe).filter(said -> !said.isEmpty()).orElse(name),
                    slot.map(row::number).orElse(1.0),
                    row.count(observed),
                    row.count(found)));
        }
        return visits;
    }

    private static Visit.Outcome outcome(Sheet sheet, Sheet.Row row) {
        if (!sheet.has("outcome")) return Visit.Outcome.OBSERVED;
        var said = row.text("outcome");
        for (var outcome : Visit.Outcome.values()) if (outcome.name().equalsIgnoreCase(said)) return outcome;
        throw row.refused(
                "outcome",
                "not one of observed, replaced, not_completed, out_of_scope: " + said,
                "Whether a venue was seen decides for how many others it stands.");
    }

    @Override
    public Shown shown(Words words) {
        var rows = new ArrayList<IntervalDots.Row>();
        rows.add(whole.dot(words.text("estimate.whole")));
        strata.forEach(share -> rows.add(share.dot(share.of())));
        types.forEach(share -> rows.add(share.dot(words.text("estimate.venues.found", share.of()))));
        notShown.forEach(name -> rows.add(new IntervalDots.Row(name, null, 0)));
        return new Shown(
                finding(words),
                List.of(IntervalDots.of(finding(words), rows, IntervalDots.Scale.PERCENT, words)),
                method(words),
                limits(words));
    }

    private List<String> method(Words words) {
        var method = new ArrayList<String>();
        method.add(words.text("estimate.venues.method"));
        method.add(words.text("estimate.interval.beta", words.percent(level)));
        // Nobody found is no precision: the error is then not 0, but not known.
        if (designEffect.isPresent()) {
            method.add(words.text("estimate.venues.error", words.percent(standardError)));
            method.add(words.text("estimate.venues.effect", words.number(designEffect.getAsDouble())));
        } else method.add(words.text("estimate.venues.effect.none"));
        if (!types.isEmpty()) method.add(words.text("estimate.venues.types"));
        if (typesWithheld) method.add(words.text("estimate.venues.types.few", FEW));
        if (corrected != null)
            method.add(words.text(
                    corrected.explainedByError() ? "estimate.venues.corrected.none" : "estimate.venues.corrected",
                    words.percent(corrected.sensitivity()),
                    words.percent(corrected.specificity()),
                    words.percent(corrected.value()),
                    words.percent(corrected.low()),
                    words.percent(corrected.high())));
        return method;
    }

    private String finding(Words words) {
        if (whole.found() == 0)
            return words.text("estimate.venues.nobody", described(words), words.percent(whole.high()));
        if (presentation.verdict() == Presentation.Verdict.WITHHOLD) return words.text("estimate.venues.withheld");
        return words.text(
                "estimate.venues.finding",
                described(words),
                words.percent(whole.value()),
                words.percent(whole.low()),
                words.percent(whole.high()));
    }

    /** Whom the study counts, in words; a column that we have none for is named. */
    private String described(Words words) {
        return switch (counted) {
            case "minors" -> words.text("estimate.venues.minors");
            case "young" -> words.text("estimate.venues.young");
            default -> words.text("estimate.venues.column", counted);
        };
    }

    private List<String> limits(Words words) {
        var limits = new ArrayList<String>();
        presentation.reasons().forEach(reason -> limits.add(words.text("estimate.venues.reason." + Keys.of(reason))));
        var missed = completion.stream()
                .mapToInt(VenueSurvey.Completion::notCompleted)
                .sum();
        if (missed > 0) limits.add(words.text("estimate.venues.missed", missed));
        if (corrected != null) limits.add(words.text("estimate.venues.limit.judged"));
        limits.add(words.text("estimate.venues.limit.frame"));
        return limits;
    }
}
