package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.witnessing.Rounds;
import org.romdoul.journal.witnessing.Witnesses;

/** The attacks that leave nothing in the record itself to find: what outsiders hold finds them. */
class WitnessedAuditTests extends WitnessedCountry {

    private void aDaysWork() throws InterruptedException {
        for (var i = 0; i < 3; i++) {
            country.work();
            country.seal();
        }
        country.bean(Rounds.class).run();
    }

    private static Predicate<Finding> is(Kind kind) {
        return finding -> finding.kind() == kind;
    }

    @Test
    void findsNothingWhereNobodyTampered() throws SQLException, InterruptedException {
        assertThat(country.audit().findings()).isEmpty();
        assertThat(country.audit().cosignatures()).isEqualTo(3);
        aDaysWork();
        assertThat(country.audit().findings()).isEmpty();
        assertThat(country.audit().cosignatures()).isEqualTo(6);
    }

    @Test
    void findsYesterdaysBackupRestored() throws SQLException, InterruptedException {
        var yesterday = country.backUp();
        aDaysWork();
        country.restore(yesterday);

        var report = country.audit();
        assertThat(report.findings())
                .as("each of three witnesses signed more")
                .hasSize(3)
                .allMatch(is(Kind.CUT_OFF))
                .allSatisfy(finding -> assertThat(finding.detail()).contains("leaves"));
        assertThat(report.lost()).as("nobody has admitted it").isZero();

        neighbours.goesAway(0);
        neighbours.goesAway(1);
        neighbours.goesAway(2);
        assertThat(country.audit().findings())
                .as("but the record alone looks sound")
                .isEmpty();
    }

    @Test
    void findsARestoredBackupThatGrewPastWhatWasLost() throws SQLException, InterruptedException {
        var yesterday = country.backUp();
        aDaysWork();
        country.restore(yesterday);
        for (var i = 0; i < 8; i++) country.work();
        country.seal();

        assertThat(country.audit().findings()).hasSize(3).allMatch(is(Kind.REWRITTEN));
        assertThat(country.bean(Rounds.class).run()).as("no witness signs it").isZero();
    }

    @Test
    void findsTheLastHourCutOff() throws SQLException, InterruptedException {
        var hourAgo = country.backUp();
        country.work();
        country.seal();
        country.bean(Rounds.class).run();
        var kept =
                country.bean(Witnesses.class).newestWithQuorum(1).orElseThrow().getBytes(StandardCharsets.UTF_8);
        country.restore(hourAgo);
        for (var i = 0; i < 3; i++) neighbours.goesAway(i);

        assertThat(country.audit().findings()).isEmpty();
        country.isShown(kept);
        assertThat(country.audit().findings())
                .as("a checkpoint that a court kept is enough")
                .singleElement()
                .matches(is(Kind.CUT_OFF));
    }

    @Test
    void findsEverythingRewrittenWithTheStolenKey() throws SQLException {
        rewrite();
        assertThat(country.audit().findings())
                .hasSize(3)
                .allMatch(is(Kind.REWRITTEN))
                .allMatch(finding -> finding.detail().startsWith("w"));

        for (var i = 0; i < 3; i++) neighbours.goesAway(i);
        assertThat(country.audit().findings())
                .as("without anybody outside it is the perfect crime")
                .isEmpty();
    }

    private void rewrite() throws SQLException {
        try (var superuser = database.superuser().getConnection();
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("SET LOCAL session_replication_role = replica;" + AuditTests.EDIT_ROW_AND_LEAF
                    + "DELETE FROM ledger.cosignature");
            new Forger(superuser, key).rewriteTreeAndHeads();
            superuser.commit();
        }
    }

    @Test
    void findsACosignatureThatIsNone() throws SQLException {
        try (var superuser = database.superuser().getConnection();
                var statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica;"
                    + "UPDATE ledger.cosignature SET at = at - interval '1 hour' WHERE witness = '" + neighbours.vkey(0)
                    + "';"
                    + "UPDATE ledger.cosignature SET size = 1 WHERE witness = '" + neighbours.vkey(1) + "';"
                    + "UPDATE ledger.cosignature SET line = (SELECT line FROM ledger.cosignature WHERE witness = '"
                    + neighbours.vkey(0) + "') WHERE witness = '" + neighbours.vkey(2) + "'");
        }
        assertThat(country.audit().findings()).hasSize(3).allMatch(is(Kind.COSIGNATURE_FORGED));
    }

    @Test
    void findsALogThatIsListedAsAnother() throws SQLException {
        for (var attack : new String[] {
            "UPDATE ledger.log SET origin = 'other.example/log'",
            "UPDATE ledger.log SET vkey = 'other'",
            "UPDATE ledger.leaf SET log = 7 WHERE index = 3",
            "INSERT INTO ledger.checkpoint (log, size, note) VALUES (9, 1, 'x')",
            "INSERT INTO ledger.log (number, origin, vkey) VALUES (2, 'a', 'b')"
        }) {
            try (var superuser = database.superuser().getConnection()) {
                superuser.setAutoCommit(false);
                superuser.createStatement().execute("SET LOCAL session_replication_role = replica;" + attack);
                assertThat(country.audit(superuser).findings()).as(attack).anyMatch(is(Kind.LOG_DIFFERS));
                superuser.rollback();
            }
        }
    }

    @Test
    void whoDoesNotAnswerOrProvesNothingIsHeardAndBelievedInNothing() throws SQLException {
        neighbours.goesAway(2);
        country.isShown("nonsense".getBytes(StandardCharsets.UTF_8));
        assertThat(country.audit().findings()).isEmpty();
        var head = country.bean(PublishedLog.class).head().orElseThrow().note();
        country.isShown(head);
        assertThat(country.audit().findings()).isEmpty();
    }
}
