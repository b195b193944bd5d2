package org.romdoul.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.journal.ManyFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works on a case: joined and left, never edited. */
@Repository
class MembershipRows {

    /** Who may read a case: the leads of the agency that holds it, and whoever works on it. */
    static final String READERS_RECOMPUTED = """
            SELECT f.id AS scope, coalesce(a.agency, f.agency) AS hat, coalesce(a.id, f.id) AS basis,
                   NULL::timestamptz AS until
              FROM cases.case_file f
              LEFT JOIN (SELECT DISTINCT ON (t.scope) t.scope, t.agency, t.id FROM cases.transfer_answer t
                          WHERE t.outcome = 'accepted' ORDER BY t.scope, t.recorded_at DESC, t.id DESC) a ON a.scope = f.id
            UNION ALL
            SELECT m.scope, m.account, m.id, NULL FROM cases.membership m
             WHERE NOT EXISTS (SELECT 1 FROM cases.membership_end e WHERE e.membership = m.id)""";

    private static final String JOIN = """
            INSERT INTO cases.membership (%s, account, part) VALUES (%s, :account, :part)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String JOIN_ALL = ManyFacts.insert("cases.membership", "account", "part");

    private static final String END = """
            INSERT INTO cases.membership_end (%s, membership) VALUES (%s, :membership)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String NOW = """
            SELECT m.id, m.account, m.part FROM cases.membership m
             WHERE m.scope = :case
               AND NOT EXISTS (SELECT 1 FROM cases.membership_end e WHERE e.membership = m.id)
             ORDER BY m.recorded_at""";

    private static final String HERS = """
            SELECT DISTINCT m.scope FROM cases.membership m JOIN cases.desk d ON d.scope = m.scope
             WHERE m.account = :account AND d.agency = :agency
               AND NOT EXISTS (SELECT 1 FROM cases.membership_end e WHERE e.membership = m.id)""";

    private final JdbcClient sql;

    MembershipRows(JdbcClient sql) {
        this.sql = sql;
    }

    void join(Fact fact, UUID account, Membership.Part part) {
        sql.sql(JOIN)
                .params(fact.parameters())
                .param("account", account)
                .param("part", part.name().toLowerCase(Locale.ROOT))
                .update();
    }

    void joinAll(List<Fact> facts, UUID account, Membership.Part part) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var fact : facts) {
            var row = fact.parameters();
            row.put("account", account);
            row.put("part", part.name().toLowerCase(Locale.ROOT));
            rows.add(row);
        }
        sql.sql(JOIN_ALL).param("rows", ManyFacts.rows(rows)).update();
    }

    void end(Fact fact, UUID membership) {
        sql.sql(END).params(fact.parameters()).param("membership", membership).update();
    }

    boolean isThere(UUID fact) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM cases.membership WHERE id = :fact)")
                .param("fact", fact)
                .query(Boolean.class)
                .single();
    }

    /** @return the cases an agency holds on which somebody works, as far as the reader of the transaction may see them */
    List<UUID> casesOf(UUID account, UUID agency) {
        return sql.sql(HERS)
                .param("account", account)
                .param("agency", agency)
                .query((row, n) -> row.getObject("scope", UUID.class))
                .list();
    }

    List<Membership> now(UUID caseId) {
        return sql.sql(NOW)
                .param("case", caseId)
                .query((row, n) -> new Membership(
                        row.getObject("id", UUID.class),
                        row.getObject("account", UUID.class),
                        Membership.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT))))
                .list();
    }
}
