package org.romdoul.prosecution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.cases.CaseCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accused of all cases that a reader may open. */
@Repository
class BoardRows {

    // Each hat's cases are walked from the newest and left after a page.
    private static final String PAGE = """
            SELECT DISTINCT ON (b.scope, b.label) b.scope, b.code, b.defendant, b.label
              FROM unnest(:hats::uuid[]) AS w (hat), LATERAL (
                   SELECT DISTINCT ON (s.scope, s.label) s.scope, s.code, s.defendant, s.label
                     FROM access.held(w.hat) AS h (scope) JOIN prosecution.standing s ON s.scope = h.scope
                    WHERE s.scope <= :scope AND (s.scope < :scope OR s.label > :label)%s
                    ORDER BY s.scope DESC, s.label LIMIT :limit) b
             ORDER BY b.scope DESC, b.label LIMIT :limit""";

    private static final String OUTCOME = " AND s.outcome = :outcome";
    private static final String PENDING = " AND s.finality = 'under_appeal'";
    private static final String COURT = """
             AND EXISTS (SELECT 1 FROM prosecution.hearing_now h
                         WHERE h.scope = s.scope AND h.subject = s.defendant AND h.court = :court)""";

    private static final String HELD = """
             AND EXISTS (SELECT 1 FROM prosecution.detention_now d
                         WHERE d.scope = s.scope AND d.subject = s.defendant
                           AND NOT EXISTS (SELECT 1 FROM prosecution.detention_end_now e WHERE e.detention = d.detention))""";

    private static final String COURTS = """
            SELECT DISTINCT n.court
              FROM unnest(:hats::uuid[]) AS w (hat), access.held(w.hat) AS h (scope)
              JOIN prosecution.hearing_now n ON n.scope = h.scope
             ORDER BY n.court LIMIT 200""";

    private static final String SITTING = """
            SELECT DISTINCT s.scope, s.code, s.defendant, s.label
              FROM unnest(:hats::uuid[]) AS w (hat), access.held(w.hat) AS h (scope)
              JOIN prosecution.hearing_now n ON n.scope = h.scope
              JOIN prosecution.standing s ON s.defendant = n.subject
             WHERE n.court = :court AND n.happened >= :from AND n.happened < :to
             ORDER BY s.scope, s.label LIMIT 1000""";

    private static final UUID END = new UUID(-1, -1);

    /** An accused of a case. */
    record Place(UUID scope, CaseCode code, UUID defendant, String label) {}

    private final JdbcClient sql;

    BoardRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return of what a filter asks, all but how near a limit is: only that somebody is held */
    List<Place> page(Actor reader, Board.Filter filter, int limit) {
        var conditions = (filter.outcome().isEmpty() ? "" : OUTCOME)
                + (filter.pending() ? PENDING : "")
                + (filter.court().isEmpty() ? "" : COURT)
                + (filter.urgency() == Board.Urgency.ANY ? "" : HELD);
        return sql.sql(PAGE.formatted(conditions))
                .param("hats", hats(reader))
                .param("scope", filter.after() == null ? END : filter.after().scope())
                .param("label", filter.after() == null ? "" : filter.after().label())
                .param("outcome", filter.outcome())
                .param("court", filter.court())
                .param("limit", limit)
                .query(BoardRows::place)
                .list();
    }

    List<String> courts(Actor reader) {
        return sql.sql(COURTS).param("hats", hats(reader)).query(String.class).list();
    }

    /** @param from and {@code to}: days as facts write them, the second no longer included */
    List<Place> sitting(Actor reader, String court, String from, String to) {
        return sql.sql(SITTING)
                .param("hats", hats(reader))
                .param("court", court)
                .param("from", from)
                .param("to", to)
                .query(BoardRows::place)
                .list();
    }

    private static UUID[] hats(Actor reader) {
        return reader.hats().toArray(UUID[]::new);
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getObject("scope", UUID.class),
                new CaseCode(row.getString("code")),
                row.getObject("defendant", UUID.class),
                row.getString("label"));
    }
}
