package org.romdoul.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.journal.witnessing.Witnesses;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tips and what became of them. */
@Repository
class TipRows {

    /** What was decided of a tip: by which fact, and which case it is part of. */
    record Decided(UUID fact, Tip.Outcome outcome, @Nullable UUID caseId) {}

    /** Whoever sits at the tip desk may read every tip. */
    static final String READERS_RECOMPUTED = """
            SELECT id AS scope, '%s'::uuid AS hat, id AS basis, NULL::timestamptz AS until FROM intake.tip""".formatted(Actor.TIP_DESK);

    /** Which case a tip has become part of. */
    static final String PARTS_RECOMPUTED =
            "SELECT g.scope, g.case_file AS whole FROM intake.triage g WHERE g.case_file IS NOT NULL";

    // Without naming the index: naming it would ask leave to read, and the public page has none.
    private static final String ADD = """
            INSERT INTO intake.tip (%s, code, receipt, channel, danger, words, place, contact)
            VALUES (%s, :code, :receipt, :channel, :danger, :words, :place, :contact)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String TRIAGE = """
            INSERT INTO intake.triage (%s, outcome, case_file, reason) VALUES (%s, :outcome, :case, :reason)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String DECIDED = """
            SELECT g.id, g.outcome, g.case_file FROM intake.triage g
             WHERE g.scope = :tip AND g.supersedes IS NULL""";

    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended(:tip::uuid::text, 4))";

    private static final String SELECT = """
            SELECT t.id, t.code, t.channel, t.danger, t.happened, t.recorded_at, t.words, t.place, t.contact, g.outcome
              FROM intake.tip t LEFT JOIN intake.triage g ON g.scope = t.id
             WHERE access.may_read(t.id)""";

    private static final String FIND = SELECT + " AND t.code = :code";

    private static final String WAITING = SELECT + """
             AND g.id IS NULL
             ORDER BY (t.danger = 'yes') DESC, t.recorded_at LIMIT :limit""";

    private static final String ANSWERED = SELECT + " AND g.id IS NOT NULL ORDER BY g.recorded_at DESC LIMIT :limit";

    private static final String IDS_OF_CASE = "SELECT intake.tips_of(:case)";

    private static final String STANDING = "SELECT recorded_at, log, leaf, outcome FROM intake.standing(:receipt)";

    private final JdbcClient sql;
    private final Witnesses witnesses;

    TipRows(JdbcClient sql, Witnesses witnesses) {
        this.sql = sql;
        this.witnesses = witnesses;
    }

    void add(
            Fact fact,
            String code,
            byte[] receipt,
            Tip.Channel channel,
            Tip.Danger danger,
            SealedRef words,
            @Nullable SealedRef place,
            @Nullable SealedRef contact) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("code", code)
                .param("receipt", receipt)
                .param("channel", lower(channel))
                .param("danger", lower(danger))
                .param("words", words.toString())
                .param("place", text(place))
                .param("contact", text(contact))
                .update();
    }

    boolean triage(Fact fact, Tip.Outcome outcome, @Nullable UUID caseId, @Nullable SealedRef reason) {
        return sql.sql(TRIAGE)
                        .params(fact.parameters())
                        .param("outcome", lower(outcome))
                        .param("case", caseId)
                        .param("reason", text(reason))
                        .update()
                == 1;
    }

    /** Two who decide on a tip at the same moment do so one after the other. */
    void waitForTurn(UUID tip) {
        sql.sql(TURN).param("tip", tip).query(row -> {});
    }

    Optional<Decided> decided(UUID tip) {
        return sql.sql(DECIDED)
                .param("tip", tip)
                .query((row, n) -> new Decided(
                        row.getObject("id", UUID.class),
                        Tip.Outcome.valueOf(upper(row, "outcome")),
                        row.getObject("case_file", UUID.class)))
                .optional();
    }

    Optional<Tip> find(String code) {
        return sql.sql(FIND).param("code", code).query(TipRows::tip).optional();
    }

    List<Tip> waiting(int limit) {
        return sql.sql(WAITING).param("limit", limit).query(TipRows::tip).list();
    }

    List<Tip> answered(int limit) {
        return sql.sql(ANSWERED).param("limit", limit).query(TipRows::tip).list();
    }

    /** @return the tips of a case, past row-level security */
    List<UUID> idsOf(UUID caseId) {
        return sql.sql(IDS_OF_CASE).param("case", caseId).query(UUID.class).list();
    }

    Optional<Standing> standing(byte[] receipt) {
        return sql.sql(STANDING)
                .param("receipt", receipt)
                .query((row, n) -> new Standing(
                        row.getTimestamp("recorded_at").toInstant(),
                        witnesses.reach().of(row.getObject("log", Integer.class), row.getObject("leaf", Long.class)),
                        outcome(row)))
                .optional();
    }

    private static Tip tip(ResultSet row, int number) throws SQLException {
        return new Tip(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Tip.Channel.valueOf(upper(row, "channel")),
                Tip.Danger.valueOf(upper(row, "danger")),
                new PartialDate(row.getString("happened")),
                row.getTimestamp("recorded_at").toInstant(),
                SealedRef.parse(row.getString("words")),
                ref(row, "place"),
                ref(row, "contact"),
                outcome(row));
    }

    private static Tip.@Nullable Outcome outcome(ResultSet row) throws SQLException {
        return row.getString("outcome") == null ? null : Tip.Outcome.valueOf(upper(row, "outcome"));
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable SealedRef ref(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : SealedRef.parse(text);
    }

    private static @Nullable String text(@Nullable SealedRef ref) {
        return ref == null ? null : ref.toString();
    }
}
