package org.romdoul.venues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Codes;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Venues as they were registered, and what inspections found there. */
@Repository
class VenueRows {

    private static final String ADD = """
            INSERT INTO venues.venue (%s, code, kind, place, address) VALUES (%s, :code, :kind, :place, :address)
            ON CONFLICT (id) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String INSPECT = """
            INSERT INTO venues.inspection (%s, venue, result) VALUES (%s, :venue, :result)
            ON CONFLICT (id) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String FIND = "SELECT * FROM venues.venue WHERE code = :code";
    private static final String FIND_BY_ID = "SELECT * FROM venues.venue WHERE id = :id";

    // Walks the venues from the newest and stops after a page.
    private static final String PAGE = """
            SELECT v.*, i.actor AS inspector, i.happened AS inspected, i.result
              FROM venues.venue v
              LEFT JOIN LATERAL (
                   SELECT n.actor, n.happened, n.result FROM venues.inspection n
                    WHERE n.venue = v.id ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1) i ON true
             WHERE v.id < :after
               AND (:kind = '' OR v.kind = :kind)
               AND (:place = '' OR v.place = :place)
               AND (CAST(:agency AS uuid) IS NULL OR v.scope = :agency)
             ORDER BY v.id DESC LIMIT :limit""";

    private static final String INSPECTIONS = """
            SELECT actor AS inspector, happened AS inspected, result FROM venues.inspection
             WHERE venue = :venue ORDER BY recorded_at DESC, id DESC LIMIT 50""";

    private static final UUID END = new UUID(-1, -1);

    private final JdbcClient sql;

    VenueRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fact fact, VenueCode code, Venue.Kind kind, @Nullable String place, @Nullable SealedRef address) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("code", code.value())
                .param("kind", Codes.of(kind))
                .param("place", place)
                .param("address", address == null ? null : address.toString())
                .update();
    }

    void inspect(Fact fact, Venue venue, Inspection.Result result) {
        sql.sql(INSPECT)
                .params(fact.parameters())
                .param("venue", venue.id())
                .param("result", Codes.of(result))
                .update();
    }

    Optional<Venue> find(VenueCode code) {
        return sql.sql(FIND).param("code", code.value()).query(VenueRows::venue).optional();
    }

    Optional<Venue> find(UUID id) {
        return sql.sql(FIND_BY_ID).param("id", id).query(VenueRows::venue).optional();
    }

    List<Register.Line> page(Register.Filter filter, int limit) {
        var kind = filter.kind();
        return sql.sql(PAGE)
                .param("after", filter.after() == null ? END : filter.after())
                .param("kind", kind == null ? "" : Codes.of(kind))
                .param("place", filter.place() == null ? "" : filter.place())
                .param("agency", filter.agency())
                .param("limit", limit)
                .query((row, n) ->
                        new Register.Line(venue(row, n), row.getString("result") == null ? null : inspection(row, n)))
                .list();
    }

    List<Inspection> inspections(Venue venue) {
        return sql.sql(INSPECTIONS)
                .param("venue", venue.id())
                .query(VenueRows::inspection)
                .list();
    }

    static Venue venue(ResultSet row, int number) throws SQLException {
        var address = row.getString("address");
        return new Venue(
                row.getObject("id", UUID.class),
                new VenueCode(row.getString("code")),
                row.getObject("scope", UUID.class),
                row.getObject("actor", UUID.class),
                Codes.to(Venue.Kind.class, row.getString("kind")),
                row.getString("place"),
                address == null ? null : SealedRef.parse(address),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static Inspection inspection(ResultSet row, int number) throws SQLException {
        return new Inspection(
                row.getObject("inspector", UUID.class),
                new PartialDate(row.getString("inspected")),
                Codes.to(Inspection.Result.class, row.getString("result")));
    }
}
