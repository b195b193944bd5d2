package org.romdoul.venues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases name which venues. Row-level security shows each of them to whoever may read its case. */
@Repository
class NamingRows {

    private static final String NAME = """
            INSERT INTO venues.venue_link (%s, venue, code) VALUES (%s, :venue, :code)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String END = """
            INSERT INTO venues.venue_link_end (%s, venue_link) VALUES (%s, :link)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String OF_CASE = """
            SELECT v.*, l.id AS link, l.scope AS named_by, l.actor AS namer, l.recorded_at AS named
              FROM venues.venue_link l JOIN venues.venue v ON v.id = l.venue
             WHERE l.scope = :case
               AND NOT EXISTS (SELECT 1 FROM venues.venue_link_end e WHERE e.venue_link = l.id)
             ORDER BY l.recorded_at, l.id""";

    private static final String CASES = """
            SELECT DISTINCT l.scope FROM venues.venue_link l
             WHERE l.venue = :venue
               AND NOT EXISTS (SELECT 1 FROM venues.venue_link_end e WHERE e.venue_link = l.id)
             ORDER BY l.scope DESC LIMIT :limit""";

    private static final String THERE = "SELECT count(*) FROM venues.venue_link WHERE id = :id";

    private final JdbcClient sql;

    NamingRows(JdbcClient sql) {
        this.sql = sql;
    }

    void name(Fact fact, Venue venue) {
        sql.sql(NAME)
                .params(fact.parameters())
                .param("venue", venue.id())
                .param("code", venue.code().value())
                .update();
    }

    void end(Fact fact, Naming naming) {
        sql.sql(END).params(fact.parameters()).param("link", naming.id()).update();
    }

    boolean isThere(UUID fact) {
        return sql.sql(THERE).param("id", fact).query(Integer.class).single() > 0;
    }

    List<Naming> of(OpenCase file) {
        return sql.sql(OF_CASE)
                .param("case", file.id())
                .query(NamingRows::naming)
                .list();
    }

    /** @return cases that name a venue, the newest first, as far as the reader of the transaction may see them */
    List<UUID> cases(Venue venue, int limit) {
        return sql.sql(CASES)
                .param("venue", venue.id())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private static Naming naming(ResultSet row, int number) throws SQLException {
        return new Naming(
                row.getObject("link", UUID.class),
                row.getObject("named_by", UUID.class),
                VenueRows.venue(row, number),
                row.getObject("namer", UUID.class),
                row.getTimestamp("named").toInstant());
    }
}
