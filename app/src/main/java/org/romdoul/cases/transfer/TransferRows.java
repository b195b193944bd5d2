package org.romdoul.cases.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases offered to other agencies, and their answers. */
@Repository
class TransferRows {

    private static final String ASK = """
            INSERT INTO cases.transfer (%s, agency, code, reason, words) VALUES (%s, :agency, :code, :reason, :words)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ANSWER = """
            INSERT INTO cases.transfer_answer (%s, transfer, agency, outcome, reason)
            VALUES (%s, :transfer, :agency, :outcome, :reason)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String COLUMNS = """
            SELECT t.id, t.scope, t.code, t.actor, t.agency, t.reason, t.words, t.recorded_at,
                   a.id AS answer, a.actor AS answerer, a.recorded_at AS answered_at, a.outcome, a.reason AS refused_for
              FROM cases.transfer t LEFT JOIN cases.transfer_answer a ON a.transfer = t.id
            """;

    private static final String OF_CASE = COLUMNS + " WHERE t.scope = :case ORDER BY t.recorded_at DESC, t.id DESC";

    private static final String ANSWERED = COLUMNS + """
             WHERE t.actor = :account AND a.recorded_at > :since AND a.outcome <> 'withdrawn'
             ORDER BY a.recorded_at DESC LIMIT 50""";

    private static final String ASKED = COLUMNS + " WHERE t.agency = :agency AND a.id IS NULL ORDER BY t.recorded_at";

    private static final String HOLDING = """
            SELECT coalesce((SELECT a.id FROM cases.transfer_answer a
                              WHERE a.scope = :case AND a.outcome = 'accepted' AND a.id <> :except
                              ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1), :case)""";

    private final JdbcClient sql;

    TransferRows(JdbcClient sql) {
        this.sql = sql;
    }

    void ask(Fact fact, UUID agency, CaseCode code, Transfer.Reason reason, SealedRef words) {
        sql.sql(ASK)
                .params(fact.parameters())
                .param("agency", agency)
                .param("code", code.value())
                .param("reason", Codes.of(reason))
                .param("words", words.toString())
                .update();
    }

    boolean answer(Fact fact, Transfer transfer, Transfer.Outcome outcome, Transfer.@Nullable Reason reason) {
        return sql.sql(ANSWER)
                        .params(fact.parameters())
                        .param("transfer", transfer.id())
                        .param("agency", transfer.to())
                        .param("outcome", Codes.of(outcome))
                        .param("reason", reason == null ? null : Codes.of(reason))
                        .update()
                == 1;
    }

    List<Transfer> of(OpenCase file) {
        return sql.sql(OF_CASE)
                .param("case", file.id())
                .query(TransferRows::transfer)
                .list();
    }

    List<Transfer> asked(UUID agency) {
        return sql.sql(ASKED)
                .param("agency", agency)
                .query(TransferRows::transfer)
                .list();
    }

    /** @return what became of what somebody offered, also where she may no longer read the case */
    List<Transfer> answered(UUID account, Instant since) {
        return sql.sql(ANSWERED)
                .param("account", account)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(TransferRows::transfer)
                .list();
    }

    boolean isAnswer(UUID fact) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM cases.transfer_answer WHERE id = :fact)")
                .param("fact", fact)
                .query(Boolean.class)
                .single();
    }

    /** @return the agency that took the case over by this answer */
    Optional<UUID> agencyBy(UUID answer) {
        return sql.sql("SELECT agency FROM cases.transfer_answer WHERE id = :answer")
                .param("answer", answer)
                .query(UUID.class)
                .optional();
    }

    /** @return the fact by which the agency holds the case that held it before this answer */
    UUID holdingBefore(UUID caseId, UUID answer) {
        return sql.sql(HOLDING)
                .param("case", caseId)
                .param("except", answer)
                .query(UUID.class)
                .single();
    }

    private static Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Transfer(
                row.getObject("id", UUID.class),
                row.getObject("scope", UUID.class),
                new CaseCode(row.getString("code")),
                row.getObject("actor", UUID.class),
                row.getObject("agency", UUID.class),
                Codes.to(Transfer.Reason.class, row.getString("reason")),
                SealedRef.parse(row.getString("words")),
                row.getTimestamp("recorded_at").toInstant(),
                ended(row));
    }

    private static Transfer.@Nullable Ended ended(ResultSet row) throws SQLException {
        var id = row.getObject("answer", UUID.class);
        if (id == null) return null;
        var reason = row.getString("refused_for");
        return new Transfer.Ended(
                id,
                row.getObject("answerer", UUID.class),
                row.getTimestamp("answered_at").toInstant(),
                Codes.to(Transfer.Outcome.class, row.getString("outcome")),
                reason == null ? null : Codes.to(Transfer.Reason.class, reason));
    }
}
