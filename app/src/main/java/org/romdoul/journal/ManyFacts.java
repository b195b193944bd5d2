package org.romdoul.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Many facts of one table in one statement: the trigger that hands them to the ledger runs once, however many there are. */
public final class ManyFacts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ManyFacts() {}

    /**
     * @param table {@code room.noun}
     * @param columns its own, beside {@link Fact#COLUMNS}
     * @return an INSERT with the one parameter {@code :rows}, made by {@link #rows}
     */
    public static String insert(String table, String... columns) {
        var all = columns.length == 0 ? Fact.COLUMNS : Fact.COLUMNS + ", " + String.join(", ", columns);
        return """
                INSERT INTO %1$s (%2$s)
                SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$s, :rows::jsonb)""".formatted(table, all);
    }

    /** @return the rows as the database reads them: {@link Fact#parameters} and the table's own columns by name */
    public static String rows(List<Map<String, @Nullable Object>> rows) {
        return JSON.writeValueAsString(rows);
    }
}
