package org.romdoul.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Credentials. Each statement decides by itself, so that two attempts at once cannot both slip through. */
@Repository
class CredentialRows {

    private static final String COLUMNS = "account, password, must_change, totp, totp_step, language";

    private static final String ADD = """
            INSERT INTO access.credential (account, password, must_change, totp, totp_step, language)
            VALUES (:account, :password, :mustChange, :totp, :step, :language)""";

    private static final String FIND = "SELECT " + COLUMNS + " FROM access.credential WHERE account = :account";

    // An attempt is counted before it is judged: a hundred at once are a hundred, not one. From the fifth on each one
    // bars the next, for a minute, two, four and so on to half an hour.
    private static final String CLAIM = """
            UPDATE access.credential
               SET failures = failures + 1,
                   locked_until = CASE WHEN failures + 1 >= 5
                                       THEN :now + interval '1 minute' * least(30, 2 ^ least(failures - 4, 5)) END
             WHERE account = :account AND (locked_until IS NULL OR locked_until <= :now)
            RETURNING %s""".formatted(COLUMNS);

    private static final String GIVE_BACK = """
            UPDATE access.credential SET failures = greatest(failures - 1, 0), locked_until = NULL
             WHERE account = :account""";

    private static final String SETTLE = """
            UPDATE access.credential SET failures = 0, locked_until = NULL WHERE account = :account""";

    private static final String USE_STEP = """
            UPDATE access.credential SET totp_step = :step
             WHERE account = :account AND (totp_step IS NULL OR totp_step < :step)""";

    private static final String USE_RECOVERY = """
            UPDATE access.credential SET recovery = array_remove(recovery, :hash)
             WHERE account = :account AND :hash = ANY (recovery)""";

    private static final String SET_RECOVERY =
            "UPDATE access.credential SET recovery = :hashes WHERE account = :account";

    private static final String RECOVERY_LEFT =
            "SELECT cardinality(recovery) FROM access.credential WHERE account = :account";

    private static final String SET_PASSWORD = """
            UPDATE access.credential SET password = :password, must_change = :mustChange WHERE account = :account""";

    private static final String RESET = """
            UPDATE access.credential
               SET password = :password, must_change = true, totp = :totp, totp_step = NULL, recovery = '{}',
                   failures = 0, locked_until = NULL
             WHERE account = :account""";

    private static final String SET_LANGUAGE =
            "UPDATE access.credential SET language = :language WHERE account = :account";

    private final JdbcClient sql;

    CredentialRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Credential credential) {
        sql.sql(ADD)
                .param("account", credential.account())
                .param("password", credential.password())
                .param("mustChange", credential.mustChange())
                .param("totp", credential.totp())
                .param("step", credential.totpStep())
                .param("language", credential.language())
                .update();
    }

    Optional<Credential> find(UUID account) {
        return sql.sql(FIND)
                .param("account", account)
                .query(CredentialRows::credential)
                .optional();
    }

    /** Counts an attempt. @return what it is to be judged by; nothing while the account listens to none */
    Optional<Credential> claim(UUID account, Instant now) {
        return sql.sql(CLAIM)
                .param("account", account)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(CredentialRows::credential)
                .optional();
    }

    /** A right answer on the way in does not count; what was wrong before still does. */
    void giveBack(UUID account) {
        sql.sql(GIVE_BACK).param("account", account).update();
    }

    void settle(UUID account) {
        sql.sql(SETTLE).param("account", account).update();
    }

    boolean useStep(UUID account, long step) {
        return sql.sql(USE_STEP).param("account", account).param("step", step).update() == 1;
    }

    boolean useRecovery(UUID account, String hash) {
        return sql.sql(USE_RECOVERY)
                        .param("account", account)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    void setRecovery(UUID account, List<String> hashes) {
        sql.sql(SET_RECOVERY)
                .param("account", account)
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    int recoveryLeft(UUID account) {
        return sql.sql(RECOVERY_LEFT)
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    void setPassword(UUID account, String password, boolean mustChange) {
        sql.sql(SET_PASSWORD)
                .param("account", account)
                .param("password", password)
                .param("mustChange", mustChange)
                .update();
    }

    void reset(UUID account, String password, byte[] totp) {
        sql.sql(RESET)
                .param("account", account)
                .param("password", password)
                .param("totp", totp)
                .update();
    }

    void setLanguage(UUID account, String language) {
        sql.sql(SET_LANGUAGE)
                .param("account", account)
                .param("language", language)
                .update();
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                row.getObject("account", UUID.class),
                row.getString("password"),
                row.getBoolean("must_change"),
                row.getBytes("totp"),
                row.getObject("totp_step", Long.class),
                row.getString("language"));
    }
}
