package org.romdoul.prosecution;

import java.lang.reflect.RecordComponent;
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
 * A kind of court fact in its table. The parts of the record are the columns, in snake case; so a fact is written once, in
 * Java, and many go in with one statement. A test compares each with the table as it is.
 */
record FactTable<T extends CourtFact>(FactKind<T> kind) {

    // Whom a court fact is about is its subject: the accused, or for the accused herself the person of the case.
    private static final String SUBJECT = "subject";

    String noun() {
        return kind.noun();
    }

    String insert() {
        var columns = Fact.COLUMNS + ", "
                + kind.parts().stream().map(FactTable::column).collect(Collectors.joining(", "));
        return """
                INSERT INTO prosecution.%1$s (%2$s)
                SELECT %2$s FROM jsonb_populate_recordset(NULL::prosecution.%1$s, :rows::jsonb)
                ON CONFLICT DO NOTHING""".formatted(noun(), columns);
    }

    String select() {
        return "SELECT '%1$s' AS noun, to_jsonb(f) AS row FROM prosecution.%1$s f WHERE f.scope = ANY (:scopes)"
                .formatted(noun());
    }

    Map<String, @Nullable Object> row(CourtFact fact) {
        var row = new HashMap<>(fact.fact().parameters());
        for (var part : kind.parts()) row.put(column(part), plain(FactKind.value(part, fact)));
        return row;
    }

    T fact(JsonNode row) {
        return kind.make(common(row), part -> typed(row.get(column(part)), part.getType()));
    }

    private static String column(RecordComponent part) {
        var subject = part.getDeclaringRecord() == Defendant.class ? "person" : "defendant";
        return part.getName().equals(subject) ? SUBJECT : FactKind.snake(part.getName());
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
}
