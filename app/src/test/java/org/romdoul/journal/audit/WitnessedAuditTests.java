package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.database.SecretFile;
import org.romdoul.database.TestDatabase;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.witnessing.Rounds;
import org.romdoul.journal.witnessing.Witnesses;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;
import org.romdoul.testing.Neighbours;

/** The attacks that leave nothing in the record itself to find: what outsiders hold finds them. */
class WitnessedAuditTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final SigningKey key = SigningKey.generate(new SecureRandom());
    private Neighbours neighbours;
    private SmallCountry country;

    @BeforeEach
    void aWitnessedCountry() throws IOException, SQLException, InterruptedException {
        SecretFile.write(database.home().secret("log.pem"), key.pem().getBytes(StandardCharsets.US_ASCII));
        neighbours = new Neighbours(folder, new LogSigner("romdoul.invalid/log", key).vkey(), 3);
        Files.writeString(database.home().directory().resolve("policy"), neighbours.policyText(2));
        country = new SmallCountry(database);
        country.bean(Rounds.class).run();
    }

    @AfterEach
    void close() {
        country.close();
        neighbours.close();
    }

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
