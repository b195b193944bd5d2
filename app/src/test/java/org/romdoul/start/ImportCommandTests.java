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
