package org.romdoul.journal.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.romdoul.journal.Derived;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Draws mutations of everything that the audit answers for. Some cannot be done (a rule of the table forbids); draw again. */
final class Mutations {

    private record Column(String name, String type) {}

    private final Random random;
    private final JdbcClient sql;
    private final List<FactTable> tables;
    private final List<FactTable> filled;
    private final List<String> waiting;
    private final Map<String, Set<String>> derived = new TreeMap<>();
    private final List<Kind> kinds = List.of(
            new Kind("edited fact", 2, this::editedFact),
            new Kind("deleted fact", 1, this::deletedFact),
            new Kind("inserted fact", 1, this::insertedFact),
            new Kind("leaf", 2, this::leaf),
            new Kind("tile", 1, this::tile),
            new Kind("checkpoint", 1, this::checkpoint),
            new Kind("chain", 1, this::chain),
            new Kind("timeline", 1, this::line),
            new Kind("derived table", 2, this::derived),
            new Kind("waiting room", 1, this::pending),
            new Kind("sealed value", 1, this::sealedValue),
            new Kind("guard of a table", 2, this::guardOfATable),
            new Kind("function", 1, this::function));

    /** @param weight how often it is drawn, beside the others */
    record Kind(String name, int weight, Supplier<Mutation> drawn) {}

    Mutations(SmallCountry country, long seed) throws SQLException {
        random = new Random(seed);
        // One connection: to sign in for each question would cost a third of a campaign.
        sql = JdbcClient.create(
                new SingleConnectionDataSource(country.superuser().getConnection(), true));
        tables = country.made().facts();
        filled = tables.stream()
                .filter(table -> sql.sql("SELECT EXISTS (SELECT FROM " + table.name() + ")")
                        .query(Boolean.class)
                        .single())
                .toList();
        for (var one : country.derived()) if (!rows(one.table()).isEmpty()) derived.put(one.table(), compared(one));
        derived.put("vault.search_token", Set.of("token", "scope", "subject", "fact", "scheme"));
        waiting = sql.sql("SELECT DISTINCT noun FROM ledger.pending ORDER BY noun")
                .query(String.class)
                .list();
    }

    Kind next() {
        return one(kinds.stream()
                .flatMap(kind -> Collections.nCopies(kind.weight(), kind).stream())
                .toList());
    }

    List<String> kinds() {
        return kinds.stream().map(Kind::name).toList();
    }

    /** The derived tables that have rows. */
    Set<String> derivedTables() {
        return derived.keySet();
    }

    /** The tables of facts that have rows. */
    List<String> filled() {
        return filled.stream().map(FactTable::name).toList();
    }

    private Mutation editedFact() {
        var table = one(filled).name();
        var column = one(columns(table));
        return Mutation.quiet(edit(table, column), table);
    }

    private Mutation deletedFact() {
        var table = one(filled).name();
        return Mutation.quiet("DELETE FROM " + table + " WHERE " + row(table), table);
    }

    private Mutation insertedFact() {
        var table = one(filled).name();
        var names = columns(table).stream().map(Column::name).toList();
        return Mutation.quiet(
                "INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s"
                        .formatted(
                                table,
                                String.join(", ", names),
                                String.join(", ", names).replaceFirst("\\bid\\b", literal(uuid())),
                                table,
                                row(table)),
                table);
    }

    private Mutation leaf() {
        var change = random.nextInt(5);
        if (change == 0) {
            // Where a leaf is gone, the log has a gap, or the last head speaks of more than there is.
            return Mutation.of(
                    "DELETE FROM ledger.leaf WHERE " + row("ledger.leaf"), "ledger.leaf", "ledger.checkpoint");
        }
        return Mutation.of(edit("ledger.leaf", one(columns("ledger.leaf"))), "ledger.leaf", "ledger.checkpoint");
    }

    private Mutation tile() {
        var where = " WHERE " + row("ledger.tile");
        return Mutation.of(
                switch (random.nextInt(4)) {
                    case 0 -> "DELETE FROM ledger.tile" + where;
                    case 1 -> "UPDATE ledger.tile SET hashes = substr(hashes, 33)" + where;
                    case 2 ->
                        "INSERT INTO ledger.tile SELECT level + %d, n + 1, hashes FROM ledger.tile"
                                        .formatted(random.nextInt(9))
                                + where;
                    default -> edit("ledger.tile", one(columns("ledger.tile")));
                },
                "ledger.tile");
    }

