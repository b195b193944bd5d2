package org.romdoul.estimators;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.rds.Respondent;
import org.romdoul.estimators.rds.RespondentSample;
import org.romdoul.estimators.rds.Weighting;
import org.romdoul.estimators.survey.LonelyVenue;
import org.romdoul.estimators.survey.SampleDesign;
import org.romdoul.estimators.survey.Stratum;
import org.romdoul.estimators.survey.Unit;
import org.romdoul.estimators.survey.VenueSurvey;
import org.romdoul.estimators.survey.Visit;
import org.romdoul.estimators.survival.LogRank;
import org.romdoul.estimators.survival.Spell;
import org.romdoul.estimators.survival.SurvivalCurve;

/**
 * Measures the estimators beside multiple systems estimation; not part of the tests. It writes the fictional files that
 * {@code bench/estimators/baseline.R} then reads, so that both work on the same; how to run it and what came of it are in
 * {@code bench/estimators/README.md}.
 */
class EstimatorsBenchmark {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int TIMES = 5;
    private static final int[] VENUES = {60, 40, 30, 20, 12, 6, 4};
    private static final Path FOLDER = Path.of("target", "bench");

    @Test
    void measures() throws IOException {
        System.out.printf(
                "Java %s, %d cores; median of %d after as many to warm up%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), TIMES);
        Files.createDirectories(FOLDER);
        venues();
        withoutFrame();
        chains();
        spells();
    }

    private static void venues() throws IOException {
        var once = visits(1);
        Files.write(
                FOLDER.resolve("venues.csv"),
                once.stream()
                        .map(visit -> "%s,%s,%d,%d,%d"
                                .formatted(
                                        visit.stratum(),
                                        visit.venue(),
                                        2 * VENUES[visit.stratum().charAt(0) - 'A'],
                                        visit.observed(),
                                        visit.found()))
                        .toList());
        for (int times : new int[] {1, 10, 100}) {
            var visits = visits(times);
            var survey = survey(visits, times);
            var size = "venues: " + visits.size();
            report(
                    "estimate with its linearised error, " + size,
                    () -> survey(visits, times).prevalence().standardError());
            report("jackknife, " + size, () -> survey.replication().jackknife());
            for (int replicates : new int[] {1_000, 10_000, 100_000})
                if (times == 1 || replicates == 10_000)
                    report(
                            "Rao-Wu-Yue, replicates: " + replicates + ", " + size,
                            () -> survey.replication()
                                    .raoWuYue(replicates, new SplittableRandom(1))
                                    .standardError());
            report(
                    "Preston, replicates: 10000, " + size,
                    () -> survey.replication()
                            .preston(10_000, new SplittableRandom(1))
                            .standardError());
        }
        System.out.printf(
                Locale.ROOT,
                "error: linearised %.7f, Rao-Wu-Yue %.7f%n",
                survey(once, 1).prevalence().standardError(),
                survey(once, 1)
                        .replication()
                        .raoWuYue(10_000, new SplittableRandom(1))
                        .standardError());
    }

    /** The work that R's {@code subbootstrap} does: no finite frame. */
    private static void withoutFrame() {
        var units = new ArrayList<Unit>();
        var visits = visits(1);
        visits.forEach(visit -> units.add(Unit.of(visit.stratum(), visit.venue(), 2)));
        bootstrap(
                "Rao-Wu-Yue without a finite frame, replicates: 10000",
                units,
                visits.stream().mapToDouble(Visit::found).toArray(),
                visits.stream().mapToDouble(Visit::observed).toArray());
        var file = Path.of(System.getProperty("romdoul.shared", "../../shared"), "data/survey/venue_synthetic.csv");
        if (Files.exists(file)) {
            var header = Golden.header(file);
            var rows = Golden.rows(file);
            var drawn = rows.stream().collect(Collectors.groupingBy(row -> row[0], Collectors.counting()));
            bootstrap(
                    "venue study, Rao-Wu-Yue without a finite frame, replicates: 10000",
                    rows.stream()
                            .map(row -> Unit.of(
                                    row[0],
                                    row[1],
                                    Double.parseDouble(row[header.indexOf("N_venues")])
                                            / drawn.getOrDefault(row[0], 1L)))
                            .toList(),
                    column(rows, header.indexOf("minors")),
                    column(rows, header.indexOf("observed")));
        }
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    private static void bootstrap(String what, List<Unit> units, double[] found, double[] observed) {
        var strata = units.stream()
                .map(Unit::stratum)
                .distinct()
                .map(Stratum::unlimited)
                .toList();
        var replication = SampleDesign.of(strata, units, LonelyVenue.FAIL).replicateRatio(found, observed);
        report(what, () -> replication.raoWuYue(10_000, new SplittableRandom(1)).standardError());
        System.out.printf(
                Locale.ROOT,
                "error: %.7f%n",
                replication.raoWuYue(10_000, new SplittableRandom(1)).standardError());
    }

    private static List<Visit> visits(int times) {
        var random = new SplittableRandom(20_261_128);
        var visits = new ArrayList<Visit>();
        for (int h = 0; h < VENUES.length; h++)
            for (int i = 0; i < VENUES[h] * times; i++) {
                int seen = 4 + random.nextInt(12);
                double share = random.nextDouble() < 0.25 ? 0.2 : 0.04;
                int found = (int) IntStream.range(0, seen)
                        .filter(k -> random.nextDouble() < share)
                        .count();
                visits.add(Visit.observed(String.valueOf((char) ('A' + h)), "v" + i, seen, found));
            }
        return visits;
    }

    private static VenueSurvey survey(List<Visit> visits, int times) {
        var strata = IntStream.range(0, VENUES.length)
                .mapToObj(h -> new Stratum(String.valueOf((char) ('A' + h)), 2.0 * VENUES[h] * times))
                .toList();
        return VenueSurvey.of(strata, visits);
    }

    private static void chains() throws IOException {
        var once = people(500);
        Files.write(
                FOLDER.resolve("chains.csv"),
                once.stream()
                        .map(one -> one.id() + "," + one.recruiter().orElse("seed") + "," + (int) one.networkSize()
                                + "," + one.group())
                        .toList());
        for (int size : new int[] {500, 5_000, 50_000}) {
            var sample = RespondentSample.of(people(size));
            for (int replicates : new int[] {500, 5_000})
                if (size == 500 || replicates == 500)
                    report(
                            "tree bootstrap, resamples: " + replicates + ", people: " + size,
                            () -> sample.treeBootstrap(
                                            "yes", new Weighting.InverseSize(), replicates, new SplittableRandom(1))
                                    .standardError());
        }
        var sample = RespondentSample.of(once);
        report(
                "successive sampling (Gile), people: 500",
                () -> sample.share("yes", new Weighting.SuccessiveSampling(5_000)));
        System.out.printf(
                Locale.ROOT,
                "RDS-II %.7f, tree bootstrap error %.5f%n",
                sample.share("yes", new Weighting.InverseSize()),
                sample.treeBootstrap("yes", new Weighting.InverseSize(), 5_000, new SplittableRandom(1))
                        .standardError());
    }

    /** Ten seeds; everybody else was brought by somebody who came before, three at most by each. */
    private static List<Respondent> people(int size) {
        var random = new SplittableRandom(7);
        var people = new ArrayList<Respondent>();
        int next = 0;
        int brought = 0;
        for (int i = 0; i < size; i++) {
            double known = 2 + random.nextInt(30);
            if (i < 10) {
                people.add(Respondent.seed("p" + i, known, random.nextInt(4) == 0 ? "yes" : "no"));
                continue;
            }
            if (brought == 3) {
                next++;
                brought = 0;
            }
            brought++;
            var alike = random.nextInt(10) < 7 ? people.get(next).group() : random.nextInt(4) == 0 ? "yes" : "no";
            people.add(Respondent.recruited("p" + i, "p" + next, known, alike));
        }
        return people;
    }

    private static void spells() throws IOException {
        var once = spellsOf(100_000);
        Files.write(
                FOLDER.resolve("spells.csv"),
                once.stream()
                        .map(one -> one.time() + "," + (one.ending().isPresent() ? 1 : 0))
                        .collect(Collectors.toList()));
        for (int size : new int[] {1_000, 10_000, 100_000}) {
            var spells = spellsOf(size);
            report("survival curve with errors, cases: " + size, () -> SurvivalCurve.of(spells));
            report(
                    "log-rank test, cases: " + size,
                    () -> LogRank.test(
                            Map.of("first", spells.subList(0, size / 2), "second", spells.subList(size / 2, size))));
        }
        System.out.printf(
                Locale.ROOT,
                "share waiting at 2: %.7f%n",
                SurvivalCurve.of(once).at(2));
    }

    private static List<Spell> spellsOf(int size) {
        var random = new SplittableRandom(11);
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    double time = Math.round(-3650 * Math.log(1 - random.nextDouble())) / 1000.0;
                    return random.nextInt(3) == 0 ? Spell.open(time) : Spell.ended(time);
                })
                .toList();
    }

    private static void report(String what, Runnable task) {
        for (int i = 0; i < TIMES; i++) task.run();
        long[] wall = new long[TIMES];
        long cpu = PROCESS.getProcessCpuTime();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            task.run();
            wall[i] = System.nanoTime() - start;
        }
        cpu = (PROCESS.getProcessCpuTime() - cpu) / TIMES;
        Arrays.sort(wall);
        System.out.printf(Locale.ROOT, "%-70s wall %9.5f s   CPU %9.5f s%n", what, wall[TIMES / 2] / 1e9, cpu / 1e9);
    }
}
