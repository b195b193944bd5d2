package org.romdoul.prosecution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.romdoul.cases.OpenCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Court facts in the database: however many of a kind, one statement. */
@Repository
class CourtRows {

    private static final Map<Class<?>, FactTable<? extends CourtFact>> TABLES = FactKind.all().stream()
            .map(kind -> new FactTable<>(kind))
            .collect(Collectors.toUnmodifiableMap(table -> table.kind().type(), Function.identity()));

    private static final Map<String, FactTable<? extends CourtFact>> NOUNS =
            TABLES.values().stream().collect(Collectors.toUnmodifiableMap(FactTable::noun, Function.identity()));

    private static final String OF_SCOPES =
            TABLES.values().stream().map(FactTable::select).sorted().collect(Collectors.joining("\nUNION ALL\n"));

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(:case::uuid::text, 0))";

    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.shared();

    CourtRows(JdbcClient sql) {
        this.sql = sql;
    }

    static Collection<FactTable<? extends CourtFact>> tables() {
        return TABLES.values();
    }

    static FactTable<? extends CourtFact> table(String noun) {
        return java.util.Objects.requireNonNull(NOUNS.get(noun), noun);
    }

    /** Holds a case until the transaction ends. */
    void lock(OpenCase file) {
        sql.sql(LOCK).param("case", file.id()).query(row -> {});
    }

    /** Adds what is not there yet. */
    void add(List<? extends CourtFact> facts) {
        var byKind = new LinkedHashMap<Class<?>, List<Object>>();
        for (var fact : facts)
            byKind.computeIfAbsent(fact.getClass(), kind -> new ArrayList<>())
                    .add(java.util.Objects.requireNonNull(TABLES.get(fact.getClass()))
                            .row(fact));
        for (var kind : byKind.entrySet())
            sql.sql(java.util.Objects.requireNonNull(TABLES.get(kind.getKey())).insert())
                    .param("rows", json.writeValueAsString(kind.getValue()))
                    .update();
    }

    /** @return the court facts of cases, by accused */
    Map<UUID, History> of(Collection<OpenCase> files) {
        return ofCases(files.stream().map(OpenCase::id).toList());
    }

    /** @return the same of cases that a list has found: whoever asks may read them, or is shown nothing */
    Map<UUID, History> ofCases(Collection<UUID> cases) {
        var facts = new LinkedHashMap<UUID, List<CourtFact>>();
        sql.sql(OF_SCOPES).param("scopes", cases.toArray(UUID[]::new)).query(row -> {
            CourtFact fact = table(row.getString("noun")).fact(read(row.getString("row")));
            facts.computeIfAbsent(fact.defendant(), accused -> new ArrayList<>())
                    .add(fact);
        });
        var histories = new LinkedHashMap<UUID, History>();
        facts.forEach((accused, theirs) -> histories.put(accused, new History(accused, theirs)));
        return histories;
    }

    private JsonNode read(String row) {
        return json.readTree(row);
    }
}
