package org.romdoul.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.romdoul.prosecution.FactKind;

/** Every question and every answer of every step has words, and no words are left over. */
class CourtWordsTests {

    private static final Path WORDS = Path.of("src/main/resources/messages/court.properties");
    private static final Path LAW = Path.of("src/main/resources/rule-packs");

    /** What is known without asking, wherever it stands. */
    private static final Set<String> NEVER_ASKED = Set.of("label", "decision");

    @Test
    void everyQuestionHasItsWordsAndNoWordsAskForNothing() {
        var asked = new TreeSet<>(Set.of("court.ask.time", "court.ask.other", "court.ask.verdict.finding"));
        for (var kind : FactKind.all()) {
            asked.add(Question.label(kind, Question.HAPPENED).key());
            Question.parts(kind)
                    .filter(part -> !NEVER_ASKED.contains(part.getName()))
                    .forEach(part -> {
                        var label = Question.label(kind, part.getName()).key();
                        asked.add(label);
                        if (Question.refers(part) && Question.isOptional(part)) asked.add(label + ".none");
                    });
        }
        assertThat(words("court.ask.")).isEqualTo(asked);
    }

    @Test
    void everyAnswerThatCanBeChosenHasItsWords() {
        var answers = FactKind.all().stream()
                .flatMap(kind -> kind.parts().stream())
                .filter(part -> part.getType().isEnum())
                .flatMap(part -> Stream.of(part.getType().getEnumConstants()))
                .map(constant -> Saying.is((Enum<?>) constant).key())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(words("court.is.")).isEqualTo(answers);
    }

    @Test
    void everyArticleThatALawOffersHasItsWords() throws IOException {
        var articles = new TreeSet<String>();
        try (var packs = Files.list(LAW)) {
            for (var pack : packs.toList())
                read(pack).stringPropertyNames().stream()
                        .filter(key -> key.matches("(statute|basis)\\..*"))
                        .forEach(key -> articles.add("court.article." + key.substring(key.indexOf('.') + 1)));
        }
        assertThat(articles).hasSizeGreaterThan(5);
        assertThat(words("court.article.")).isEqualTo(articles);
    }

    private static Set<String> words(String prefix) {
        return read(WORDS).stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties;
    }
}
