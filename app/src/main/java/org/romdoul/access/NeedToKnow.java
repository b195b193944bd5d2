package org.romdoul.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
            INSERT INTO access.excluded (scope, account, basis)
            SELECT one, :account, :basis FROM unnest(:scopes::uuid[]) one
            ON CONFLICT DO NOTHING""";
    private static final String EXCLUDE_ALIKE = """
            INSERT INTO access.excluded (scope, account, basis)
            SELECT :part, x.account, x.basis FROM access.excluded x WHERE x.scope = :whole
            ON CONFLICT DO NOTHING""";
    private static final String READMIT =
            "DELETE FROM access.excluded WHERE scope = ANY (:scopes::uuid[]) AND basis = :basis";
    // Somebody is kept out while a part joins: whichever comes second sees the other.
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtextextended(:scope::uuid::text, 3))";
    private static final String EXCLUDED =
            "SELECT EXISTS (SELECT 1 FROM access.excluded WHERE scope = :scope AND account = :account)";
    private static final String KEPT_OUT = "SELECT DISTINCT account FROM access.excluded WHERE scope = :scope";
    private static final String MAY = "SELECT access.may_read(:scope)";

    private final JdbcClient sql;
    private final List<Parts> parts;

    NeedToKnow(JdbcClient sql, List<Parts> parts) {
        this.sql = sql;
        this.parts = parts;
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

    /** Keeps somebody out of a scope and of all that has become part of it. */
    public void exclude(UUID scope, UUID account, UUID basis) {
        sql.sql(EXCLUDE)
                .param("scopes", withItsParts(scope))
                .param("account", account)
                .param("basis", basis)
                .update();
    }

    /** Keeps out of a scope that becomes part of another whoever is kept out of that one. */
    public void excludeAlike(UUID part, UUID whole) {
        takeTurns(whole);
        sql.sql(EXCLUDE_ALIKE).param("part", part).param("whole", whole).update();
    }

    /** @param basis the fact that excluded her; another one may still */
    public void readmit(UUID scope, UUID basis) {
        sql.sql(READMIT)
                .param("scopes", withItsParts(scope))
                .param("basis", basis)
                .update();
    }

    private UUID[] withItsParts(UUID scope) {
        takeTurns(scope);
        return Stream.concat(Stream.of(scope), parts.stream().flatMap(room -> room.of(scope).stream()))
                .toArray(UUID[]::new);
    }

    private void takeTurns(UUID scope) {
        sql.sql(TURN).param("scope", scope).query(row -> {});
    }

    /** @return who is kept out of a scope */
    public Set<UUID> excluded(UUID scope) {
        return Set.copyOf(
                sql.sql(KEPT_OUT).param("scope", scope).query(UUID.class).list());
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
