package org.romdoul.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.Romdoul;
import org.romdoul.access.Role;
import org.romdoul.database.TestDatabase;
import org.romdoul.docket.Known;
import org.romdoul.journal.Facts;
import org.romdoul.testing.Staff;
import org.romdoul.vault.Vault;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The docket by command, on a record of its own: refused, shown, done, sealed, audited. */
class ImportCommandTests {

    private static final String FICTIONAL = "src/test/resources/docket";
    private static final Path REAL =
            Path.of(System.getProperty("romdoul.shared", "../../shared")).resolve("data/us-federal-prosecutions");

    /** What a process ends with that a signal stopped: 128 and its number. */
    private static final int KILLED = 128 + 9;

    private static final int INTERRUPTED = 128 + 2;

    @TempDir
    private Path folder;

    private StringWriter results = new StringWriter();
    private StringWriter talk = new StringWriter();

    private int run(String... words) {
        results = new StringWriter();
        talk = new StringWriter();
        return Start.run(new PrintWriter(results, true), new PrintWriter(talk, true), words);
    }

    private int run(TestDatabase database, String... more) {
        var words = new ArrayList<>(List.of("import", "prosecutions"));
        var place = database.words("import");
        words.addAll(List.of(place).subList(1, place.length));
        words.addAll(List.of("--title", "A fictional docket", "--source", "Written for tests"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void whatIsNotADocketIsSaidBeforeAnythingStarts() throws Exception {
        assertThat(run("import")).isEqualTo(Exit.WRONG_USE);
        assertThat(run("import", "prosecutions", "no-such-folder")).isEqualTo(Exit.WRONG_USE);
        assertThat(talk.toString()).contains("There is no folder no-such-folder.");
        assertThat(run("import", "prosecutions", folder.toString())).isEqualTo(Exit.FAILED);
        assertThat(talk.toString()).contains("cases.csv is not in the folder");
        var there = Files.createFile(folder.resolve("there.csv")).toString();
        assertThat(run("import", "prosecutions", FICTIONAL, "--rejected", there))
                .isEqualTo(Exit.WRONG_USE);
        assertThat(talk.toString()).contains("is not written over");
    }

    @Test
    void filesThatNobodyKnowsNeedATitleAndASource() {
        for (var words : List.of(List.of("--title", "A fictional docket"), List.of("--source", "Written for tests"))) {
            var all = new ArrayList<>(List.of("import", "prosecutions", FICTIONAL));
            all.addAll(words);
            assertThat(run(all.toArray(String[]::new))).isEqualTo(Exit.WRONG_USE);
            assertThat(talk.toString()).contains("--title and --source");
        }
        assertThat(run("import", "prosecutions", FICTIONAL, "--jurisdiction", "XX"))
                .isEqualTo(Exit.WRONG_USE);
        assertThat(talk.toString()).contains("such as KH");
    }

    /** Its defendants may be others: they are mended where the import listed them. */
    @Test
    void theRealDocketIsKnownByItsCases() throws Exception {
        assumeThat(REAL).as("the real docket is not on this machine").isDirectory();
        Files.copy(REAL.resolve("cases.csv"), folder.resolve("cases.csv"));
        assertThat(Known.in(folder).orElseThrow().title()).contains("federal");
        Files.writeString(folder.resolve("cases.csv"), "\n", StandardOpenOption.APPEND);
        assertThat(Known.in(folder)).isEmpty();
    }

    @Test
    void itIsShownThenDoneThenFoundThereAndTheRecordAuditsClean() {
        var database = TestDatabase.fresh();
        assertThat(run(database, FICTIONAL)).isEqualTo(Exit.FAILED);
        assertThat(talk.toString()).contains("Nobody here leads a prosecution");
        hireALead(database);

        assertThat(run(database, FICTIONAL)).isEqualTo(Exit.PARTLY_DONE);
        assertThat(results.toString())
                .contains(
                        "defendant_charges.csv line 8, row R7, statute_counts of 1591: more counts were decided",
                        "Nothing is written yet",
                        "defendants         28       15          0       13")
                .doesNotContain("docket.");
        var file = folder.resolve("left-out.csv");
        assertThat(run(database, FICTIONAL, "--apply", "--rejected", file.toString()))
                .isEqualTo(Exit.PARTLY_DONE);
        assertThat(talk.toString()).contains("Sealing ...", "17 rows are in");
        assertThat(file).exists();
        assertThat(run(database, FICTIONAL, "--apply")).isEqualTo(Exit.PARTLY_DONE);
        assertThat(results.toString()).contains("statutes           27        0         12       15");
        assertThat(run(database.words("audit"))).as(() -> results.toString()).isEqualTo(Exit.OK);
        assertThat(results.toString()).contains("0 of them not sealed yet");
    }

    /** A power cut, then Ctrl-C, each in the middle: what was taken stays, the rest is taken when it is run again. */
    @Test
    void anImportThatIsKilledAndOneThatIsInterruptedGoOnWhereTheyStopped() throws Exception {
        var database = TestDatabase.fresh();
        hireALead(database);
        many();
        assertThat(stopped(database, "KILL", 2)).isEqualTo(KILLED);
        assertThat(stopped(database, "INT", 6)).isEqualTo(INTERRUPTED);

        assertThat(run(database, folder.toString(), "--apply")).isEqualTo(Exit.OK);
        var cases = Pattern.compile("cases +1,000 +(\\d+) +(\\d+) +0").matcher(results.toString());
        assertThat(cases.find()).as(() -> results.toString()).isTrue();
        var taken = Integer.parseInt(cases.group(1));
        var there = Integer.parseInt(cases.group(2));
        assertThat(taken).isPositive();
        assertThat(there).isGreaterThanOrEqualTo(600).isEqualTo(1_000 - taken);
        assertThat(run(database.words("audit"))).as(() -> results.toString()).isEqualTo(Exit.OK);
    }

    /** @return the exit code of an import of its own that is sent a signal when so many tenths are done */
    private int stopped(TestDatabase database, String signal, int tenths) throws Exception {
        // A test that was started in the background inherits that Ctrl-C is ignored.
        var words = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Start.class.getName(),
                "import",
                "prosecutions"));
        var place = database.words("import");
        words.addAll(List.of(place).subList(1, place.length));
        words.addAll(List.of(folder.toString(), "--title", "A fictional docket", "--source", "Written for tests"));
        words.add("--apply");
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new StringBuilder();
        try (var lines = process.inputReader()) {
            for (String line; (line = lines.readLine()) != null; ) {
                said.append(line).append('\n');
                if (!line.startsWith("[" + "##".repeat(tenths))) continue;
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
                break;
            }
            while (lines.readLine() != null) {}
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said::toString).isTrue();
        return process.exitValue();
    }

    /** A thousand cases, one defendant each. */
    private void many() throws Exception {
        var cases = Files.readAllLines(Path.of(FICTIONAL, "cases.csv"));
        var defendants = Files.readAllLines(Path.of(FICTIONAL, "defendant_charges.csv"));
        Files.write(folder.resolve("cases.csv"), many(cases, 1, "F1", "C"));
        Files.write(
                folder.resolve("defendant_charges.csv"),
                many(defendants, 1, "R1,F1", "D").stream()
                        .map(line -> line.replaceFirst("^D(\\d+),", "D$1,C$1,"))
                        .toList());
    }

    private static List<String> many(List<String> lines, int row, String key, String letter) {
        return Stream.concat(
                        Stream.of(lines.getFirst()),
                        IntStream.range(0, 1_000).mapToObj(i -> lines.get(row).replaceFirst(key, letter + i)))
                .toList();
    }

    private static void hireALead(TestDatabase database) {
        var words = new ArrayList<>(List.of("--romdoul.sealing=off", "--spring.main.lazy-initialization=true"));
        database.properties().forEach((name, value) -> words.add("--" + name + "=" + value));
        try (var program = new SpringApplicationBuilder(Romdoul.class)
                .web(WebApplicationType.NONE)
                .run(words.toArray(String[]::new))) {
            var staff = new Staff(
                    program.getBean(JdbcClient.class),
                    program.getBean(Facts.class),
                    program.getBean(Vault.class),
                    program.getBean(PlatformTransactionManager.class));
            staff.hire(staff.agency("prosecution"), Role.PROSECUTION_LEAD);
        }
    }
}
