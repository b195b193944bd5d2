package org.romdoul.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has sealed and not stored yet. Before it commits, the database keeps what a fact of this transaction
 * refers to, and no more: of a form that was refused, or a fact that another hand had recorded, nothing stays behind.
 */
final class Waiting implements TransactionSynchronization {

    private static final String MARK = "SELECT vault.mark()";
    private static final String KEEP = "SELECT vault.keep(?, ?::uuid[], ?::uuid[], ?::uuid[], ?::bytea[])";

    private final JdbcTemplate sql;
    private final long mark;
    private final Map<UUID, Stored> values = new LinkedHashMap<>();

    private Waiting(JdbcTemplate sql, long mark) {
        this.sql = sql;
        this.mark = mark;
    }

    static Waiting ofThisTransaction(JdbcTemplate sql) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("words are sealed in the transaction of the fact that refers to them");
        var known = here(sql);
        if (known != null) return known;
        var mark = sql.queryForObject(MARK, Long.class);
        var fresh = new Waiting(sql, mark == null ? 0 : mark);
        TransactionSynchronizationManager.bindResource(sql, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    static Optional<Stored> find(JdbcTemplate sql, UUID id) {
        return Optional.ofNullable(here(sql)).map(waiting -> waiting.values.get(id));
    }

    private static @Nullable Waiting here(JdbcTemplate sql) {
        return (Waiting) TransactionSynchronizationManager.getResource(sql);
    }

    void add(Stored value) {
        values.put(value.id(), value);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        var all = values.values();
        if (all.isEmpty()) return;
        sql.queryForObject(
                KEEP,
                Integer.class,
                mark,
                all.stream().map(Stored::id).toArray(UUID[]::new),
                all.stream().map(Stored::scope).toArray(UUID[]::new),
                all.stream().map(Stored::key).toArray(UUID[]::new),
                all.stream().map(Stored::ciphertext).toArray(byte[][]::new));
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(sql);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(sql, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(sql);
    }
}
