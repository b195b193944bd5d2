package org.romdoul.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.Condition;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Codes;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hand-overs of exhibits, with their answers. Policies show a reader of the case all of them, others their own. */
@Repository
class HandOverRows {

    // Two hand-overs cannot follow the same step: the second finds it taken.
    private static final String GIVE = """
            INSERT INTO evidence.hand_over (%s, subject, follows, receiver, ended, order_words, witness, reason, place, seal, found)
            VALUES (%s, :subject, :follows, :receiver, :ended, :order_words, :witness, :reason, :place, :seal, :found)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ANSWER = """
            INSERT INTO evidence.receipt (%s, subject, hand_over, giver, outcome, place, seal, found, stored)
            VALUES (%s, :subject, :hand_over, :giver, :outcome, :place, :seal, :found, :stored)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String WITNESS = """
            INSERT INTO evidence.witnessing (%s, subject, hand_over) VALUES (%s, :subject, :hand_over)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String COLUMNS = """
            SELECT h.*, w.recorded_at AS witnessed,
                   r.id AS r_id, r.actor AS r_actor, r.outcome AS r_outcome, r.place AS r_place, r.seal AS r_seal,
                   r.found AS r_found, r.stored AS r_stored, r.happened AS r_happened, r.recorded_at AS r_recorded_at
              FROM evidence.hand_over h
              LEFT JOIN evidence.receipt r ON r.hand_over = h.id
              LEFT JOIN evidence.witnessing w ON w.hand_over = h.id
            """;

    private static final String OF_EXHIBIT = COLUMNS + " WHERE h.subject = :exhibit ORDER BY h.recorded_at, h.id";
    private static final String IN_CASE = COLUMNS + " WHERE h.scope = :case ORDER BY h.recorded_at, h.id";

    private final JdbcClient sql;

    HandOverRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean give(Fact fact, Standing standing, Given given, @Nullable SealedRef order) {
        return sql.sql(GIVE)
                        .params(fact.parameters())
                        .param("subject", standing.exhibit())
                        .param("follows", standing.step())
                        .param("receiver", given.receiver())
                        .param("ended", code(given.ended()))
                        .param("order_words", order == null ? null : order.toString())
                        .param("witness", given.witness())
                        .param("reason", Codes.of(given.reason()))
                        .param("place", given.place())
                        .param("seal", given.seal())
                        .param("found", Codes.of(given.found()))
                        .update()
                == 1;
    }

    boolean answer(Fact fact, HandOver handOver, Receipt receipt) {
        return sql.sql(ANSWER)
                        .params(fact.parameters())
                        .param("subject", handOver.exhibit())
                        .param("hand_over", handOver.id())
                        .param("giver", handOver.giver())
                        .param("outcome", Codes.of(receipt.outcome()))
                        .param("place", receipt.place())
                        .param("seal", receipt.seal())
                        .param("found", code(receipt.found()))
                        .param("stored", code(receipt.stored()))
                        .update()
                == 1;
    }

    boolean witness(Fact fact, HandOver handOver) {
        return sql.sql(WITNESS)
                        .params(fact.parameters())
                        .param("subject", handOver.exhibit())
                        .param("hand_over", handOver.id())
                        .update()
                == 1;
    }

    /** @return the hand-overs of an exhibit that the reader of this transaction may see, oldest first */
    List<HandOver> of(UUID exhibit) {
        return sql.sql(OF_EXHIBIT)
                .param("exhibit", exhibit)
                .query(HandOverRows::handOver)
                .list();
    }

    List<HandOver> in(OpenCase file) {
        return sql.sql(IN_CASE)
                .param("case", file.id())
                .query(HandOverRows::handOver)
                .list();
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        return new HandOver(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getObject("follows", UUID.class),
                row.getObject("actor", UUID.class),
                row.getObject("receiver", UUID.class),
                constant(HandOver.End.class, row.getString("ended")),
                row.getObject("witness", UUID.class),
                Codes.to(HandOver.Reason.class, row.getString("reason")),
                row.getString("place"),
                row.getString("seal"),
                Codes.to(Found.class, row.getString("found")),
                new PartialDate(row.getString("happened")),
                row.getTimestamp("recorded_at").toInstant(),
                instant(row.getTimestamp("witnessed")),
                receipt(row));
    }

    private static @Nullable Receipt receipt(ResultSet row) throws SQLException {
        var id = row.getObject("r_id", UUID.class);
        if (id == null) return null;
        return new Receipt(
                id,
                Codes.to(Receipt.Outcome.class, row.getString("r_outcome")),
                row.getObject("r_actor", UUID.class),
                row.getString("r_place"),
                row.getString("r_seal"),
                constant(Found.class, row.getString("r_found")),
                constant(Condition.class, row.getString("r_stored")),
                new PartialDate(row.getString("r_happened")),
                row.getTimestamp("r_recorded_at").toInstant());
    }

    static @Nullable String code(@Nullable Enum<?> constant) {
        return constant == null ? null : Codes.of(constant);
    }

    static <E extends Enum<E>> @Nullable E constant(Class<E> constants, @Nullable String code) {
        return code == null ? null : Codes.to(constants, code);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
