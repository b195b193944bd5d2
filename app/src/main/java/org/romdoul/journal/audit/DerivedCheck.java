package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.romdoul.journal.Derived;

/** Makes a derived table again from its facts and names the rows that only one of the two has. */
final class DerivedCheck {

    private static final String COMPARED = """
            SELECT 'in the table alone', to_jsonb(x)::text
              FROM ((SELECT {columns} FROM {table}) EXCEPT ALL (SELECT {columns} FROM ({recomputed}) made)) x
            UNION ALL
            SELECT 'in the facts alone', to_jsonb(x)::text
              FROM ((SELECT {columns} FROM ({recomputed}) made) EXCEPT ALL (SELECT {columns} FROM {table})) x""";

    private DerivedCheck() {}

    static void check(Connection sql, Derived derived, Findings findings) throws SQLException {
        var query = COMPARED.replace("{columns}", columns(sql, derived))
                .replace("{table}", Quoted.name(derived.table()))
                .replace("{recomputed}", derived.recomputed());
        try (var rows = Cursor.open(sql, query)) {
            while (rows.next())
                findings.add(
                        Kind.DERIVED_DIFFERS,
                        derived.table(),
                        rows.row().getString(2),
                        rows.row().getString(1));
        }
    }

    /** The columns that the recomputation gives: a test demands that they are all. */
    private static String columns(Connection sql, Derived derived) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = sql.createStatement();
                var none = statement.executeQuery("SELECT * FROM (" + derived.recomputed() + ") made LIMIT 0")) {
            var made = none.getMetaData();
            for (var i = 1; i <= made.getColumnCount(); i++) names.add(Quoted.word(made.getColumnName(i)));
        }
        return String.join(", ", names);
    }
}
