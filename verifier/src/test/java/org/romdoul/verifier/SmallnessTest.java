package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An expert reads the program in an hour, and finds in it nothing but reading files and computing. */
class SmallnessTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path READ = Path.of("..", "ledger", "src", "main", "java", "org", "romdoul", "ledger", "read");
    private static final Pattern NAME = Pattern.compile("\\b(?:org|com|net|io|jakarta|javax?|sun|jdk)\\.[a-z][\\w.]*");
    private static final Pattern ALLOWED = Pattern.compile("java\\.(?:io|nio|time|util|security)\\.[\\w.]*"
            + "|org\\.jspecify\\.annotations\\.\\w+|org\\.romdoul\\.(?:ledger\\.read|verifier)(?:\\.\\w+)*");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "reflect|getMethod|forName|ClassLoader|ProcessBuilder|getRuntime|createTemp|newOutputStream|Files\\.write|Socket"
                    + "|\\bnative\\b|setAccessible|ObjectInputStream");

    @Test
    void itNamesOnlyTheJdkAndTheReadingHalfOfTheLedger() {
        assertThat(sources(SOURCES)
                        .flatMap(source -> NAME.matcher(code(source)).results().map(found -> found.group()))
                        .filter(name -> !ALLOWED.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void itDoesNotReachOut() {
        assertThat(Stream.of(SOURCES, READ)
                        .flatMap(SmallnessTest::sources)
                        .filter(source -> FORBIDDEN.matcher(code(source)).find()))
                .isEmpty();
    }

    @Test
    void theGuardsBite() {
        assertThat(ALLOWED.matcher("java.net.Socket").matches()).isFalse();
        assertThat(ALLOWED.matcher("org.romdoul.ledger.write.Leaf").matches()).isFalse();
        assertThat(FORBIDDEN.matcher("Files.createTempFile(\"a\", \"b\")").find())
                .isTrue();
    }

    /** Lines that say something: not empty, no comment, no import. */
    @Test
    void itIsReadInAnHour() {
        List<String> lines = sources(SOURCES)
                .flatMap(source -> code(source).lines())
                .map(String::strip)
                .filter(line -> line.length() > 1 && !line.startsWith("import ") && !line.startsWith("package "))
                .toList();
        assertThat(lines.size()).isBetween(200, 1_300);
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(15);
            return sources.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String code(Path source) {
        try {
            Matcher noise = Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL)
                    .matcher(Files.readString(source));
            return noise.replaceAll(" ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
