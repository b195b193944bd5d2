package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.TreeSet;

/** Seeded changes as superuser, each audited in its own transaction and rolled back: all found, in the right place. */
final class Campaign {

    private static final long SEED = 20_261_124;

    private final SmallCountry country;
    private final Mutations mutations;

    Campaign(SmallCountry country) throws SQLException {
        this.country = country;
        this.mutations = new Mutations(country, SEED);
    }

    Mutations mutations() {
        return mutations;
    }

    /** @param wanted how many that change something; what a rule of a table forbids even to a superuser does not count */
    void run(int wanted) throws SQLException {
        try (var superuser = country.superuser().getConnection()) {
            superuser.setAutoCommit(false);
            assertThat(country.audit(superuser).findings()).as("before").isEmpty();
            var missed = new ArrayList<String>();
            var applied = new TreeSet<String>();
            for (var done = 0; done < wanted; ) {
                var kind = mutations.next();
                var mutation = kind.drawn().get();
                if (apply(superuser, mutation)) {
                    done++;
                    applied.add(kind.name());
                    if (!isFound(superuser, mutation)) missed.add(mutation.sql());
                }
                superuser.rollback();
            }
            assertThat(missed).isEmpty();
            assertThat(applied).containsExactlyInAnyOrderElementsOf(mutations.kinds());
            assertThat(country.audit(superuser).findings()).as("after").isEmpty();
        }
    }

    private boolean isFound(Connection superuser, Mutation mutation) throws SQLException {
        // What needs keys records a reading, from outside: it would wait for the locks of a changed schema.
        var keyed = country.keyed().stream()
                .filter(check -> mutation.blamed().contains(check.table()))
                .toList();
        return country.audit(superuser, keyed).findings().stream()
                .map(Finding::table)
                .anyMatch(mutation.blamed()::contains);
    }

    /** Whether something is different now. */
    private static boolean apply(Connection superuser, Mutation mutation) throws SQLException {
        try (var statement = superuser.createStatement()) {
            var isRows = statement.execute(mutation.sql());
            var changed = 0;
            var ddl = !mutation.sql().matches("(?s).*\\b(UPDATE|DELETE FROM|INSERT INTO) \\w+\\.\\w+ ?.*");
            while (isRows || statement.getUpdateCount() != -1) {
                if (!isRows) changed += statement.getUpdateCount();
                isRows = statement.getMoreResults();
            }
            return ddl || changed > 0;
        } catch (SQLException forbidden) {
            return false;
        }
    }
}
