package org.romdoul.prosecution;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import tools.jackson.databind.JsonNode;

/**
 * A kind of court fact and its table. The components of the record are the columns, in snake case; so a fact is written once,
 * in Java, and many go in with one statement. A test compares each with the table as it is.
 */
record FactTable<T extends CourtFact>(Class<T> kind, String noun) {

    // Whom a court fact is about is its subject: the accused, or for the accused herself the person of the case.
    private static final String SUBJECT = "subject";

    static <T extends CourtFact> FactTable<T> of(Class<T> kind) {
        return new FactTable<>(kind, snake(kind.getSimpleName()));
    }

    String insert() {
        var columns = Fact.COLUMNS + ", "
                + Arrays.stream(components()).map(this::column).collect(Collectors.joining(", "));
        return """
                INSERT INTO prosecution.%1$s (%2$s)
                SELECT %2$s FROM jsonb_populate_recordset(NULL::prosecution.%1$s, :rows::jsonb)
                ON CONFLICT DO NOTHING""".formatted(noun, columns);
    }

    String select() {
        return "SELECT '%1$s' AS noun, to_jsonb(f) AS row FROM prosecution.%1$s f WHERE f.scope = ANY (:scopes)"
                .formatted(noun);
    }

    Map<String, @Nullable Object> row(CourtFact fact) {
        var row = new HashMap<>(fact.fact().parameters());
        for (var component : components()) row.put(column(component), plain(value(component, fact)));
        return row;
    }

    T fact(JsonNode row) {
        var components = kind.getRecordComponents();
        var values = new @Nullable Object[components.length];
        values[0] = common(row);
        for (var i = 1; i < values.length; i++)
            values[i] = typed(row.get(column(components[i])), components[i].getType());
        try {
            return constructor().newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("a row of " + noun + " is not one", broken);
        }
    }

    /** Columns that are the record's own: all but the {@link Fact}. */
    private RecordComponent[] components() {
        var all = kind.getRecordComponents();
        return Arrays.copyOfRange(all, 1, all.length);
    }

    private String column(RecordComponent component) {
        var subject = kind == Defendant.class ? "person" : "defendant";
        return component.getName().equals(subject) ? SUBJECT : snake(component.getName());
    }

    private Constructor<T> constructor() throws NoSuchMethodException {
        var types = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return kind.getDeclaredConstructor(types);
    }

    private static @Nullable Object value(RecordComponent component, CourtFact fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("a court fact that cannot be read", broken);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> one -> one.name().toLowerCase(Locale.ROOT);
            case Number number -> number;
            case Boolean yes -> yes;
            default -> value.toString();
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object typed(@Nullable JsonNode node, Class<?> type) {
        if (node == null || node.isNull()) return null;
        if (type == int.class || type == Integer.class) return node.intValue();
        if (type == Long.class) return node.longValue();
        if (type == boolean.class) return node.booleanValue();
        var text = node.stringValue();
        if (type == UUID.class) return UUID.fromString(text);
        if (type == PartialDate.class) return new PartialDate(text);
        if (type == SealedRef.class) return SealedRef.parse(text);
        if (type.isEnum()) return Enum.valueOf((Class<Enum>) type, text.toUpperCase(Locale.ROOT));
        return text;
    }

    private static Fact common(JsonNode row) {
        return new Fact(
                id(row, "id"),
                id(row, "scope"),
                new PartialDate(row.get("happened").stringValue()),
                id(row, "actor"),
                (UUID) typed(row.get("behalf"), UUID.class),
                (UUID) typed(row.get("supersedes"), UUID.class));
    }

    private static UUID id(JsonNode row, String column) {
        return UUID.fromString(row.get(column).stringValue());
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
