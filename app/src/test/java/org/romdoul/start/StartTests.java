package org.romdoul.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.database.Databases;
import org.romdoul.database.Inspection;
import org.romdoul.database.Passwords;
import org.romdoul.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class StartTests {

    @TempDir
    private Path folder;

    private final StringWriter results = new StringWriter();
    private final StringWriter talk = new StringWriter();

    private int run(String... words) {
        return Start.run(new PrintWriter(results, true), new PrintWriter(talk, true), words);
    }

    @Test
    void nothingTypedIsAQuestionForHelp() {
        assertThat(run()).isEqualTo(Exit.OK);
        assertThat(results.toString()).contains("romdoul demo", "Exit codes:");
    }

    @Test
    void aSlipOfTheFingerGetsASuggestionAndExitsAsWrongUse() {
        assertThat(run("chekc")).isEqualTo(Exit.WRONG_USE);
        assertThat(talk.toString()).contains("check");
        assertThat(results.toString()).isEmpty();
    }

    @Test
    void aDatabaseThatDoesNotAnswerExitsAsUnreachableAndSaysWhatToLookAt() throws IOException {
        int deaf;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deaf = socket.getLocalPort();
        }
        run("roles", "--home", folder.toString());
        assertThat(run("migrate", "--home", folder.toString(), "--db", "postgresql://127.0.0.1:" + deaf + "/romdoul"))
                .isEqualTo(Exit.UNREACHABLE);
        assertThat(talk.toString()).contains("The database does not answer").doesNotContain("\tat ");
    }

    @Test
    void anAddressThatIsNoneAndAMissingPasswordExitAsConfiguration() {
        assertThat(run("migrate", "--home", folder.toString(), "--db", "db.example"))
                .isEqualTo(Exit.CONFIGURATION);
        assertThat(run("migrate", "--home", folder.toString(), "--db", "postgresql://127.0.0.1:1/romdoul"))
                .isEqualTo(Exit.CONFIGURATION);
        assertThat(talk.toString()).contains("It looks like postgresql://", "ROMDOUL_DB_PASSWORD_OWNER");
    }

    @Test
    void checkIsContentWithADatabaseAsWeMakeItAndSaysWhatIsWrongWithAnother() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        String[] words = database.words("check");
        assertThat(run(words)).as(() -> talk.toString()).isIn(Exit.OK, Exit.CONFIGURATION);
        // Whether letters of Khmer can be drawn is this machine's; which of the two it says is not open.
        assertThat(results.toString().lines())
                .filteredOn(line -> line.contains("  fonts  "))
                .singleElement()
                .satisfiesAnyOf(
                        line -> assertThat(line).startsWith("OK"),
                        line -> assertThat(line).startsWith("FAIL").contains("apt-get install"));
        assertThat(results.toString().lines().filter(line -> !line.contains("  fonts  ")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("OK"));
        results.getBuffer().setLength(0);
        Files.setPosixFilePermissions(
                database.home().secret("passwords.properties"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run(words)).isEqualTo(Exit.CONFIGURATION);
        assertThat(results.toString()).contains("FAIL  secrets", "chmod -R go=");
    }

    @Test
    void aServerWhoseClockDiffersIsFoundOut() {
        TestDatabase database = TestDatabase.fresh();
        String[] words = database.words("check");
        CheckCommand check = new CheckCommand();
        new CommandLine(check).parseArgs(Arrays.copyOfRange(words, 1, words.length));
        var environment = check.place.environment();
        try (Databases databases = Place.databases(environment)) {
            var passwords = new Passwords(Place.home(environment), System.getenv());
            var late = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-10));
            assertThat(Inspection.of(databases, passwords, late))
                    .filteredOn(finding -> finding.name().endsWith(": clock"))
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding.ok()).isFalse())
                    .allSatisfy(finding -> assertThat(finding.words()).contains("set both by NTP"));
        }
    }

    @Test
    void aDiskThatIsNearlyFullAndAMachineWithoutKhmerLettersAreToBePutRight() {
        assertThat(Machine.space(folder, (1L << 30) - 1).ok()).isFalse();
        assertThat(Machine.space(folder, 1L << 20).words()).contains("1 MiB free", "1 GiB is the least");
        assertThat(Machine.space(folder, 1L << 30).ok()).isTrue();
        assertThat(Machine.fonts(false).ok()).isFalse();
        assertThat(Machine.fonts(false).words()).contains("apt-get install");
        assertThat(Machine.fonts(true).ok()).isTrue();
    }

    @Test
    void aClockThatNothingSetsIsToBePutRight() {
        assertThat(Machine.clock("no").ok()).isFalse();
        assertThat(Machine.clock("no").words()).contains("timedatectl set-ntp true");
        assertThat(Machine.clock("yes").ok()).isTrue();
        assertThat(Machine.clock("").words()).contains("cannot be asked here");
    }

    @Test
    void anAuditMigratesNothingAndSaysThatTheRecordIsOlder() {
        TestDatabase database = TestDatabase.empty();
        assertThat(run(database.words("audit"))).as(() -> talk.toString()).isEqualTo(Exit.CONFIGURATION);
        assertThat(talk.toString()).contains("migrations older than this program", "An audit changes nothing");
        assertThat(schemas(database)).containsExactly("public");
    }

    private static List<String> schemas(TestDatabase database) {
        return JdbcClient.create(database.superuser())
                .sql("SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'")
                .query(String.class)
                .list();
    }

    @Test
    void anAuditOfARecordInWhichNobodyTamperedIsOneJsonObject() {
        String[] words = TestDatabase.fresh().words("audit");
        String[] json = Arrays.copyOf(words, words.length + 1);
        json[words.length] = "--json";
        assertThat(run(json)).as(() -> talk.toString() + results).isEqualTo(Exit.OK);
        assertThat(JsonMapper.shared().readTree(results.toString()).get("clean").asBoolean())
                .isTrue();
    }

    @Test
    void whatTheAdministratorRunsHoldsNoPassword() throws IOException {
        assertThat(run("roles", "--home", folder.toString())).isEqualTo(Exit.OK);
        assertThat(results.toString())
                .contains("SCRAM-SHA-256$", "CREATE DATABASE romdoul_keys")
                .doesNotContain("${");
        List<String> passwords = Files.readAllLines(folder.resolve("secrets/passwords.properties")).stream()
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertThat(passwords).hasSize(6).noneMatch(results.toString()::contains);
    }

    @Test
    void settingsAreShownWithTheirSourceAndWithoutSecrets() {
        assertThat(run("config", "show", "--sources", "--home", folder.toString(), "--db", "postgresql://me:mine@h/d"))
                .isEqualTo(Exit.OK);
        assertThat(results.toString())
                .contains("romdoul.home = " + folder + "   (command line)", "://me:******@h/d")
                .doesNotContain("mine@");
    }

    @Test
    void inALogProgressIsALineForEachTenth() {
        Instant[] now = {Instant.EPOCH};
        Progress progress = new Progress(5_000, new PrintWriter(talk, true), false, () -> now[0]);
        for (int i = 1; i <= 5_000; i++) {
            now[0] = now[0].plusMillis(40);
            if (i % 1_000 == 7) {
                progress.failed();
            } else {
                progress.done();
            }
        }
        List<String> lines = talk.toString().lines().toList();
        assertThat(lines).hasSize(10);
        assertThat(lines.get(1)).isEqualTo("[####                ] 1,000/5,000 1 error ~3 min");
        assertThat(lines.get(9)).isEqualTo("[####################] 5,000/5,000 5 errors");
    }
}
