package org.romdoul.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTests {

    private static final Pattern VALUE = Pattern.compile("@Value\\(\"\\$\\{(romdoul\\.[a-z.-]+)");
    private static final Pattern CONDITION = Pattern.compile("@Conditional\\w+\\((?:name = )?\"(romdoul\\.[a-z.-]+)\"");
    private static final Pattern RECORD = Pattern.compile(
            "@ConfigurationProperties\\(\"(romdoul[a-z.]*)\"\\)\\s+(?:public )?record \\w+\\((.*?)\\) \\{",
            Pattern.DOTALL);
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)\\s*(?:,|$)");

    @Test
    void aSettingNobodyReadsIsNamedAndThoseThatAreReadAreNot() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "file",
                        Map.of("romdoul.keyBackupsKept", "9d", "romdoul.databse.url", "x", "server.port", "1")));
        var finding = Settings.look(environment);
        assertThat(finding.ok()).isFalse();
        assertThat(finding.words()).contains("romdoul.databse.url").doesNotContain("kept", "Kept", "server");
        assertThat(Settings.look(new StandardEnvironment()).ok()).isTrue();
    }

    @Test
    void theListIsWhatTheSourcesRead() throws IOException {
        var read = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                VALUE.matcher(source).results().forEach(one -> read.add(one.group(1)));
                CONDITION.matcher(source).results().forEach(one -> read.add(one.group(1)));
                RECORD.matcher(source).results().forEach(one -> {
                    var parts = one.group(2).replaceAll("@\\w+(\\(\"[^\"]*\"\\))?", "");
                    COMPONENT
                            .matcher(parts)
                            .results()
                            .forEach(part -> read.add(one.group(1) + "." + dashed(part.group(1))));
                });
            }
        }
        assertThat(read).hasSizeGreaterThan(20);
        assertThat(Settings.KNOWN).containsExactlyInAnyOrderElementsOf(read);
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
