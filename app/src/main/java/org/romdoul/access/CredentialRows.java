package org.romdoul.access;

import java.sql.ResultSet;
import java.sql.SQLException;
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
               SET password = :password, must_change = true, totp = :totp, totp_step = NULL, recovery = '{}'
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
