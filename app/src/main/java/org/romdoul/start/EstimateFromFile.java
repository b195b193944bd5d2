package org.romdoul.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Chart;
import org.romdoul.chart.Table;
import org.romdoul.estimate.Answer;
import org.romdoul.estimate.Estimation;
import org.romdoul.estimate.ListsEstimation;
import org.romdoul.estimate.Shown;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** What the estimates have in common: a file comes in, an answer goes out. */
abstract class EstimateFromFile extends EstimateOptions implements Callable<Integer> {

    private static final int TELL_EVERY = 3;

    @Parameters(paramLabel = "FILE", description = "Comma-separated values, UTF-8, the first line names the columns.")
    Path file;

    @Option(names = "--svg", paramLabel = "FOLDER", description = "Writes the pictures there.")
    @Nullable
    Path pictures;

    @Option(
            names = "--seed",
            defaultValue = "" + ListsEstimation.SEED,
            description = "Of what is resampled or simulated. (${DEFAULT-VALUE})")
    long seed;

    abstract Answer estimated(byte[] figures);

    /** @throws ParameterException if an option asks for what cannot be */
    void check() {}

    @Override
    public Integer call() throws IOException {
        requireLanguage();
        check();
        byte[] figures;
        try {
            figures = Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            spec.commandLine().getErr().println("There is no file " + file + ".");
            return Exit.WRONG_USE;
        }
        spec.commandLine().getErr().println("Estimating from " + figures.length + " bytes ...");
        return switch (told(figures)) {
            case Answer.Refused refused -> {
                refused.reasons().forEach(spec.commandLine().getErr()::println);
                yield Exit.FAILED;
            }
            case Answer.Given given -> {
                print(given.estimation());
                yield Exit.OK;
            }
        };
    }

    /** Long runs say that they run. */
    private Answer told(byte[] figures) {
        var began = System.nanoTime();
        try (var clock =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            clock.scheduleAtFixedRate(() -> tell(began), TELL_EVERY, TELL_EVERY, TimeUnit.SECONDS);
            return estimated(figures);
        }
    }

    private void tell(long began) {
        var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        spec.commandLine().getErr().println("... still at it after " + seconds + " s");
    }

    private void print(Estimation estimation) throws IOException {
        var shown = estimation.shown(words());
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(JsonMapper.shared()
                            .writeValueAsString(Map.of("finding", shown.finding(), "estimation", estimation)));
        } else print(shown, estimation);
        if (pictures != null) draw(shown, pictures);
    }

    private void print(Shown shown, Estimation estimation) {
        var out = spec.commandLine().getOut();
        out.println(shown.finding());
        for (var chart : shown.charts()) {
            out.println();
            out.println(chart.finding());
            print(chart.table());
        }
        out.println();
        shown.method().forEach(line -> out.println("- " + line));
        shown.limits().forEach(line -> out.println("! " + line));
        shown.remarks().forEach(line -> out.println("! " + line));
        out.println();
        out.println("sha256 " + estimation.source().sha256() + ", rows "
                + estimation.source().rows() + ", seed " + seed);
    }

    private void print(Table table) {
        var out = spec.commandLine().getOut();
        out.println("  " + String.join(" | ", table.head()));
        table.rows().forEach(row -> out.println("  " + String.join(" | ", row)));
    }

    private void draw(Shown shown, Path folder) throws IOException {
        Files.createDirectories(folder);
        var number = 1;
        for (Chart chart : shown.charts())
            Files.writeString(
                    folder.resolve(spec.name() + "-" + number++ + ".svg"), chart.file(), StandardCharsets.UTF_8);
        spec.commandLine().getErr().println("Pictures are in " + folder + ".");
    }
}
