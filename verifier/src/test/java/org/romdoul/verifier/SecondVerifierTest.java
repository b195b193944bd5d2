package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The verifier in bash and openssl says the same of every bundle, wherever it judges. */
class SecondVerifierTest {

    private static final Path SCRIPT = Path.of("second.sh");

    @BeforeAll
    static void tools() {
        for (String tool : List.of("bash", "openssl", "unzip", "sha256sum")) {
            Assumptions.assumeTrue(isThere(tool), tool + " is not installed");
        }
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Path.of(folder, tool).toFile().canExecute());
    }

    @TestFactory
    Stream<DynamicTest> agreesWhereverItJudges() {
        return Bundles.all().stream()
                .filter(example -> example.verdict() != Verdict.UNREADABLE)
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> compare(example)));
    }

    private static void compare(Bundles.Example example) throws IOException, InterruptedException {
        Path bundle = Fixture.FOLDER.resolve(example.path());
        Path policy = Fixture.FOLDER.resolve(example.policy());
        String first = Run.of(bundle, policy).text();
        Map<String, String> second = second(bundle, policy);
        assertThat(second.get("manifests")).as(first).isEqualTo(isClean(first, "manifests") ? "ok" : "bad");
        String checkpoint =
                first.contains("UNANCHORED    checkpoint") ? "unknown" : isClean(first, "checkpoint") ? "ok" : "bad";
        // A policy that came with the bundle is not the second verifier's business.
        if (!first.contains("UNANCHORED    policy")) {
            assertThat(second.get("checkpoint")).as(first).isEqualTo(checkpoint);
        }
        if (checkpoint.equals("ok")) {
            assertThat(second.get("witnesses")).as(first).isEqualTo(isClean(first, "witnesses") ? "ok" : "none");
            assertThat(second.get("proofs")).as(first).isEqualTo(isClean(first, "proofs") ? "ok" : "bad");
        }
        if (example.verdict() == Verdict.VERIFIED) {
            assertThat(second).containsEntry("exit", "0").hasSize(5);
        }
    }

    private static boolean isClean(String report, String check) {
        return report.lines()
                .filter(line -> line.length() > 14 && line.startsWith(check + " ", 14))
                .allMatch(line -> line.startsWith("ok") || line.startsWith("note"));
    }

    private static Map<String, String> second(Path bundle, Path policy) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", SCRIPT.toString(), bundle.toString(), policy.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        Map<String, String> said = new HashMap<>();
        text.lines().map(line -> line.split(" +")).forEach(words -> said.put(words[0], words[1]));
        said.put("exit", String.valueOf(process.exitValue()));
        return said;
    }
}
