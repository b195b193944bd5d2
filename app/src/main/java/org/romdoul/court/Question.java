package org.romdoul.court;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Option;
import org.romdoul.input.PartialDate;
import org.romdoul.input.Phrase;
import org.romdoul.prosecution.Arrest;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Decision;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Detention;
import org.romdoul.prosecution.DetentionEnd;
import org.romdoul.prosecution.FactKind;
import org.romdoul.prosecution.Hearing;
import org.romdoul.vault.SealedRef;

/**
 * A question of a court form. It follows from a part of the fact that the form makes: a constant is chosen from a few, a flag is
 * ticked, another fact is pointed out, the rest is written.
 *
 * @param name of the field
 * @param label what is asked
 * @param hint message key; null where the question says it all
 * @param shape how it is answered
 * @param options where it is answered by choosing
 */
public record Question(String name, Phrase label, @Nullable String hint, Shape shape, List<Option> options) {

    /** How a question is answered. */
    public enum Shape {
        DATE,
        TIME,
        CHOICE,
        TICK,
        NUMBER,
        AMOUNT,
        /** A short code, written; those most in use may be offered in a list beside it. */
        CODE,
        /** Sealed. */
        WORDS
    }

    static final String HAPPENED = "happened";
    static final String TIME = "time";
    static final String NONE = "none";

    /** What is written in place of what a list offers. */
    static final String OTHER = "Other";

    // Custody is counted in hours, and people come to a hearing at one.
    private static final Set<Class<?>> TIMED = Set.of(Arrest.class, Detention.class, DetentionEnd.class, Hearing.class);

    private static final Set<String> HINTED = Set.of("statute", "basis", "court", "currency", "override");

    private static final Map<Class<?>, Shape> SHAPES = Map.of(
            UUID.class, Shape.CHOICE,
            boolean.class, Shape.TICK,
            int.class, Shape.NUMBER,
            Integer.class, Shape.NUMBER,
            Long.class, Shape.AMOUNT,
            PartialDate.class, Shape.DATE,
            String.class, Shape.CODE,
            SealedRef.class, Shape.WORDS);

    static Question of(FactKind<?> kind, RecordComponent part, String prefix, List<Option> options) {
        var name = part.getName();
        return new Question(
                prefix + name,
                label(kind, name),
                hint(part),
                part.getType().isEnum() ? Shape.CHOICE : SHAPES.getOrDefault(part.getType(), Shape.CODE),
                options);
    }

    static Question happened(FactKind<?> kind) {
        return new Question(HAPPENED, label(kind, HAPPENED), null, Shape.DATE, List.of());
    }

    static Question time() {
        return new Question(TIME, Phrase.of("court.ask.time"), "court.hint.time", Shape.TIME, List.of());
    }

    static boolean isTimed(FactKind<?> kind) {
        return TIMED.contains(kind.type());
    }

    static Phrase label(FactKind<?> kind, String part) {
        return Phrase.of("court.ask." + Step.of(kind) + "." + Saying.kebab(part));
    }

    private static @Nullable String hint(RecordComponent part) {
        var name = part.getName();
        if (HINTED.contains(name)) return "court.hint." + name;
        if (name.equals("counts")) return isOptional(part) ? "court.hint.counts-or-all" : "court.hint.counts";
        if (Finding.isCounted(part)) return "court.hint.found";
        if (part.getType() == Integer.class)
            return name.startsWith("months") ? "court.hint.months" : "court.hint.years";
        if (part.getType() == Long.class) return "court.hint.amount";
        return part.getType() == SealedRef.class ? "court.hint.words" : null;
    }

    /** @return the parts of a kind of fact that somebody is asked for */
    static Stream<RecordComponent> parts(FactKind<?> kind) {
        return kind.parts().stream().filter(part -> !part.getName().equals("defendant") && !isOwnName(kind, part));
    }

    /** What later facts call it is not asked: it is the id of the fact itself. */
    static boolean isOwnName(FactKind<?> kind, RecordComponent part) {
        var own = Decision.class.isAssignableFrom(kind.type()) ? "decision" : Saying.kebab(kind.type());
        return part.getType() == UUID.class && part.getName().equals(own);
    }

    static boolean refers(RecordComponent part) {
        return part.getType() == UUID.class && part.getDeclaringRecord() != Defendant.class;
    }

    static boolean isOptional(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** @return the last day a fact of a kind may be said to have happened */
    static LocalDate last(Class<? extends CourtFact> kind, LocalDate today) {
        return kind == Hearing.class ? today.plusYears(10) : today;
    }
}
