package org.romdoul.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which strings no speaker has reviewed, one a line: {@code docs/unreviewed.tsv}. A string is reviewed where its line stands in
 * {@code docs/reviewed.tsv} instead (docs/translations.md). The hash is of the English and of the translation: who changes either
 * has the string on the list again.
 */
class TranslationsTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path UNREVIEWED = Path.of("../docs/unreviewed.tsv");
    private static final Path REVIEWED = Path.of("../docs/reviewed.tsv");
    private static final List<String> LANGUAGES = List.of("km", "vi");
    private static final String DRAFT = "# draft: not reviewed by a speaker";
    private static final int DIGITS = 12;

    @Test
    void theListOfWhatNobodyReviewedIsWhole() throws IOException {
        var unreviewed = new ArrayList<>(strings());
        unreviewed.removeAll(Set.copyOf(Files.readAllLines(REVIEWED)));
        if (unreviewed.equals(Files.readAllLines(UNREVIEWED))) return;

        Files.write(UNREVIEWED, unreviewed);
        throw new AssertionError(
                "docs/unreviewed.tsv was not up to date. It is now: commit it with the words you changed.");
    }

    @Test
    void whatWasReviewedStillSaysTheSame() throws IOException {
        assertThat(Files.readAllLines(REVIEWED))
                .as("changed since: take these lines out of docs/reviewed.tsv, or have them reviewed again")
                .doesNotHaveDuplicates()
                .isSubsetOf(strings());
    }

    @Test
    void aChangeOfEitherTextIsSeen() {
        assertThat(line("web", "a.b", "km", "Lock", "ចាក់សោ"))
                .startsWith("web\ta.b\tkm\t")
                .isEqualTo(line("web", "a.b", "km", "Lock", "ចាក់សោ"))
                .isNotEqualTo(line("web", "a.b", "km", "Lock it", "ចាក់សោ"))
                .isNotEqualTo(line("web", "a.b", "km", "Lock", "ចាក់"));
    }

    /** A file in which anything is unreviewed says so where a translator sees it first. */
    @Test
    void draftsSayThatTheyAreDrafts() throws IOException {
        var drafts = Files.readAllLines(UNREVIEWED).stream()
                .map(line -> line.split("\t"))
                .map(parts -> parts[0] + "_" + parts[2])
                .collect(Collectors.toSet());
        for (var room : rooms())
            for (var language : LANGUAGES) {
                var file = room + "_" + language;
                assertThat(Files.readString(MESSAGES.resolve(file + ".properties"))
                                .startsWith(DRAFT))
                        .as(file + " is a draft")
                        .isEqualTo(drafts.contains(file));
            }
    }

    /** Every translated string: room, key, language, hash; in the order of rooms and keys. */
    private static List<String> strings() throws IOException {
        var strings = new ArrayList<String>();
        for (var room : rooms()) {
            var english = messages(room);
            for (var language : LANGUAGES) {
                var translated = messages(room + "_" + language);
                for (var key : new TreeSet<>(english.stringPropertyNames()))
                    strings.add(line(
                            room,
                            key,
                            language,
                            english.getProperty(key),
                            String.valueOf(translated.getProperty(key))));
            }
        }
        return strings;
    }

    private static String line(String room, String key, String language, String english, String translated) {
        return String.join("\t", room, key, language, hash(english + "\n" + translated));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Set<String> rooms() throws IOException {
        try (Stream<Path> all = Files.list(MESSAGES)) {
            return all.map(file -> file.getFileName().toString().replaceFirst("(_(km|vi))?\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties messages(String file) throws IOException {
        var messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file + ".properties"))) {
            messages.load(reader);
        }
        return messages;
    }
}
