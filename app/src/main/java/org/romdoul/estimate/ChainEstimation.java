package org.romdoul.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.romdoul.chart.Chart;
import org.romdoul.chart.Course;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.rds.Respondent;
import org.romdoul.estimators.rds.RespondentSample;
import org.romdoul.estimators.rds.Weighting;

/**
 * Respondent-driven sampling: the share of a group in a population that is reached through whom people know.
 *
 * @param of the group
 * @param level of the intervals
 * @param people in the sample, seeds among them
 * @param seeds people the study began with
 * @param waves how many the longest chain has
 * @param shares by way of weighting: {@code rds-ii}, {@code ss} (where a population is given) and {@code plain}, for comparison
 * @param byRecruitment the older RDS-I, for comparison; empty where some group recruited nobody
 * @param limitIfNone where nobody met is of the group: the upper limit of its share, by how many times worse than drawing people one by
 *     one the chains may have been; the other figures are then empty
 * @param convergence the RDS-II estimate as the chains grew
 * @param trees where the tree of each seed ended: trees far apart are populations that do not recruit each other
 * @param homophily for each group, how much it recruits its own
 * @param sensitivity Gile's estimate by assumed population
 */
public record ChainEstimation(
        Source source,
        String of,
        double level,
        int people,
        int seeds,
        int waves,
        Map<String, Share> shares,
        OptionalDouble byRecruitment,
        Map<Double, Double> limitIfNone,
        List<RespondentSample.Point> convergence,
        Map<String, RespondentSample.Point> trees,
        Map<String, RespondentSample.Homophily> homophily,
        Map<Long, Double> sensitivity)
        implements Estimation {

    private static final int REPLICATES = 2_000;

    /** Trees told in words, the largest first; all are in the JSON. */
    private static final int MOST_TREES = 10;

    /** More than any study ever met; a larger file is not a sample of people who recruited each other. */
    private static final int MOST_PEOPLE = 50_000;

    /** How many times the sample the population is taken to be, where nobody knows it. */
    private static final long[] TIMES = {2, 5, 10, 50};

    /**
     * Estimates from a file with a row a person: {@code id}, {@code recruiter.id} ("seed" or empty for those the study began with),
     * {@code degree} or {@code network.size}, and the column of the group.
     *
     * @param column of the group
     * @param group whose share is wanted
     * @param population people in it, 0 if nobody knows
     */
    public static Answer of(byte[] file, String column, String group, double population, double level, long seed) {
        return Answer.of(file, sheet -> estimated(sheet, column, group, population, level, seed));
    }

    /** What is reported of chains of recruitment (Goel and Salganik, PNAS 107, 2010, 6743-6747). */
    private static final double[] DESIGN_EFFECTS = {2, 5, 10};

    private static ChainEstimation estimated(
            Sheet sheet, String column, String group, double population, double level, long seed) {
        if (sheet.rows().size() > MOST_PEOPLE)
            throw Refusal.of(
                    "file",
                    "more than " + MOST_PEOPLE + " people",
                    "A sample in which people recruit each other is drawn again 2,000 times; this is a register.");
        var sample = RespondentSample.of(people(sheet, sheet.column(column)));
        if (!sample.groups().contains(group)) return none(sheet.source(), sample, group, level);
        var shares = new LinkedHashMap<String, Share>();
        shares.put("rds-ii", share(sample, group, new Weighting.InverseSize(), level, seed));
        if (population > 0)
            shares.put("ss", share(sample, group, new Weighting.SuccessiveSampling(population), level, seed));
        shares.put("plain", share(sample, group, new Weighting.Equal(), level, seed));
        var weighting = new Weighting.InverseSize();
        var trees = new TreeMap<String, RespondentSample.Point>();
        sample.bottleneck(group, weighting).forEach((root, path) -> {
            if (!path.isEmpty()) trees.put(root, path.getLast());
        });
        var sensitivity = new TreeMap<Long, Double>();
        for (var times : TIMES) {
            var size = times * sample.size();
            sensitivity.put(
                    size, sample.sensitivity(group, List.of((double) size)).getFirst());
        }
        return new ChainEstimation(
                sheet.source(),
                group,
                level,
                sample.size(),
                sample.seeds(),
                sample.waveCount(),
                shares,
                byRecruitment(sample, group),
                Map.of(),
                sample.convergence(group, weighting),
                trees,
                sample.homophily(weighting),
                sensitivity);
    }

    private static OptionalDouble byRecruitment(RespondentSample sample, String group) {
        try {
            return OptionalDouble.of(
                    Objects.requireNonNull(sample.sharesByRecruitment().get(group)));
        } catch (Refusal unknown) {
            return OptionalDouble.empty();
        }
    }

    /** Nobody met is of the group: that bounds its share, and does not make it nought. */
    private static ChainEstimation none(Source source, RespondentSample sample, String group, double level) {
        var limits = new TreeMap<Double, Double>();
        for (var effect : DESIGN_EFFECTS) limits.put(effect, sample.limitIfNone(effect, level));
        return new ChainEstimation(
                source,
                group,
                level,
                sample.size(),
                sample.seeds(),
                sample.waveCount(),
                Map.of(),
                OptionalDouble.empty(),
                limits,
                List.of(),
                Map.of(),
                sample.homophily(new Weighting.InverseSize()),
                Map.of());
    }

    private static Share share(RespondentSample sample, String group, Weighting weighting, double level, long seed) {
        var resampled = sample.treeBootstrap(group, weighting, REPLICATES, new SplittableRandom(seed));
        var interval = resampled.percentile(level);
        var value = resampled.value();
        return new Share(
                "", value, Math.min(value, interval.lower()), Math.max(value, interval.upper()), 0, sample.size());
    }

    private static List<Respondent> people(Sheet sheet, String group) {
        var id = sheet.column("id");
        var recruiter = sheet.column("recruiter.id", "recruiter");
        var size = sheet.column("degree", "network.size", "network_size");
        var people = new ArrayList<Respondent>();
        for (var row : sheet.rows()) {
            var by = row.maybe(recruiter);
            var known = row.number(size);
            if (known <= 0)
                throw row.refused(
                        size,
                        "knows " + row.maybe(size),
                        "Whoever was reached through others knows at least one; nobody can be weighted by none.");
            people.add(
                    by.isEmpty() || by.equals("seed")
                            ? Respondent.seed(row.text(id), known, row.text(group))
                            : Respondent.recruited(row.text(id), by, known, row.text(group)));
        }
        return people;
    }

    @Override
    public Shown shown(Words words) {
        if (shares.isEmpty()) return nobody(words);
        var finding = finding(words);
        var dots = new ArrayList<IntervalDots.Row>();
        shares.forEach((way, share) -> dots.add(share.dot(words.text("estimate.chains." + way))));
        return new Shown(
                finding,
                List.of(IntervalDots.of(finding, dots, IntervalDots.Scale.PERCENT, words), convergence(words)),
                method(words),
                limits(words));
    }

    private List<String> method(Words words) {
        var method = new ArrayList<String>();
        method.add(words.text("estimate.chains.method"));
        method.add(words.text("estimate.chains.interval", words.percent(level), words.number(REPLICATES)));
        method.add(sample(words));
        method.add(
                byRecruitment.isPresent()
                        ? words.text("estimate.chains.recruitment", words.percent(byRecruitment.getAsDouble()))
                        : words.text("estimate.chains.recruitment.none"));
        return method;
    }

    private String sample(Words words) {
        return words.text("estimate.chains.sample", words.number(people), words.number(seeds), words.number(waves));
    }

    private Shown nobody(Words words) {
        var most = DESIGN_EFFECTS[DESIGN_EFFECTS.length - 1];
        var finding = words.text(
                "estimate.chains.nobody", of, words.number(people), words.percent(limitIfNone.getOrDefault(most, 1.0)));
        var limits = new ArrayList<String>();
        limitIfNone.forEach((effect, limit) -> limits.add(words.text(
                "estimate.chains.nobody.effect", words.number(effect), words.percent(limit), words.percent(level))));
        limits.add(words.text("estimate.chains.groups", String.join(", ", homophily.keySet())));
        limits.add(words.text("estimate.chains.limit"));
        return new Shown(finding, List.of(), List.of(sample(words)), limits);
    }

    private String finding(Words words) {
        var share = shares.get("rds-ii");
        if (share == null) throw new IllegalStateException("no estimate");
        return words.text(
                "estimate.chains.finding",
                of,
                words.percent(share.value()),
                words.percent(share.low()),
                words.percent(share.high()));
    }

    private Chart convergence(Words words) {
        return Course.of(
                words.text("estimate.chains.convergence"),
                words.text("estimate.chains.people"),
                convergence.stream()
                        .map(point ->
                                new Course.Point(words.number(point.people()), point.people(), point.share(), false))
                        .toList(),
                Course.Scale.PERCENT,
                null,
                words);
    }

    private List<String> limits(Words words) {
        var limits = new ArrayList<String>();
        homophily.forEach((group, own) -> limits.add(words.text(
                "estimate.chains.homophily",
                group,
                words.number(own.affiliation()),
                words.percent(own.share()),
                words.number(own.recruitments()))));
        limits.add(words.text(
                "estimate.chains.trees",
                trees.entrySet().stream()
                        .sorted(Comparator.comparingInt(tree -> -tree.getValue().people()))
                        .limit(MOST_TREES)
                        .map(tree -> words.text(
                                "estimate.chains.tree",
                                tree.getKey(),
                                words.percent(tree.getValue().share()),
                                words.number(tree.getValue().people())))
                        .collect(Collectors.joining("; "))));
        sensitivity.forEach((size, share) ->
                limits.add(words.text("estimate.chains.sensitivity", words.number(size), words.percent(share))));
        limits.add(words.text("estimate.chains.limit"));
        return limits;
    }
}
