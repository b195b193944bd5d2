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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
                 WHERE c.contests IS NULL
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
                   w.next_due, w.legal_due, f.place
              FROM cases.case_file f
              LEFT JOIN owners o ON o.scope = f.id
              LEFT JOIN stages s ON s.scope = f.id
              LEFT JOIN agencies a ON a.scope = f.id
              LEFT JOIN closings c ON c.scope = f.id
              LEFT JOIN waiting w ON w.scope = f.id""";

    // A page of the list: what somebody works on, what she answers for and what her agency holds, each a branch of its
    // own that
    // stops after a page, so that may_read is asked of no more rows than that. NEWEST walks what she works on in the
    // order of
    // access.reader.
    private static final String NEWEST_WORKED_ON = """
            (SELECT DISTINCT ON (r.scope) d.*
               FROM access.held(:account) AS r (scope) JOIN cases.desk d ON d.scope = r.scope
              WHERE r.scope < :after%s
              ORDER BY r.scope DESC LIMIT :limit)""";
    private static final String BRANCH = """
            (SELECT d.* FROM cases.desk d
              WHERE %s AND %s%s
              ORDER BY %s LIMIT :limit)""";
    private static final String WORKED_ON = "d.scope IN (SELECT r.scope FROM access.held(:account) AS r (scope))";
    private static final String OWNED = "d.owner = :account";
    private static final String OF_AGENCY = "d.agency = :agency";
    private static final String TOGETHER = "SELECT * FROM (%s) d ORDER BY %s LIMIT :limit";

    /** The way a list is sorted; of what is due next, a case with nothing due comes last. */
    private enum Order {
        NEWEST("d.scope < :after", "d.scope DESC"),
        DUE(
                "(coalesce(d.next_due, 'infinity'), d.scope) > (:due, :after)",
                "coalesce(d.next_due, 'infinity'), d.scope");

        private final String after;
        private final String by;

        Order(String after, String by) {
            this.after = after;
            this.by = by;
        }

        private String branch(String whose, String conditions) {
            return this == NEWEST && whose.equals(WORKED_ON)
                    ? NEWEST_WORKED_ON.formatted(conditions)
                    : BRANCH.formatted(whose, after, conditions, by);
        }

        private String together(List<String> branches) {
            return TOGETHER.formatted(String.join("\nUNION\n", branches), by);
        }
    }

    // The groups of Urgency, for :now; a limit of law that has passed is critical at once.
    private static final Map<Urgency, String> PRESSING = Map.of(
            Urgency.CRITICAL, "d.next_due <= :late OR d.legal_due <= :now",
            Urgency.OVERDUE, "d.next_due > :late AND d.next_due <= :now AND (d.legal_due > :now) IS NOT FALSE",
            Urgency.SOON, "d.next_due > :now AND d.next_due <= :soon",
            Urgency.LATER, "d.next_due > :soon");

    private static final String THESE = "SELECT * FROM cases.desk WHERE scope IN (:cases) ORDER BY scope DESC";
    private static final String OF = "SELECT * FROM cases.desk WHERE scope = :case";

    private final JdbcClient sql;

    DeskRows(JdbcClient sql) {
        this.sql = sql;
    }

    Desk of(OpenCase file) {
        return sql.sql(OF).param("case", file.id()).query(DeskRows::desk).single();
    }

    List<Desk> page(Actor reader, CaseList.Filter filter, Instant now, int limit) {
        var after = filter.after();
        var stage = filter.stage();
        var status = filter.status();
        return sql.sql(page(reader, filter))
                .param("account", reader.account())
                .param("agency", reader.agency())
                .param("after", after == null ? filter.sort().end() : after.id())
                .param("due", after == null ? utc(Instant.EPOCH) : due(after.due()))
                .param("stage", stage == null ? "" : Codes.of(stage))
                .param("status", status == null ? "" : Codes.of(status))
                .param("place", filter.place())
                .param("now", utc(now))
                .param("late", utc(now.minus(Urgency.LATE)))
                .param("soon", utc(now.plus(Urgency.SOON_BEFORE)))
                .param("limit", limit)
                .query(DeskRows::desk)
                .list();
    }

    private static String page(Actor reader, CaseList.Filter filter) {
        var order = filter.sort() == CaseList.Sort.DUE ? Order.DUE : Order.NEWEST;
        var conditions = conditions(filter);
        return order.together(whose(reader, filter).stream()
                .map(whose -> order.branch(whose, conditions))
                .toList());
    }

    private static List<String> whose(Actor reader, CaseList.Filter filter) {
        if (filter.mine()) return List.of(OWNED);
        if (!reader.role().leads()) return List.of(WORKED_ON);
        return filter.team() ? List.of(OF_AGENCY) : List.of(WORKED_ON, OF_AGENCY);
    }

    private static String conditions(CaseList.Filter filter) {
        return (filter.stage() == null ? "" : " AND d.stage = :stage")
                + (filter.status() == null ? "" : " AND d.status = :status")
                + (filter.place().isEmpty() ? "" : " AND d.place = :place")
                + (filter.team() ? " AND d.agency = :agency" : "")
                + (filter.urgencies().isEmpty()
                        ? ""
                        : filter.urgencies().stream()
                                .sorted()
                                .map(PRESSING::get)
                                .collect(Collectors.joining(") OR (", " AND ((", "))")));
    }

    /** A case with nothing due has no limit to what it waits for. */
    private static OffsetDateTime due(@Nullable Instant due) {
        return due == null ? OffsetDateTime.MAX : utc(due);
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
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
                row.getString("place"),
                instant(row.getTimestamp("next_due")),
                instant(row.getTimestamp("legal_due")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
