package org.romdoul.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
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
 * @param convergence the RDS-II estimate as the chains grew
 * @param homophily for each group, how much it recruits its own: 1 all, 0 as by chance, -1 none
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
        List<RespondentSample.Point> convergence,
        Map<String, Double> homophily,
        Map<Long, Double> sensitivity)
        implements Estimation {

    private static final int REPLICATES = 2_000;

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

    private static ChainEstimation estimated(
            Sheet sheet, String column, String group, double population, double level, long seed) {
        if (sheet.rows().size() > MOST_PEOPLE)
            throw Refusal.of(
                    "file",
                    "more than " + MOST_PEOPLE + " people",
                    "A sample in which people recruit each other is drawn again 2,000 times; this is a register.");
        var sample = RespondentSample.of(people(sheet, sheet.column(column)));
        var shares = new LinkedHashMap<String, Share>();
        shares.put("rds-ii", share(sample, group, new Weighting.InverseSize(), level, seed));
        if (population > 0)
            shares.put("ss", share(sample, group, new Weighting.SuccessiveSampling(population), level, seed));
        shares.put("plain", share(sample, group, new Weighting.Equal(), level, seed));
        var weighting = new Weighting.InverseSize();
        var homophily = new TreeMap<String, Double>();
        sample.homophily(weighting).forEach((name, own) -> homophily.put(name, own.affiliation()));
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
                sample.convergence(group, weighting),
                homophily,
                sensitivity);
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
        var finding = finding(words);
        var dots = new ArrayList<IntervalDots.Row>();
        shares.forEach((way, share) -> dots.add(share.dot(words.text("estimate.chains." + way))));
        return new Shown(
                finding,
                List.of(IntervalDots.of(finding, dots, IntervalDots.Scale.PERCENT, words), convergence(words)),
                List.of(
                        words.text("estimate.chains.method"),
                        words.text("estimate.chains.interval", words.percent(level), words.number(REPLICATES)),
                        words.text(
                                "estimate.chains.sample",
                                words.number(people),
                                words.number(seeds),
                                words.number(waves))),
                limits(words));
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
        homophily.forEach(
                (group, own) -> limits.add(words.text("estimate.chains.homophily", group, words.number(own))));
        sensitivity.forEach((size, share) ->
                limits.add(words.text("estimate.chains.sensitivity", words.number(size), words.percent(share))));
        limits.add(words.text("estimate.chains.limit"));
        return limits;
    }
}
