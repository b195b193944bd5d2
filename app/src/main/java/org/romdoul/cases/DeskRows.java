package org.romdoul.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of cases. The database writes it ({@code cases.lay_out}); here it is read. */
@Repository
class DeskRows {

    /** What the table must equal, from the facts alone: written apart from what writes it, so that each checks the other. */
    static final String RECOMPUTED = """
            WITH owners AS (
                SELECT DISTINCT ON (m.scope) m.scope, m.account
                  FROM cases.membership m LEFT JOIN cases.membership_end e ON e.membership = m.id
                 WHERE m.part = 'owner' AND e.id IS NULL
                 ORDER BY m.scope, m.recorded_at DESC, m.id DESC),
            stages AS (
                SELECT DISTINCT ON (s.scope) s.scope, s.stage FROM cases.stage s
                 ORDER BY s.scope, s.recorded_at DESC, s.id DESC),
            agencies AS (
                SELECT DISTINCT ON (a.scope) a.scope, a.agency FROM cases.transfer_answer a
                 WHERE a.outcome = 'accepted' ORDER BY a.scope, a.recorded_at DESC, a.id DESC),
            closings AS (
                SELECT DISTINCT ON (c.scope) c.scope, a.accepted, r.id AS reopened
                  FROM cases.closing c
                  LEFT JOIN cases.closing_answer a ON a.closing = c.id
                  LEFT JOIN cases.reopening r ON r.closing = c.id
                 ORDER BY c.scope, c.recorded_at DESC, c.id DESC),
            waiting AS (
                SELECT t.scope, min(t.due) AS next_due, min(t.due) FILTER (WHERE t.legal_limit IS NOT NULL) AS legal_due
                  FROM cases.task t
                  LEFT JOIN cases.task_end e ON e.task = t.id
                  LEFT JOIN cases.task n ON n.supersedes = t.id
                 WHERE e.id IS NULL AND n.id IS NULL
                 GROUP BY t.scope)
            SELECT f.id AS scope, f.code, coalesce(s.stage, 'investigation') AS stage,
                   CASE WHEN c.scope IS NULL OR c.reopened IS NOT NULL THEN 'open'
                        WHEN c.accepted IS NULL THEN 'closing' WHEN c.accepted THEN 'closed' ELSE 'open' END AS status,
                   coalesce(a.agency, f.agency) AS agency, o.account AS owner, f.recorded_at AS opened,
                   w.next_due, w.legal_due
              FROM cases.case_file f
              LEFT JOIN owners o ON o.scope = f.id
              LEFT JOIN stages s ON s.scope = f.id
              LEFT JOIN agencies a ON a.scope = f.id
              LEFT JOIN closings c ON c.scope = f.id
              LEFT JOIN waiting w ON w.scope = f.id""";

    // Both branches walk an index from its end and stop after a page: what an account may read (access.reader) in the
    // order
    // of its cases, and what an agency holds. Neither asks may_read of more rows than it shows.
    private static final String HERS = """
            (SELECT DISTINCT ON (r.scope) d.* FROM access.held(:account) AS r (scope) JOIN cases.desk d ON d.scope = r.scope
              WHERE r.scope < :after%s
              ORDER BY r.scope DESC LIMIT :limit)""";
    private static final String OF_AGENCY = """
            (SELECT d.* FROM cases.desk d WHERE d.agency = :agency AND d.scope < :after%s
              ORDER BY d.scope DESC LIMIT :limit)""";
    private static final String OWNED = """
            (SELECT d.* FROM cases.desk d WHERE d.owner = :account AND d.scope < :after%s
              ORDER BY d.scope DESC LIMIT :limit)""";
    private static final String THESE = "SELECT * FROM cases.desk WHERE scope IN (:cases) ORDER BY scope DESC";
    private static final UUID END = new UUID(-1, -1);

    private static final String OF = "SELECT * FROM cases.desk WHERE scope = :case";

    private final JdbcClient sql;

    DeskRows(JdbcClient sql) {
        this.sql = sql;
    }

    Desk of(OpenCase file) {
        return sql.sql(OF).param("case", file.id()).query(DeskRows::desk).single();
    }

    List<Desk> page(Actor reader, CaseList.Filter filter, Instant now, int limit) {
        var conditions = (filter.status() == null ? "" : " AND d.status = :status")
                + (filter.team() ? " AND d.agency = :agency" : "")
                + (filter.late() ? " AND d.next_due <= :now" : "");
        var branches = filter.mine()
                ? OWNED.formatted(conditions)
                : reader.role().leads() && filter.team()
                        ? OF_AGENCY.formatted(conditions)
                        : reader.role().leads()
                                ? HERS.formatted(conditions) + " UNION " + OF_AGENCY.formatted(conditions)
                                : HERS.formatted(conditions);
        return sql.sql("SELECT * FROM (" + branches + ") d ORDER BY d.scope DESC LIMIT :limit")
                .param("account", reader.account())
                .param("agency", reader.agency())
                .param("after", filter.after() == null ? END : filter.after())
                .param("status", filter.status() == null ? "" : Codes.of(filter.status()))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("limit", limit)
                .query(DeskRows::desk)
                .list();
    }

    List<Desk> of(Collection<UUID> cases) {
        return cases.isEmpty()
                ? List.of()
                : sql.sql(THESE).param("cases", cases).query(DeskRows::desk).list();
    }

    static Desk desk(ResultSet row, int number) throws SQLException {
        return new Desk(
                row.getObject("scope", UUID.class),
                new CaseCode(row.getString("code")),
                Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getObject("agency", UUID.class),
                row.getObject("owner", UUID.class),
                row.getTimestamp("opened").toInstant(),
                instant(row.getTimestamp("next_due")),
                instant(row.getTimestamp("legal_due")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
