package org.romdoul.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RomdoulTest
class DatabaseConfigurationTests {

    @Autowired
    private JdbcClient plain;

    @Autowired
    @Qualifier("auditor")
    private DataSource auditor;

    @Test
    void aPlainClientIsTheApplicationAndOthersAreAskedForByName() {
        assertThat(plain.sql("SELECT current_user").query(String.class).single())
                .isEqualTo("romdoul_application");
        assertThat(JdbcClient.create(auditor)
                        .sql("SELECT current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("romdoul_auditor");
    }
}
