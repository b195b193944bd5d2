package org.romdoul.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Codes;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Allegations: each correction a row of its own, the second of two hands kept as contesting the first's. */
@Repository
class AllegationRows {

    /** An allegation as it is kept: its words sealed. */
    record Kept(
            UUID id,
            @Nullable UUID contests,
            UUID actor,
            PartialDate happened,
            Instant recordedAt,
            Allegation codes,
            SealedRef words) {}

    private static final String ADD = """
            INSERT INTO cases.allegation (%s, contests, child, acts, means, purposes, place, words)
            VALUES (%s, :contests, :child, string_to_array(:acts, ','), string_to_array(:means, ','),
                    string_to_array(:purposes, ','), :place, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String CHOOSE = """
            INSERT INTO cases.allegation_choice (%s, contested, chosen, rejected)
            VALUES (%s, :contested, :chosen, :rejected)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    // What holds: corrected by nothing, rejected by nobody, and if it came second, chosen. Then what still contests it.
    private static final String STANDING = """
            SELECT a.* FROM cases.allegation a
             WHERE a.scope = :case
               AND NOT EXISTS (SELECT 1 FROM cases.allegation n WHERE n.supersedes = a.id)
               AND NOT EXISTS (SELECT 1 FROM cases.allegation_choice c WHERE c.rejected = a.id)
             ORDER BY a.contests IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM cases.allegation_choice c WHERE c.chosen = a.id),
                      a.recorded_at""";

    private static final String THERE = "SELECT count(*) FROM cases.allegation WHERE id = :id";

    private final JdbcClient sql;

    AllegationRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean add(Fact fact, @Nullable UUID contests, Allegation allegation, SealedRef words) {
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("contests", contests)
                        .param("child", Codes.of(allegation.child()))
                        .param("acts", joined(allegation.acts()))
                        .param("means", joined(allegation.means()))
                        .param("purposes", joined(allegation.purposes()))
                        .param("place", allegation.place())
                        .param("words", words.toString())
                        .update()
                == 1;
    }

    boolean isThere(UUID id) {
        return sql.sql(THERE).param("id", id).query(Integer.class).single() > 0;
    }

    boolean choose(Fact fact, UUID contested, UUID chosen, UUID rejected) {
        return sql.sql(CHOOSE)
                        .params(fact.parameters())
                        .param("contested", contested)
                        .param("chosen", chosen)
                        .param("rejected", rejected)
                        .update()
                == 1;
    }

    /** @return what holds, then what contests it; a decision fact takes the one or the other away */
    List<Kept> standing(UUID caseId) {
        return sql.sql(STANDING)
                .param("case", caseId)
                .query(AllegationRows::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("contests", UUID.class),
                row.getObject("actor", UUID.class),
                new PartialDate(row.getString("happened")),
                row.getTimestamp("recorded_at").toInstant(),
                new Allegation(
                        Codes.to(Allegation.Child.class, row.getString("child")),
                        set(Allegation.Act.class, row.getArray("acts")),
                        set(Allegation.Means.class, row.getArray("means")),
                        set(Allegation.Purpose.class, row.getArray("purposes")),
                        row.getString("place"),
                        ""),
                SealedRef.parse(row.getString("words")));
    }

    private static String joined(Collection<? extends Enum<?>> constants) {
        return String.join(",", constants.stream().map(Codes::of).toList());
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> constants, Array codes) throws SQLException {
        var set = EnumSet.noneOf(constants);
        Arrays.stream((String[]) codes.getArray())
                .map(code -> Codes.to(constants, code))
                .forEach(set::add);
        return set;
    }
}
