package org.romdoul.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.journal.sealing.LogUnusable;
import org.romdoul.journal.sealing.Succession;
import org.romdoul.journal.witnessing.Rounds;
import org.romdoul.journal.witnessing.Testimonies;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One log ends and another succeeds it, by two people: the audit reads on across both, and holds the old one to what others saw. */
class SuccessionTests extends WitnessedCountry {

    private static final String CONTINUED = """
            SELECT count(*) FROM ledger.leaf a JOIN ledger.leaf b USING (scope, label)
             WHERE a.log = 1 AND b.log = 2 AND b.sequence = a.sequence + 1""";
    private static final String NEXT = "romdoul.invalid/log-after";

    @Test
    void onePersonAloneSucceedsNothingAndNoNameIsUsedTwice() throws IOException, SQLException {
        var me = UUID.randomUUID();
        assertThat(succeed(NEXT, new Succession.Hands(me, me, me), seen())).isInstanceOf(Succession.Refused.class);
        for (var taken : new String[] {"romdoul.invalid/log", "", "two words"})
            assertThat(succeed(taken, two(), seen())).as(taken).isInstanceOf(Succession.Refused.class);
        assertThat(country.audit().findings()).isEmpty();
        country.seal();
    }

    @Test
    void aLogThatIsSucceededGrowsNoMore() throws IOException {
        succeed(seen());
        assertThatThrownBy(() -> country.seal())
                .isInstanceOf(LogUnusable.class)
                .hasMessageContaining("Another log has succeeded");
    }

    @Test
    void theAuditReadsOnAcrossBothLogs() throws IOException, SQLException {
        country.erase();
        var vkey = succeed(seen());
        assertThat(country.audit(vkey).findings()).isEmpty();
        Files.delete(database.home().secret("log.pem"));
        country.close();
        country = new SmallCountry(database);
        assertThat(country.sequencer().vkey()).isEqualTo(vkey);
        var report = country.audit();
        assertThat(report.findings()).isEmpty();
        assertThat(report.lost()).isZero();
        assertThat(query("SELECT count(*) FROM ledger.leaf WHERE log = 2")).isGreaterThan(10L);
        assertThat(query("SELECT count(*) FROM ledger.leaf WHERE log = 2 AND index = 0 AND noun = 'ledger.succession'"))
                .isOne();
        assertThat(query(CONTINUED)).as("chains go on").isPositive();
    }

    @Test
    void whatARestoredBackupLostIsAdmittedAndCounted() throws Exception {
        var yesterday = country.backUp();
        aDaysWork();
        country.restore(yesterday);
        var before = query("SELECT count(*) FROM ledger.leaf");
        var head = seen();
        var report = country.audit(succeed(head));
        assertThat(report.findings()).isEmpty();
        assertThat(report.lost()).isEqualTo(size(head) - before).isPositive();
    }

    @Test
    void findsThatLessWasAdmittedThanWasSeen() throws Exception {
        var early = seen();
        var yesterday = country.backUp();
        aDaysWork();
        country.restore(yesterday);
        assertThat(country.audit(succeed(early)).findings())
                .as("each of three witnesses signed more")
                .hasSize(3)
                .allMatch(finding -> finding.kind() == Kind.CUT_OFF);
    }

    @Test
    void findsThatTheOldLogWasShortenedOrWentOnAfterItsEnd() throws Exception {
        var vkey = succeed(seen());
        for (var i = 0; i < 3; i++) neighbours.goesAway(i);
        var last = "(SELECT max(index) FROM ledger.leaf WHERE log = 1)";
        finds(Kind.CUT_OFF, "DELETE FROM ledger.leaf WHERE log = 1 AND index = " + last, vkey);
        finds(
                Kind.REWRITTEN,
                "INSERT INTO ledger.leaf (log, index, scope, label, sequence, noun, fact, entry, hash)"
                        + " SELECT log, index + 1, scope, label, sequence + 1, noun, fact, entry, hash FROM ledger.leaf"
                        + " WHERE log = 1 AND index = " + last,
                vkey);
        finds(
                Kind.REWRITTEN,
                "UPDATE ledger.leaf SET entry = set_byte(entry, 0, 1) WHERE log = 1 AND index = " + last,
                vkey);
    }

    @Test
    void findsASuccessionThatIsEditedOrTakenAway() throws Exception {
        var vkey = succeed(seen());
        finds(Kind.ROW_DIFFERS, "UPDATE ledger.succession SET cause = 'key-lost'", vkey);
        finds(Kind.ROW_MISSING, "DELETE FROM ledger.succession", vkey);
        finds(Kind.LOG_DIFFERS, "UPDATE ledger.log SET vkey = 'another' WHERE number = 1", vkey);
        finds(Kind.LOG_DIFFERS, "DELETE FROM ledger.leaf WHERE log = 2", vkey);
    }

    /** As the database's superuser, with all triggers off; undone afterwards. */
    private void finds(Kind kind, String attack, String vkey) throws SQLException {
        try (var superuser = database.superuser().getConnection()) {
            superuser.setAutoCommit(false);
            superuser.createStatement().execute("SET LOCAL session_replication_role = replica;" + attack);
            assertThat(country.audit(superuser, vkey).findings())
                    .as(attack)
                    .anyMatch(finding ->
                            finding.kind() == kind && !finding.detail().startsWith("w"));
            superuser.rollback();
        }
    }

    private void aDaysWork() throws InterruptedException {
        for (var i = 0; i < 3; i++) {
            country.work();
            country.seal();
        }
        country.bean(Rounds.class).run();
    }

    /** @return the newest head that anybody outside holds */
    private byte[] seen() {
        return country.bean(Testimonies.class).newest(country.log(), Map.of()).orElseThrow();
    }

    private static long size(byte[] note) {
        return Long.parseLong(new String(note, StandardCharsets.UTF_8).split("\n", 3)[1]);
    }

    private static Succession.Hands two() {
        return new Succession.Hands(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    /** @return the new log's public key */
    private String succeed(byte[] head) throws IOException {
        return ((Succession.Succeeded) succeed(NEXT, two(), head)).vkey();
    }

    private Succession.Answer succeed(String origin, Succession.Hands hands, byte[] head) throws IOException {
        var succession = country.bean(Succession.class);
        return succession.succeed(succession.ending(), Succession.Cause.RESTORED, origin, head, hands);
    }

    private long query(String count) {
        return JdbcClient.create(database.superuser())
                .sql(count)
                .query(Long.class)
                .single();
    }
}
