package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The attacks of docs/audit.md that need no witness to be found, each done as the database's superuser and rolled back. */
class AuditTests {

    private static final String OFF = "SET LOCAL session_replication_role = replica;";

    private static SmallCountry country;

    @BeforeAll
    static void aCountry() throws SQLException {
        country = new SmallCountry();
    }

    @AfterAll
    static void close() {
        country.close();
    }

    @Test
    void findsNothingWhereNobodyTampered() throws SQLException {
        var report = country.audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.facts()).isGreaterThan(40);
        assertThat(report.pending()).isBetween(5L, report.facts());
        assertThat(report.sealedValues()).isGreaterThan(20);
        System.out.println(report);
    }

    private static List<Finding> after(String attack) throws SQLException {
        try (var superuser = country.superuser().getConnection()) {
            superuser.setAutoCommit(false);
            superuser.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = superuser.createStatement()) {
                statement.execute(attack);
            }
            var report = country.audit(superuser);
            superuser.rollback();
            return report.findings();
        }
    }
}
