package org.romdoul.journal.audit;

import java.util.Set;

/**
 * One thing that an administrator changed.
 *
 * @param sql done as superuser
 * @param blamed the tables of which at least one must be named
 */
record Mutation(String sql, Set<String> blamed) {

    static Mutation of(String sql, String... blamed) {
        return new Mutation(sql, Set.of(blamed));
    }

    /** With every trigger asleep, those that refuse and those that seal. */
    static Mutation quiet(String sql, String... blamed) {
        return of("SET LOCAL session_replication_role = replica; " + sql, blamed);
    }
}
