package org.romdoul.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** PIT says nothing of a class that it does not find: a rule that moved would be mutated no longer, unseen. */
class MutationTests {

    private static final Pattern NAMED = Pattern.compile("<param>(org\\.romdoul\\.[\\w.]+\\w)(\\.\\*)?</param>");

    @Test
    void whatIsToBeMutatedExists() throws IOException {
        var named =
                NAMED.matcher(Files.readString(Path.of("pom.xml"))).results().toList();

        assertThat(named).hasSizeGreaterThan(20).allMatch(MutationTests::exists);
    }

    private static boolean exists(MatchResult named) {
        var file = named.group(1).replace('.', '/') + (named.group(2) == null ? ".java" : "");
        return Files.exists(Path.of("src/main/java", file)) || Files.exists(Path.of("src/test/java", file));
    }
}
