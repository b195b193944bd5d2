package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every bundle in testdata/bundles gets its own verdict, and is made again byte for byte.
 *
 * <p>{@code mvn -pl verifier -am test -Dtest=BundlesTest -Dbundles.write=true} writes them anew.
 */
class BundlesTest {

    private static List<Bundles.Example> examples = List.of();

    @BeforeAll
    static void make() throws IOException {
        examples = Bundles.all();
        if (Boolean.getBoolean("bundles.write")) {
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                Path path = Fixture.FOLDER.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyBundleGetsItsVerdict() {
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    Run run = Run.of(Fixture.FOLDER.resolve(example.path()), Fixture.FOLDER.resolve(example.policy()));
                    assertThat(run.verdict()).as(run.text()).isEqualTo(example.verdict());
                }));
    }

    @Test
    void whatIsCommittedIsWhatTheGeneratorMakes() throws IOException {
        Map<String, byte[]> made = files();
        TreeSet<String> committed = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(Fixture.FOLDER)) {
            walk.filter(Files::isRegularFile)
                    .map(path -> Fixture.FOLDER.relativize(path).toString())
                    .filter(path -> !path.startsWith("time-stamp/"))
                    .forEach(committed::add);
        }
        assertThat(committed).isEqualTo(made.keySet());
        made.forEach((path, bytes) -> assertThat(Fixture.bytes(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(examples.stream().map(Bundles.Example::name)).doesNotHaveDuplicates();
        assertThat(examples.stream().map(example -> ExampleCase.hex(ExampleCase.sha256(example.zip()))))
                .doesNotHaveDuplicates();
    }

    private static Map<String, byte[]> files() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        examples.forEach(example -> files.put(example.path(), example.zip()));
        files.put("court.policy", ExampleCountry.text(Bundles.courtPolicy()));
        files.put("broken/policy-from-the-bundle.policy", ExampleCountry.text(Bundles.forgedPolicy()));
        files.put("README.md", ExampleCountry.text(table()));
        return files;
    }

    private static String table() {
        StringBuilder table = new StringBuilder("""
                # Bundles, good and broken

                Made by `Bundles` in the verifier's tests, the same bytes each time; a test makes them again and compares. Each is
                judged by `court.policy`, but for `policy-from-the-bundle`, which is judged by its own. The format is
                `docs/formats/bundle.md`. Everything in them is invented.

                `java -jar verifier.jar good/witnessed.zip --policy court.policy`

                | bundle | verdict | what is done |
                |---|---|---|
                """);
        examples.forEach(one -> table.append(
                "| %s | %s | %s |%n".formatted(one.path(), one.verdict().words(), one.what())));
        return table.toString();
    }
}
