package org.romdoul.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks, and how they ended. */
@Repository
class TaskRows {

    /**
     * A task as it is kept, its note sealed.
     *
     * @param outcome done, withdrawn; null while it waits, and where it was handed on
     * @param next the task that hands it on
     */
    record Kept(
            UUID id,
            UUID actor,
            Instant recordedAt,
            Duty duty,
            @Nullable Instant counted,
            @Nullable SealedRef note,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable UUID next) {}

    // The first to end a task or to hand it on decides; whoever comes second changes nothing.
    private static final String SET = """
            INSERT INTO cases.task (%s, kind, subject, agency, account, due, legal_limit, rule_pack, counted, path, note)
            VALUES (%s, :kind, :subject, :agency, :account, :due, :limit, :pack, :counted, :path, :note)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String HAND_ON = """
            INSERT INTO cases.task (%s, kind, subject, agency, account, due, legal_limit, rule_pack, counted, path, note)
            SELECT %s, kind, subject, :agency, :account, due, legal_limit, rule_pack, counted, path, note
              FROM cases.task t
             WHERE t.id = :supersedes AND t.scope = :scope
               AND EXISTS (SELECT 1 FROM cases.duty d WHERE d.task = t.id)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.SELECTED);

    private static final String OWED = "SELECT t.id FROM cases.owed(:case, :account) t ORDER BY t.due, t.id";

    private static final String RELIEVE = """
            INSERT INTO cases.task (%s, kind, subject, agency, account, due, legal_limit, rule_pack, counted, path, note)
            SELECT %s, kind, subject, :agency, :heir, due, legal_limit, rule_pack, counted, path, note
              FROM cases.owed(:scope, :account) t
             WHERE t.id = :supersedes
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.SELECTED);

    private static final String END = """
            INSERT INTO cases.task_end (%s, task, outcome, reason)
            SELECT %s, d.task, :outcome, CAST(:reason AS text)
              FROM cases.duty d WHERE d.task = :task AND d.scope = :scope
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.SELECTED);

    private static final String FIND = """
            SELECT t.*, t.id AS task, k.code, e.outcome, e.reason, n.id AS next
              FROM cases.task t
              JOIN cases.desk k ON k.scope = t.scope
              LEFT JOIN cases.task_end e ON e.task = t.id
              LEFT JOIN cases.task n ON n.supersedes = t.id
             WHERE t.id = :task AND t.scope = :case""";

    private final JdbcClient sql;

    TaskRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean set(Fact fact, Task task, @Nullable SealedRef note) {
        var clock = task.clock();
        return sql.sql(SET)
                        .params(fact.parameters())
                        .param("kind", task.kind())
                        .param("subject", task.subject())
                        .param("agency", task.agency())
                        .param("account", task.account())
                        .param("due", utc(task.due()))
                        .param("limit", clock == null ? null : clock.limit())
                        .param("pack", clock == null ? null : clock.pack())
                        .param("counted", clock == null ? null : utc(clock.from()))
                        .param("path", task.path())
                        .param("note", note == null ? null : note.toString())
                        .update()
                == 1;
    }

    boolean handOn(Fact fact, UUID agency, @Nullable UUID account) {
        return sql.sql(HAND_ON)
                        .params(fact.parameters())
                        .param("agency", agency)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** @return what waits for somebody in a case, past row-level security */
    List<UUID> owed(UUID caseId, UUID account) {
        return sql.sql(OWED)
                .param("case", caseId)
                .param("account", account)
                .query(UUID.class)
                .list();
    }

    /** Hands on what somebody owes, by a decision of somebody who may not read it. */
    void relieve(Fact fact, UUID account, UUID agency, UUID heir) {
        sql.sql(RELIEVE)
                .params(fact.parameters())
                .param("account", account)
                .param("agency", agency)
                .param("heir", heir)
                .update();
    }

    boolean end(Fact fact, UUID task, String outcome, @Nullable String reason) {
        return sql.sql(END)
                        .params(fact.parameters())
                        .param("task", task)
                        .param("outcome", outcome)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    Optional<Kept> find(UUID caseId, UUID task) {
        return sql.sql(FIND)
                .param("task", task)
                .param("case", caseId)
                .query(TaskRows::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var counted = row.getTimestamp("counted");
        var note = row.getString("note");
        return new Kept(
                row.getObject("task", UUID.class),
                row.getObject("actor", UUID.class),
                row.getTimestamp("recorded_at").toInstant(),
                DutyRows.duty(row, number),
                counted == null ? null : counted.toInstant(),
                note == null ? null : SealedRef.parse(note),
                row.getString("outcome"),
                row.getString("reason"),
                row.getObject("next", UUID.class));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
