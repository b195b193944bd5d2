package org.romdoul.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of every room: none in a template, none missing in a language, none that nobody says. */
class TextTests {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final List<String> OTHERS = List.of("km", "vi");

    @Test
    void noTemplateHoldsWords() {
        var words = new TreeMap<String, List<String>>();
        files(TEMPLATES, ".jte").forEach(template -> {
            // Our own name is the one word that has no translation.
            var found = TemplateText.of(read(template).replace("Romdoul", ""));
            if (!found.isEmpty()) words.put(template.toString(), found);
        });

        assertThat(words).isEmpty();
    }

    @Test
    void theSearchForWordsBites() {
        assertThat(TemplateText.of("<p>${page.text(\"a\")}</p> <b>Hello</b>")).containsExactly("Hello");
        assertThat(TemplateText.of("@if(a > b)<p title=\"Hello you\">x1</p>@endif"))
                .containsExactly("Hello you", "x1");
        assertThat(TemplateText.of("@template.web.button(page = page, text = \"a.b\")\n@param String a"))
                .isEmpty();
        assertThat(TemplateText.of("@template.web.x(content = @`<p>Hello ${a}</p>`)"))
                .containsExactly("Hello");
    }

    @Test
    void everyKeyHasWordsInEveryLanguage() {
        var rooms = rooms();
        assertThat(rooms).contains("web", "input", "chart");

        for (var room : rooms) {
            for (var language : OTHERS) {
                assertThat(messages(room + "_" + language).keySet())
                        .as(room + " in " + language)
                        .isEqualTo(messages(room).keySet());
            }
        }
    }

    @Test
    void aTranslationNamesWhatTheEnglishNames() {
        for (var room : rooms()) {
            for (var language : OTHERS) {
                assertThat(arguments(room + "_" + language))
                        .as(room + " in " + language)
                        .isEqualTo(arguments(room));
            }
        }
    }

    /** In a message with arguments a straight apostrophe would swallow what follows it. */
    @Test
    void noMessageHasAStraightApostrophe() {
        assertThat(everyMessage()).noneSatisfy((key, text) -> assertThat(text).contains("'"));
    }

    @Test
    void everyKeyThatIsSaidExists() {
        var keys = everyMessage().keySet();

        assertThat(said()).isNotEmpty();
        assertThat(said().filter(key ->
                        !keys.contains(key) && keys.stream().noneMatch(one -> one.startsWith(key + "."))))
                .isEmpty();
    }

    /** A key is said where a source or a migration holds it, or holds what it begins with (an enum's words, an error's). */
    @Test
    void everyKeyIsSaid() {
        var sources = Stream.of(files(TEMPLATES, ".jte"), files(SOURCES, ".java"), files(MIGRATIONS, ".sql"))
                .flatMap(all -> all)
                .map(TextTests::read)
                .collect(Collectors.joining("\n"))
                .replace('\'', '"');

        // A timeline entry's key is "timeline." and the table of its fact, put together when it is read.
        assertThat(everyMessage().keySet().stream()
                        .filter(key -> !key.startsWith("timeline."))
                        .filter(key -> ways(key).noneMatch(way -> sources.contains('"' + way + '"'))))
                .isEmpty();
    }

    /** The key itself, what it begins with (an enum's words), and what it is composed on ("timeline." and a table). */
    private static Stream<String> ways(String key) {
        var ways = new ArrayList<>(List.of(key, key.substring(0, Math.max(0, key.lastIndexOf('.')))));
        for (var dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) ways.add(key.substring(0, dot + 1));
        return ways.stream();
    }

    /** The keys that templates name outright. */
    private static Stream<String> said() {
        var call = Pattern.compile("(?:text\\(|(?:label|hint|legend|heading) = )\"([a-z-]+(?:\\.[a-z-]+)+)\"\\s*[,)]");
        return files(TEMPLATES, ".jte")
                .map(TextTests::read)
                .flatMap(text -> call.matcher(text).results().map(found -> found.group(1)));
    }

    private static Set<String> rooms() {
        return files(MESSAGES, ".properties")
                .map(file -> file.getFileName().toString().replaceFirst("(_(km|vi))?\\.properties$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> everyMessage() {
        var all = new TreeMap<String, String>();
        rooms().forEach(room -> all.putAll(messages(room)));
        return all;
    }

    private static Map<String, Set<String>> arguments(String file) {
        var argument = Pattern.compile("\\{(\\d)");
        return messages(file).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        message -> argument.matcher(message.getValue())
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toSet())));
    }

    private static Map<String, String> messages(String file) {
        var messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file + ".properties"))) {
            messages.load(reader);
        } catch (IOException missing) {
            throw new AssertionError("no words: " + file, missing);
        }
        return messages.stringPropertyNames().stream().collect(toMap(key -> key, messages::getProperty));
    }

    private static Stream<Path> files(Path root, String ending) {
        try (var all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
