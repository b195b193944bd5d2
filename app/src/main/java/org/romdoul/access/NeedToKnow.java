package org.romdoul.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read which scope, derived from facts: the room that owns a scope says so here in the same transaction as the
 * fact it follows from, and the database's policies ask it. That room also says how the audit makes it again: {@link MayRead},
 * {@link MayNever}.
 */
@Component
public class NeedToKnow {

    private static final String LET = """
            INSERT INTO access.reader (scope, hat, basis, until) VALUES (:scope, :hat, :basis, :until)
            ON CONFLICT DO NOTHING""";
    private static final String LET_ALL = """
            INSERT INTO access.reader (scope, hat, basis)
            SELECT f.scope, :hat, f.basis FROM unnest(:scopes::uuid[], :bases::uuid[]) AS f (scope, basis)
            ON CONFLICT DO NOTHING""";
    private static final String END = "DELETE FROM access.reader WHERE scope = :scope AND basis = :basis";
    private static final String EXCLUDE = """
            INSERT INTO access.excluded (scope, account, basis) VALUES (:scope, :account, :basis)
            ON CONFLICT DO NOTHING""";
    private static final String READMIT = "DELETE FROM access.excluded WHERE scope = :scope AND basis = :basis";
    private static final String EXCLUDED =
            "SELECT EXISTS (SELECT 1 FROM access.excluded WHERE scope = :scope AND account = :account)";
    private static final String MAY = "SELECT access.may_read(:scope)";

    private final JdbcClient sql;

    NeedToKnow(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param until when it ends by itself; null where only a fact ends it */
    public void let(UUID scope, UUID hat, UUID basis, @Nullable Instant until) {
        sql.sql(LET)
                .param("scope", scope)
                .param("hat", hat)
                .param("basis", basis)
                .param("until", until == null ? null : Timestamp.from(until))
                .update();
    }

    /** Lets one hat read many scopes, each because of its own fact. */
    public void letAll(UUID hat, List<UUID> scopes, List<UUID> bases) {
        sql.sql(LET_ALL)
                .param("hat", hat)
                .param("scopes", scopes.toArray(UUID[]::new))
                .param("bases", bases.toArray(UUID[]::new))
                .update();
    }

    public void end(UUID scope, UUID basis) {
        sql.sql(END).param("scope", scope).param("basis", basis).update();
    }

    public void exclude(UUID scope, UUID account, UUID basis) {
        sql.sql(EXCLUDE)
                .param("scope", scope)
                .param("account", account)
                .param("basis", basis)
                .update();
    }

    /** @param basis the fact that excluded her; another one may still */
    public void readmit(UUID scope, UUID basis) {
        sql.sql(READMIT).param("scope", scope).param("basis", basis).update();
    }

    public boolean isExcluded(UUID scope, UUID account) {
        return sql.sql(EXCLUDED)
                .param("scope", scope)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** @return whether the person of this transaction may read the scope */
    public boolean mayRead(UUID scope) {
        return sql.sql(MAY).param("scope", scope).query(Boolean.class).single();
    }
}
