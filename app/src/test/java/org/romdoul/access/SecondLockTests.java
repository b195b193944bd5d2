package org.romdoul.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Row-level security as the second lock. That every table has it where there is something to see, {@code ForgottenFilterTests} looks. */
@RomdoulTest
@Import(Staff.class)
class SecondLockTests {

    private static final String UNGUARDED_FACTS = """
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND NOT c.relrowsecurity AND obj_description(c.oid) LIKE 'Fact:%'""";

    @Autowired
    JdbcClient sql;

    @Autowired
    Cases cases;

    @Autowired
    Staff staff;

    Actor owner;

    @BeforeEach
    void aCaseIsBegun() {
        owner = staff.hire(Role.INVESTIGATOR);
        staff.as(owner, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.UNKNOWN, null, owner));
    }

    @Test
    void aQueryThatForgetsItsFilterReturnsNothingToAStrangerAndRowsToWhoeverHoldsTheCase() {
        var stranger = staff.hire(Role.INVESTIGATOR);
        for (var table : List.of("cases.case_file", "cases.membership", "journal.line", "vault.reading")) {
            assertThat(staff.<Integer>as(stranger, () -> countBeyond(table, stranger.agency())))
                    .as(table)
                    .isZero();
            assertThat(staff.<Integer>as(owner, () -> count(table))).as(table).isPositive();
        }
    }

    @Test
    void everyFactTableIsGuarded() {
        assertThat(sql.sql(UNGUARDED_FACTS).query(String.class).list()).isEmpty();
    }

    @Test
    void whoIsExcludedReadsNothingWhateverHatSheWears() {
        var lead = staff.hire(owner.agency(), Role.INVESTIGATION_LEAD);
        var scope = staff.as(
                lead,
                () -> sql.sql("SELECT id FROM cases.case_file LIMIT 1")
                        .query(UUID.class)
                        .single());
        staff.as(owner, () -> {
            sql.sql("INSERT INTO access.excluded (scope, account, basis) VALUES (?, ?, ?)")
                    .params(scope, lead.account(), scope)
                    .update();
            return true;
        });
        assertThat(staff.<Integer>as(lead, () -> count("cases.case_file"))).isZero();
    }

    // That she was hired is her agency's to know, and hers.
    private int countBeyond(String table, UUID agency) {
        return sql.sql("SELECT count(*) FROM " + table + " WHERE scope <> ?")
                .param(agency)
                .query(Integer.class)
                .single();
    }

    private int count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