    private Mutation checkpoint() {
        return Mutation.of(
                switch (random.nextInt(4)) {
                    case 0 -> "DELETE FROM ledger.checkpoint WHERE size = (SELECT max(size) FROM ledger.checkpoint)";
                    case 1 -> "UPDATE ledger.checkpoint SET size = size + 1 WHERE " + row("ledger.checkpoint");
                    case 2 ->
                        "INSERT INTO ledger.checkpoint (size, note) SELECT size - 1, note FROM ledger.checkpoint WHERE "
                                + row("ledger.checkpoint");
                    default ->
                        // A letter may stand there already: nothing is different then.
                        """
                        UPDATE ledger.checkpoint SET note = overlay(note PLACING '%1$s' FROM 1 + %2$d %% length(note) FOR 1)
                         WHERE substr(note, 1 + %2$d %% length(note), 1) <> '%1$s' AND %3$s""".formatted(
                                (char) ('A' + random.nextInt(26)), random.nextInt(10_000), row("ledger.checkpoint"));
                },
                "ledger.checkpoint");
    }

    private Mutation chain() {
        return Mutation.of(
                random.nextInt(4) == 0
                        ? "DELETE FROM ledger.chain WHERE " + row("ledger.chain")
                        : edit("ledger.chain", one(columns("ledger.chain"))),
                "ledger.chain");
    }

    private Mutation line() {
        return Mutation.of(
                random.nextInt(4) == 0
                        ? "DELETE FROM journal.line WHERE " + row("journal.line")
                        : edit("journal.line", one(columns("journal.line"))),
                "journal.line");
    }

    /** Of columns that the recomputation gives; of one that is made from the facts and declared, these are all. */
    private Mutation derived() {
        var table = one(List.copyOf(derived.keySet()));
        var columns = columns(table).stream()
                .filter(column -> derived.getOrDefault(table, Set.of()).contains(column.name()))
                .toList();
        return Mutation.quiet(
                random.nextInt(4) == 0 ? "DELETE FROM " + table + " WHERE " + row(table) : edit(table, one(columns)),
                table);
    }

    private Set<String> compared(Derived table) {
        var made = sql.sql("SELECT * FROM (" + table.recomputed() + ") made LIMIT 0")
                .query((ResultSetExtractor<List<String>>) none -> {
                    var names = new ArrayList<String>();
                    for (var i = 1; i <= none.getMetaData().getColumnCount(); i++)
                        names.add(none.getMetaData().getColumnName(i));
                    return names;
                });
        return Set.copyOf(made);
    }

    private List<Integer> rows(String table) {
        return sql.sql("SELECT 1 FROM " + table + " LIMIT 1")
                .query(Integer.class)
                .list();
    }

    private Mutation pending() {
        var noun = one(waiting);
        var where =
                " WHERE position = (SELECT position FROM ledger.pending WHERE noun = '%s' ORDER BY position OFFSET %d LIMIT 1)"
                        .formatted(noun, random.nextInt(2));
        return Mutation.of(
                switch (random.nextInt(7)) {
                    case 0 -> "DELETE FROM ledger.pending" + where;
                    case 1 -> "UPDATE ledger.pending SET content = content || ' '" + where;
                    case 2 -> "UPDATE ledger.pending SET scope = " + literal(uuid()) + where;
                    case 3 -> "UPDATE ledger.pending SET fact = " + literal(uuid()) + where;
                    case 4 -> "UPDATE ledger.pending SET label = 'clock'" + where;
                    case 5 -> "UPDATE ledger.pending SET recorded_at = recorded_at - interval '1 hour'" + where;
                    default ->
                        "INSERT INTO ledger.pending (scope, label, noun, fact, recorded_at, salt, content)"
                                + " SELECT scope, label, noun, fact, recorded_at, salt, content FROM ledger.pending"
                                + where;
                },
                noun);
    }

    private Mutation sealedValue() {
        return Mutation.quiet(
                random.nextInt(4) == 0
                        ? "DELETE FROM vault.sealed WHERE " + row("vault.sealed")
                        : edit("vault.sealed", one(columns("vault.sealed"))),
                "vault.sealed");
    }

