package org.romdoul.docket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Fact;
import org.romdoul.journal.ManyFacts;
import org.romdoul.prosecution.Docket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the source says of a case: its key there, and whom it counts. */
@Repository
class SourceCaseRows {

    private static final String ADD = ManyFacts.insert(
            "docket.source_case",
            "docket",
            "key",
            "state",
            "district",
            "defendants",
            "victims",
            "minors",
            "foreigners",
            "females",
            "males");

    private static final String OF = "SELECT victims, minors FROM docket.source_case WHERE scope = :case";

    private static final String TAKEN = "SELECT docket.taken(:docket, :cases::uuid[])";

    /** @param minors of the victims, those who were children */
    record Victims(@Nullable Integer victims, @Nullable Integer minors) {}

    private final JdbcClient sql;

    SourceCaseRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Docket docket, Map<OpenCase, SourceCase> cases, SourceIds ids) {
        if (cases.isEmpty()) return;
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        cases.forEach((file, source) -> {
            var fact = new Fact(
                    ids.of("source-case", source.key()),
                    file.id(),
                    source.year(),
                    file.reader().account(),
                    null,
                    null);
            var row = fact.parameters();
            row.put("docket", docket.fact().id());
            row.put("key", source.key());
            row.put("state", source.state());
            row.put("district", source.district());
            for (var one : SourceCase.Counted.values())
                row.put(one.name().toLowerCase(Locale.ROOT), source.counts().get(one));
            rows.add(row);
        });
        sql.sql(ADD).param("rows", ManyFacts.rows(rows)).update();
    }

    Optional<Victims> of(OpenCase file) {
        return sql.sql(OF)
                .param("case", file.id())
                .query((row, n) ->
                        new Victims(row.getObject("victims", Integer.class), row.getObject("minors", Integer.class)))
                .optional();
    }

    /** @return those of some cases that were taken from a docket, also where whoever asks may not read them */
    Set<UUID> taken(UUID docket, Collection<UUID> cases) {
        return new HashSet<>(sql.sql(TAKEN)
                .param("docket", docket)
                .param("cases", cases.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
