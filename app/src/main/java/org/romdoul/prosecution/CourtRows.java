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

    private static final Map<Class<?>, FactTable<? extends CourtFact>> TABLES = java.util.Arrays.stream(
                    CourtFact.class.getPermittedSubclasses())
            .map(CourtRows::table)
            .collect(Collectors.toUnmodifiableMap(FactTable::kind, Function.identity()));

    private static final Map<String, FactTable<? extends CourtFact>> NOUNS =
            TABLES.values().stream().collect(Collectors.toUnmodifiableMap(FactTable::noun, Function.identity()));

    private static final String OF_SCOPES =
            TABLES.values().stream().map(FactTable::select).sorted().collect(Collectors.joining("\nUNION ALL\n"));

    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.shared();

    CourtRows(JdbcClient sql) {
        this.sql = sql;
    }

    @SuppressWarnings("unchecked")
    private static FactTable<? extends CourtFact> table(Class<?> kind) {
        return FactTable.of((Class<? extends CourtFact>) kind);
    }

    static Collection<FactTable<? extends CourtFact>> tables() {
        return TABLES.values();
    }

    /** @return how many were not there before; a second submit, or a second correction of the same fact, adds nothing */
    int add(List<? extends CourtFact> facts) {
        var byKind = new LinkedHashMap<Class<?>, List<Object>>();
        for (var fact : facts)
            byKind.computeIfAbsent(fact.getClass(), kind -> new ArrayList<>())
                    .add(java.util.Objects.requireNonNull(TABLES.get(fact.getClass()))
                            .row(fact));
        var added = 0;
        for (var kind : byKind.entrySet())
            added += sql.sql(java.util.Objects.requireNonNull(TABLES.get(kind.getKey()))
                            .insert())
                    .param("rows", json.writeValueAsString(kind.getValue()))
                    .update();
        return added;
    }

    /** @return the court facts of cases, by accused */
    Map<UUID, History> of(Collection<OpenCase> files) {
        var scopes = files.stream().map(OpenCase::id).toArray(UUID[]::new);
        var facts = new LinkedHashMap<UUID, List<CourtFact>>();
        sql.sql(OF_SCOPES).param("scopes", scopes).query(row -> {
            var table = java.util.Objects.requireNonNull(NOUNS.get(row.getString("noun")));
            CourtFact fact = table.fact(read(row.getString("row")));
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
