package org.romdoul.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Verifying a bundle from a cold JVM beside {@code sha256sum -c} of the same files, by turns in one run: 1 GiB with 10,000 facts;
 * and a small one beside a JVM that does nothing.
 *
 * <p>First {@code mvn -q -Pquick -pl verifier -am verify -DskipTests}, which makes the jar and the program that makes the bundle.
 */
public final class VerifyBench {

    private static final Path VERIFIER =
            Path.of("..", "verifier", "target").toAbsolutePath().normalize();
    private static final Path BUNDLES =
            Path.of("..", "testdata", "bundles").toAbsolutePath().normalize();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SMALL = 3;

    private static final String JAR = VERIFIER.resolve("verifier.jar").toString();
    private static final String LARGE = "1 GiB, 10,000 facts: `java -jar verifier.jar`";
    private static final String SUMS = "the same files: `sha256sum -c`";

    private final Path folder;
    private final Map<String, List<Seconds>> taken = new LinkedHashMap<>();

    private VerifyBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Machine.introduce(VerifyBench.class);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "verify")
                .toAbsolutePath();
        try {
            new VerifyBench(folder).run();
        } finally {
            Folders.remove(folder);
        }
        Machine.leave();
    }

    private void run() throws IOException, InterruptedException {
        var classes = VERIFIER.resolve("classes") + ":" + VERIFIER.resolve("test-classes") + ":"
                + Path.of("..", "ledger", "target", "classes").toAbsolutePath().normalize();
        Seconds.of(
                folder,
                Children.java(),
                "-cp",
                classes,
                "org.romdoul.verifier.LargeBundle",
                folder.toString(),
                "10000",
                "1024");
        var base = folder.resolve("bundle-large-copy-1");
        var large = folder.resolve("bundle-large-copy-1.zip").toString();
        var policy = folder.resolve("court.policy").toString();
        for (var round = 0; round < ROUNDS; round++) {
            take(LARGE, base, Children.java(), "-jar", JAR, large, "--policy", policy);
            take(SUMS, base, "sha256sum", "-c", "--quiet", "manifest-sha256.txt");
            for (var i = 0; i < SMALL; i++) small();
        }
        print();
    }

    private void small() throws IOException, InterruptedException {
        var archive = folder.resolve("classes.jsa");
        var bundle = List.of(
                "-jar",
                JAR,
                BUNDLES.resolve("good/witnessed.zip").toString(),
                "--policy",
                BUNDLES.resolve("court.policy").toString());
        java("small bundle: `java -jar verifier.jar`", List.of(), bundle);
        java(
                "the same, `-XX:+UseSerialGC -XX:TieredStopAtLevel=1`",
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                bundle);
        java(
                "the same, `-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=FILE`",
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive),
                bundle);
        java("a JVM that does nothing: `java -version`", List.of(), List.of("-version"));
    }

    private void java(String name, List<String> options, List<String> words) throws IOException, InterruptedException {
        take(
                name,
                folder,
                Stream.of(List.of(Children.java()), options, words)
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private void take(String name, Path in, String... command) throws IOException, InterruptedException {
        taken.computeIfAbsent(name, n -> new ArrayList<>()).add(Seconds.of(in, command));
    }

    private void print() {
        System.out.println("| what | wall s | processor s |");
        System.out.println("|---|---|---|");
        taken.forEach((name, all) -> row(name, Seconds.median(all)));
        var large = Seconds.median(taken.getOrDefault(LARGE, List.of()));
        var sums = Seconds.median(taken.getOrDefault(SUMS, List.of()));
        row("ratio of the first two", new Seconds(large.wall() / sums.wall(), large.processor() / sums.processor()));
        System.out.printf("%nMedians of %d, and of %d for the small ones, by turns.%n", ROUNDS, SMALL * ROUNDS);
    }

    private static void row(String name, Seconds seconds) {
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f |%n", name, seconds.wall(), seconds.processor());
    }
}
