package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The half that writes and the half that judges share no code, and neither needs more than the JDK. */
class TwoHandsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "romdoul", "ledger");
    private static final List<String> HALVES = List.of("write", "read", "witness");
    private static final Pattern NAME = Pattern.compile("\\b(?:org|com|net|io|jakarta|javax?|sun|jdk)\\.[a-z][\\w.]*");

    @Test
    void writeAndReadDoNotNameEachOther() throws IOException {
        assertThat(foreign("write", "org.romdoul.ledger.write")).isEmpty();
        assertThat(foreign("read", "org.romdoul.ledger.read")).isEmpty();
    }

    @Test
    void theWitnessNeedsBothAndTheJdksServer() throws IOException {
        assertThat(foreign("witness", "org.romdoul.ledger.witness"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org.romdoul.ledger.read.")
                        || name.startsWith("org.romdoul.ledger.write.")
                        || name.startsWith("com.sun.net.httpserver."));
    }

    @Test
    void nothingIsSharedBesideThem() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(SOURCES::relativize)
                            .filter(file -> file.getNameCount() != 2
                                    || !HALVES.contains(file.getName(0).toString()))
                            .map(Path::toString))
                    .containsExactly("package-info.java");
        }
    }

    @Test
    void theGuardBites() {
        assertThat(names("import org.romdoul.ledger.read.Leaf;")).containsExactly("org.romdoul.ledger.read.Leaf");
        assertThat(names("return org.romdoul.ledger.read.Leaf.parse(bytes);"))
                .containsExactly("org.romdoul.ledger.read.Leaf.parse");
        assertThat(names("import org.bouncycastle.math.ec.rfc8032.Ed25519;"))
                .containsExactly("org.bouncycastle.math.ec.rfc8032.Ed25519");
    }

    /** Every qualified name in one half's code that is neither its own nor the JDK's nor an annotation for compilers. */
    private static List<String> foreign(String half, String own) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(half))) {
            List<Path> sources = files.toList();
            assertThat(sources).hasSizeGreaterThan(10);
            return sources.stream()
                    .flatMap(source -> names(code(source)).stream())
                    .filter(name -> !name.startsWith("java.")
                            && !name.startsWith("org.jspecify.annotations.")
                            && !name.equals(own)
                            && !name.startsWith(own + "."))
                    .toList();
        }
    }

    private static List<String> names(String code) {
        return NAME.matcher(code).results().map(found -> found.group()).toList();
    }

    /** A source without comments and strings, which may name anything. */
    private static String code(Path source) {
        try {
            String text = Files.readString(source);
            Matcher noise = Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL)
                    .matcher(text);
            return noise.replaceAll(" ");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
