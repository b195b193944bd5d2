package org.romdoul.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People who work in the record, and whether they are suspended. */
@Repository
class AccountRows {

    /** Whoever works for an agency may read what is sealed in its scope: her colleagues' names. */
    static final String READERS_RECOMPUTED =
            "SELECT scope, id AS hat, id AS basis, NULL::timestamptz AS until FROM access.account";

    private static final String ADD = """
            INSERT INTO access.account (%s, number, role, name) VALUES (%s, :number, :role, :name)
            ON CONFLICT (number) DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String SUSPEND = """
            INSERT INTO access.suspension (%s, account, lifted) VALUES (%s, :account, :lifted)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String RESET = """
            INSERT INTO access.reset (%s, account) VALUES (%s, :account)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String IS_RESET = "SELECT EXISTS (SELECT FROM access.reset WHERE id = :id)";

    private static final String FREE = """
            SELECT 'U-' || greatest(100, max(substr(number, 3)::int) + 1) FROM access.account""";

    private static final String ALL = """
            SELECT a.id, a.number, a.scope, a.role,
                   coalesce((SELECT NOT s.lifted FROM access.suspension s WHERE s.account = a.id
                              ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1), false) AS suspended
              FROM access.account a""";

    private static final String BY_NUMBER = ALL + " WHERE a.number = :number";
    private static final String BY_ID = ALL + " WHERE a.id = :id";
    private static final String BY_IDS = ALL + " WHERE a.id IN (:ids)";
    private static final String OF_AGENCY = ALL + " WHERE a.scope = :agency ORDER BY a.number";

    private static final String WITH_ROLE = ALL + " WHERE a.role = :role ORDER BY a.number";

    private static final String CHANGES = """
            SELECT c.recorded_at, c.kind, a.number, g.code, a.role, coalesce(b.number, '') AS by
              FROM (SELECT id, recorded_at, 'ADDED' AS kind, id AS account, actor FROM access.account
                    UNION ALL
                    SELECT id, recorded_at, 'RESET', account, actor FROM access.reset
                    UNION ALL
                    SELECT id, recorded_at, CASE WHEN lifted THEN 'UNLOCKED' ELSE 'LOCKED' END, account, actor
                      FROM access.suspension) c
              JOIN access.account a ON a.id = c.account
              JOIN access.agency g ON g.id = a.scope
              LEFT JOIN access.account b ON b.id = c.actor""";

    private static final String LAST_CHANGES = CHANGES + " ORDER BY c.recorded_at DESC, c.id DESC LIMIT :most";

    private static final String RESETS_OF =
            CHANGES + " WHERE c.account = :account AND c.kind = 'RESET' ORDER BY c.recorded_at DESC, c.id DESC";

    private static final String END_SESSIONS = "DELETE FROM access.session WHERE principal_name = :account";
    private static final String END_OTHER_SESSIONS = END_SESSIONS + " AND session_id <> :kept";

    private final JdbcClient sql;

    AccountRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false where the number is taken */
    boolean add(Fact fact, String number, Role role, String name) {
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("number", number)
                        .param("role", role.name())
                        .param("name", name)
                        .update()
                == 1;
    }

    void suspend(Fact fact, UUID account, boolean lifted) {
        sql.sql(SUSPEND)
                .params(fact.parameters())
                .param("account", account)
                .param("lifted", lifted)
                .update();
    }

    void reset(Fact fact, UUID account) {
        sql.sql(RESET).params(fact.parameters()).param("account", account).update();
    }

    boolean isReset(UUID id) {
        return sql.sql(IS_RESET).param("id", id).query(Boolean.class).single();
    }

    String freeNumber() {
        return sql.sql(FREE).query(String.class).optional().orElse("U-100");
    }

    Optional<Account> byNumber(String number) {
        return sql.sql(BY_NUMBER)
                .param("number", number)
                .query(AccountRows::account)
                .optional();
    }

    Optional<Account> byId(UUID id) {
        return sql.sql(BY_ID).param("id", id).query(AccountRows::account).optional();
    }

    List<Account> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql(BY_IDS).param("ids", ids).query(AccountRows::account).list();
    }

    List<Account> ofAgency(UUID agency) {
        return sql.sql(OF_AGENCY)
                .param("agency", agency)
                .query(AccountRows::account)
                .list();
    }

    List<Account> withRole(Role role) {
        return sql.sql(WITH_ROLE)
                .param("role", role.name())
                .query(AccountRows::account)
                .list();
    }

    /** @return what was done to accounts, the last first */
    List<AccountChange> lastChanges(int most) {
        return sql.sql(LAST_CHANGES)
                .param("most", most)
                .query(AccountRows::change)
                .list();
    }

    List<AccountChange> resetsOf(UUID account) {
        return sql.sql(RESETS_OF)
                .param("account", account)
                .query(AccountRows::change)
                .list();
    }

    private static AccountChange change(ResultSet row, int number) throws SQLException {
        return new AccountChange(
                row.getTimestamp("recorded_at").toInstant(),
                AccountChange.Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("code"),
                Role.valueOf(row.getString("role")),
                row.getString("by"));
    }

    /** Signs an account out everywhere, at once. */
    void endSessions(UUID account) {
        sql.sql(END_SESSIONS).param("account", account.toString()).update();
    }

    void endOtherSessions(UUID account, String kept) {
        sql.sql(END_OTHER_SESSIONS)
                .param("account", account.toString())
                .param("kept", kept)
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("scope", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getBoolean("suspended"));
    }
}
