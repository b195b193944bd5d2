package org.romdoul.court;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Phrase;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.FactKind;

/**
 * A form before a court, and the facts it makes together; the first names the form.
 *
 * @param corrects what it corrects; null where it records something new
 */
public record StepForm(List<Part> parts, @Nullable CourtFact corrects) {

    /**
     * One fact of it.
     *
     * @param fact its id
     * @param prefix what the names of its fields begin with
     * @param heading null for the first
     * @param given what is known of it without asking
     */
    public record Part(
            FactKind<? extends CourtFact> kind,
            UUID fact,
            String prefix,
            @Nullable Phrase heading,
            List<Question> questions,
            Map<String, Object> given) {

        Optional<Question> question(String part) {
            return questions.stream()
                    .filter(one -> one.name().equals(prefix + part))
                    .findFirst();
        }
    }

    public String step() {
        return Step.of(parts.getFirst().kind());
    }

    Stream<Question> questions() {
        return parts.stream().flatMap(part -> part.questions().stream());
    }
}
