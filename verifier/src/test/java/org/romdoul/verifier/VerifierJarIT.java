package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** The one file that a court is given. */
class VerifierJarIT {

    private static final Path JAR = Path.of("target", "verifier.jar");

    @Test
    void itRunsOnItsOwn() throws IOException, InterruptedException {
        assertThat(run("good/witnessed.zip")).isEqualTo(0);
        assertThat(run("broken/fact-rewritten.zip")).isEqualTo(1);
        assertThat(run("broken/zip-bomb.zip")).isEqualTo(2);
    }

    @Test
    void itHoldsTheVerifierAndTheReadingHalfOfTheLedgerAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")))
                    .hasSizeGreaterThan(30)
                    .allMatch(name -> name.matches("org/romdoul/(verifier|ledger/read)/[^/]+\\.class"));
        }
    }

    @Test
    void itNeedsNothingButTheBaseOfTheJdk() {
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        java.io.StringWriter modules = new java.io.StringWriter();
        jdeps.run(
                new java.io.PrintWriter(modules),
                new java.io.PrintWriter(modules),
                "--ignore-missing-deps",
                "--print-module-deps",
                JAR.toString());
        assertThat(modules.toString().strip()).isEqualTo("java.base");
    }

    private static int run(String bundle) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(
                List.of("-jar", JAR.toString(), Fixture.FOLDER.resolve(bundle).toString()));
        command.addAll(
                List.of("--policy", Fixture.FOLDER.resolve("court.policy").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        assertThat(text).doesNotContain("Exception");
        return exit;
    }
}
