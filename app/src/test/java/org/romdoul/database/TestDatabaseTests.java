package org.romdoul.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTests {

    @Test
    void eachRoleSignsInUnderItsOwnNameInUtcAndOnlyWhereItBelongs() {
        TestDatabase database = TestDatabase.fresh();
        for (DatabaseRole role : DatabaseRole.values()) {
            try (var source = database.dataSource(role)) {
                assertThat(ask(source, "SELECT current_user")).isEqualTo(role.login());
                assertThat(ask(source, "SHOW TimeZone")).isEqualTo("UTC");
                assertThat(ask(
                                source,
                                "SELECT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)::text"
                                        + " FROM pg_roles WHERE rolname = current_user"))
                        .isEqualTo("false");
            }
        }
    }

    @Test
    void aPoolOfTheApplicationGivesUpOnAStatementThatNeverEnds() {
        try (var source = TestDatabase.empty().dataSource(DatabaseRole.APPLICATION)) {
            assertThat(ask(source, "SHOW statement_timeout")).isEqualTo("30s");
            assertThat(ask(source, "SHOW idle_in_transaction_session_timeout")).isEqualTo("1min");
        }
    }

    @Test
    void nobodyButItsOwnerGetsIntoTheKeyStore() {
        TestDatabase database = TestDatabase.fresh();
        String password = new Passwords(database.home(), Map.of()).require(DatabaseRole.APPLICATION);
        assertThatThrownBy(() -> DriverManager.getConnection(
                        database.url(DatabaseRole.KEYS), DatabaseRole.APPLICATION.login(), password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void aFunctionOfTheOwnerIsNotForEverybody() {
        TestDatabase database = TestDatabase.fresh();
        try (var owner = database.dataSource(DatabaseRole.OWNER);
                var application = database.dataSource(DatabaseRole.APPLICATION)) {
            JdbcClient.create(owner).sql("CREATE SCHEMA tried").update();
            JdbcClient.create(owner)
                    .sql("GRANT USAGE ON SCHEMA tried TO romdoul_application")
                    .update();
            JdbcClient.create(owner)
                    .sql("CREATE FUNCTION tried.answer() RETURNS int LANGUAGE sql RETURN 42")
                    .update();
            assertThatThrownBy(() -> ask(application, "SELECT tried.answer()::text"))
                    .rootCause()
                    .hasMessageContaining("permission denied for function answer");
        }
    }

    @Test
    void whatOneTestWritesAnotherDoesNotSee() {
        TestDatabase one = TestDatabase.fresh();
        JdbcClient.create(one.superuser())
                .sql("CREATE TABLE public.mark (x int)")
                .update();
        assertThat(ask(TestDatabase.fresh().superuser(), "SELECT (to_regclass('public.mark') IS NULL)::text"))
                .isEqualTo("true");
    }

    private static String ask(DataSource source, String sql) {
        return JdbcClient.create(source).sql(sql).query(String.class).single();
    }
}