    private Mutation guardOfATable() {
        var table = one(tables).name();
        return Mutation.of(
                one(List.of(
                                "ALTER TABLE {t} DISABLE TRIGGER refuse",
                                "ALTER TABLE {t} DISABLE TRIGGER seal",
                                "ALTER TABLE {t} ENABLE REPLICA TRIGGER seal",
                                "DROP TRIGGER seal ON {t}",
                                "ALTER TABLE {t} DISABLE ROW LEVEL SECURITY",
                                "ALTER POLICY readers ON {t} USING (scope IS NOT NULL)",
                                "ALTER POLICY writers ON {t} TO PUBLIC",
                                "DROP POLICY readers ON {t}",
                                "CREATE POLICY more ON {t} FOR UPDATE TO romdoul_application USING (true)",
                                "GRANT UPDATE ON {t} TO romdoul_application",
                                "GRANT DELETE ON {t} TO PUBLIC",
                                "GRANT INSERT (recorded_at) ON {t} TO romdoul_application",
                                "REVOKE SELECT ON {t} FROM romdoul_auditor",
                                "ALTER TABLE {t} OWNER TO romdoul_application",
                                "ALTER TABLE {t} ALTER COLUMN actor DROP NOT NULL",
                                "ALTER TABLE {t} ALTER COLUMN recorded_at SET DEFAULT now()",
                                "ALTER TABLE {t} ADD COLUMN more text",
                                "ALTER TABLE {t} RENAME COLUMN behalf TO on_behalf",
                                "DROP TABLE {t} CASCADE",
                                "CREATE RULE quiet AS ON INSERT TO {t} DO INSTEAD NOTHING"))
                        .replace("{t}", table),
                table);
    }

    private Mutation function() {
        var functions = sql.sql("""
                SELECT p.oid::regprocedure::text FROM pg_proc p
                 WHERE p.pronamespace::regnamespace::text IN ('ledger', 'access', 'cases', 'intake', 'prosecution') ORDER BY 1""").query(String.class).list();
        var function = one(functions);
        return Mutation.of(
                one(List.of(
                                "ALTER FUNCTION {f} OWNER TO romdoul_application",
                                "ALTER FUNCTION {f} LEAKPROOF",
                                "ALTER FUNCTION {f} SET search_path = public",
                                "GRANT EXECUTE ON FUNCTION {f} TO romdoul_publication WITH GRANT OPTION",
                                "DROP FUNCTION {f} CASCADE"))
                        .replace("{f}", function),
                function.substring(0, function.indexOf('(')));
    }

    /** Changes one value of one row, whatever its type. */
    private String edit(String table, Column column) {
        var name = column.name();
        var fresh = switch (column.type()) {
            case "uuid" -> literal(uuid());
            case "timestamp with time zone" ->
                name + " + interval '%d microseconds'".formatted(1 + random.nextInt(999_999));
            case "boolean" -> "NOT " + name;
            case "bigint", "integer", "smallint" -> name + " + " + (1 + random.nextInt(3));
            case "bytea" ->
                "set_bit(%1$s, %2$d %% (8 * length(%1$s)), 1 - get_bit(%1$s, %2$d %% (8 * length(%1$s))))"
                        .formatted(name, random.nextInt(100_000));
            case "journal.edtf" -> "'" + (1950 + random.nextInt(70)) + "'";
            case "vault.ref" ->
                "overlay(%s PLACING '%s' FROM %d FOR 1)"
                        .formatted(name, (char) ('A' + random.nextInt(26)), 38 + random.nextInt(43));
            case "text" -> name + " || 'x'";
            default -> "NULL";
        };
        return "UPDATE %1$s SET %2$s = %3$s WHERE %4$s AND %2$s IS DISTINCT FROM %3$s"
                .formatted(table, name, fresh, row(table));
    }

    private List<Column> columns(String table) {
        return sql.sql("""
                SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
                 WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped ORDER BY attnum""").param("table", table).query(Column.class).list();
    }

    /** One row of the table. */
    private String row(String table) {
        var rows = sql.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
        return "ctid = (SELECT ctid FROM %1$s ORDER BY %1$s::text OFFSET %2$d LIMIT 1)"
                .formatted(table, random.nextInt(Math.max(1, rows)))
                .replace(table + "::text", table.substring(table.indexOf('.') + 1) + "::text");
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String literal(UUID id) {
        return "'" + id + "'::uuid";
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
