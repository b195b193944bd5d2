package org.romdoul.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Row-level security where there is something to see: of every table with rows, nobody and a stranger see none. */
@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.demo=true")
@Import({MovableClock.Instead.class, Country.class})
class ForgottenFilterTests {

    /** Guarded, and not by a policy that lets everybody read: such tables hold codes only. */
    private static final String GUARDED = """
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND c.relrowsecurity
               AND has_table_privilege('romdoul_application', c.oid, 'SELECT')
               AND NOT EXISTS (SELECT FROM pg_policies p
                                WHERE p.schemaname = n.nspname AND p.tablename = c.relname AND p.qual = 'true'
                                  AND p.cmd IN ('SELECT', 'ALL') AND 'romdoul_application' = ANY (p.roles))""";

    @Autowired
    JdbcClient sql;

    @Autowired
    @Qualifier("auditor")
    DataSource auditor;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatTheAuditorSeesNobodyAndNoStrangerSees() {
        var filled = filled(sql.sql(GUARDED).query(String.class).list());
        assertThat(filled).hasSizeGreaterThan(30).contains("vault.sealed", "journal.line", "prosecution.standing");

        assertThat(seen(filled)).as("nobody").isEmpty();
        for (var role : Role.values()) {
            if (role.answersTips()) continue; // a tip belongs to no agency until somebody makes a case of it
            assertThat(Actors.as(stranger(role), () -> seen(filled)))
                    .as("a stranger, %s", role)
                    .isEmpty();
        }
    }

    private static Actor stranger(Role role) {
        return new Actor(UUID.randomUUID(), "U-999", UUID.randomUUID(), role, UUID.randomUUID());
    }

    private List<String> filled(List<String> tables) {
        var outside = JdbcClient.create(auditor);
        return tables.stream().filter(table -> isSeen(outside, table)).toList();
    }

    private List<String> seen(List<String> tables) {
        return Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status ->
                        tables.stream().filter(table -> isSeen(sql, table)).toList()));
    }

    private static boolean isSeen(JdbcClient by, String table) {
        return by.sql("SELECT EXISTS (SELECT FROM " + table + ")")
                .query(Boolean.class)
                .single();
    }
}
