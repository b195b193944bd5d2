package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A thousand seeded changes as superuser, each audited in its own transaction and rolled back: all found, in the right place. */
class MutationCampaignTests {

    private static final int WANTED = 1_000;
    private static final long SEED = 20_261_124;

    @Test
    void findsEveryMutationAndNothingElse() throws SQLException {
        try (var country = new SmallCountry();
                var superuser = country.superuser().getConnection()) {
            superuser.setAutoCommit(false);
            assertThat(country.audit(superuser).findings()).as("before").isEmpty();

            var mutations = new Mutations(country, SEED);
            var missed = new ArrayList<String>();
            for (var done = 0; done < WANTED; ) {
                var mutation = mutations.next();
                if (apply(superuser, mutation)) {
                    done++;
                    // What needs keys records a reading, from outside: it would wait for the locks of a changed schema.
                    var keyed = country.keyed().stream()
                            .filter(check -> mutation.blamed().contains(check.table()))
                            .toList();
                    var findings = country.audit(superuser, keyed).findings();
                    if (findings.stream().map(Finding::table).noneMatch(mutation.blamed()::contains))
                        missed.add(mutation.sql() + " -> " + findings);
                }
                superuser.rollback();
            }
            assertThat(missed).isEmpty();
            assertThat(country.audit(superuser).findings()).as("after").isEmpty();
        }
    }

    /** Whether something is different now; a rule of the table may forbid it even to a superuser. */
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
