package org.romdoul.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Verifying a bundle from a cold JVM beside {@code sha256sum -c} of the same files, by turns in one run: 1 GiB with 10,000 facts,
 * and a small one. Wall and processor seconds, since a machine that does something else besides spoils the first.
 *
 * <p>First {@code mvn -pl verifier -am verify -DskipTests}, which makes the jar and the program that makes the bundle.
 */
public final class VerifyBench {

    private static final Path VERIFIER =
            Path.of("..", "verifier", "target").toAbsolutePath().normalize();
    private static final Path BUNDLES =
            Path.of("..", "testdata", "bundles").toAbsolutePath().normalize();
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private record Seconds(double wall, double processor) {}

    private VerifyBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("verify-bench");
        try {
            run(folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted((one, other) -> other.compareTo(one))
                        .map(Path::toFile)
                        .forEach(File::delete);
            }
        }
    }

    private static void run(Path folder) throws IOException, InterruptedException {
        String classes = VERIFIER.resolve("classes") + ":" + VERIFIER.resolve("test-classes") + ":"
                + Path.of("..", "ledger", "target", "classes").toAbsolutePath().normalize();
        timed(folder, java(), "-cp", classes, "org.romdoul.verifier.LargeBundle", folder.toString(), "10000", "1024");
        Path zip = folder.resolve("bundle-large-copy-1.zip");
        Path base = folder.resolve("bundle-large-copy-1");
        String jar = VERIFIER.resolve("verifier.jar").toString();
        List<Seconds> large = new ArrayList<>();
        List<Seconds> small = new ArrayList<>();
        List<Seconds> sums = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            large.add(timed(
                    base,
                    java(),
                    "-jar",
                    jar,
                    zip.toString(),
                    "--policy",
                    folder.resolve("court.policy").toString()));
            sums.add(timed(base, "sha256sum", "-c", "--quiet", "manifest-sha256.txt"));
            small.add(timed(
                    base,
                    java(),
                    "-jar",
                    jar,
                    BUNDLES.resolve("good/witnessed.zip").toString(),
                    "--policy",
                    BUNDLES.resolve("court.policy").toString()));
        }
        say("1 GiB, 10,000 facts, verifier.jar", large);
        say("the same files, sha256sum -c", sums);
        say("small bundle, verifier.jar", small);
        System.out.printf(
                Locale.ROOT,
                "verifier / sha256sum: wall %.2f, processor %.2f%n",
                median(large).wall() / median(sums).wall(),
                median(large).processor() / median(sums).processor());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Ends the bench where the program does not end well: a verifier that says no is no measurement. */
    private static Seconds timed(Path in, String... command) throws IOException, InterruptedException {
        List<String> measured =
                new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null", "bash"));
        measured.addAll(Arrays.asList(command));
        Process process = new ProcessBuilder(measured).directory(in.toFile()).start();
        String said =
                new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + ": " + said);
        String[] times = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        return new Seconds(Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
    }

    private static void say(String what, List<Seconds> seconds) {
        Seconds median = median(seconds);
        System.out.printf(
                Locale.ROOT,
                "%-36s wall %6.2f s   processor %6.2f s   (median of %d)%n",
                what,
                median.wall(),
                median.processor(),
                seconds.size());
    }

    private static Seconds median(List<Seconds> seconds) {
        return new Seconds(
                seconds.stream()
                        .mapToDouble(Seconds::wall)
                        .sorted()
                        .skip(seconds.size() / 2)
                        .findFirst()
                        .orElseThrow(),
                seconds.stream()
                        .mapToDouble(Seconds::processor)
                        .sorted()
                        .skip(seconds.size() / 2)
                        .findFirst()
                        .orElseThrow());
    }
}
