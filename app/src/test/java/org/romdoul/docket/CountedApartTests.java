package org.romdoul.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Account;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was taken, against a script that counts the files by itself: testdata/docket/count.py. */
@RomdoulTest
@Import(Staff.class)
class CountedApartTests {

    private static final Path FICTIONAL = Path.of("src/test/resources/docket");
    private static final Path REAL =
            Path.of(System.getProperty("romdoul.shared", "../../shared")).resolve("data/us-federal-prosecutions");
    private static final Path SCRIPT = Path.of("../testdata/docket/count.py");

    @Autowired
    Staff staff;

    @Autowired
    Dockets dockets;

    @Autowired
    @Qualifier("publication")
    javax.sql.DataSource publication;

    @Test
    void theFictionalDocketIsTakenAsTheScriptCountsIt() throws Exception {
        compare(FICTIONAL, "fictional-counted-apart");
    }

    @Test
    void theRealDocketIsTakenAsTheScriptCountsIt() throws Exception {
        assumeThat(REAL).as("the real docket is not on this machine").isDirectory();
        var counted = compare(REAL, "real-counted-apart");
        assertThat(counted.at("/cases/taken").intValue()).isEqualTo(674);
        assertThat(counted.at("/defendants/all").intValue()).isEqualTo(1_762);
        // As R counts them: testdata/statistics/survival_docket.json.
        assertThat(counted.get("charged on a known day").intValue()).isEqualTo(1_750);
        assertThat(counted.get("of them without a known end").intValue()).isEqualTo(221);
    }

    private JsonNode compare(Path folder, String code) throws Exception {
        var counted = counted(folder);
        var report = take(folder, code);
        assertThat(shown(report.cases())).isEqualTo(shown(counted.get("cases")));
        assertThat(shown(report.defendants())).isEqualTo(shown(counted.get("defendants")));
        assertThat(shown(report.entries())).isEqualTo(shown(counted.get("statutes")));
        assertThat(report.listed().stream()
                        .filter(one -> !one.entry().isEmpty())
                        .map(one -> one.row() + " " + one.entry())
                        .sorted())
                .containsExactlyElementsOf(counted.get("statutes listed in rows taken")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
        assertThat(figure(code, "count(charge_date)"))
                .isEqualTo(counted.get("charged on a known day").longValue());
        assertThat(figure(code, "count(charge_date) FILTER (WHERE terminated_year IS NULL)"))
                .isEqualTo(counted.get("of them without a known end").longValue());
        assertThat(figure(code, "count(charge_date) FILTER (WHERE ended IS NULL)"))
                .isEqualTo(counted.get("of them going on").longValue());
        return counted;
    }

    private long figure(String code, String what) {
        return JdbcClient.create(publication)
                .sql("SELECT " + what + " FROM prosecution.figure_defendant WHERE docket = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private Report take(Path folder, String code) {
        var lead = staff.hire(staff.agency("prosecution"), Role.PROSECUTION_LEAD);
        var account = new Account(lead.account(), lead.number(), lead.agency(), lead.role(), false);
        var terms = new Terms(code, "A docket", "Counted apart", Jurisdiction.US, PartialDate.UNKNOWN);
        var source = ((Source.Read) Source.read(folder, Jurisdiction.US)).source();
        return switch (dockets.take(source, terms, account, true, whole -> {})) {
            case Dockets.Taken taken -> taken.report();
            case Dockets.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static String shown(Tally tally) {
        return tally.all() + " " + (tally.taken() + tally.there()) + " " + tally.listed();
    }

    private static String shown(JsonNode counted) {
        return counted.get("all") + " " + counted.get("taken") + " " + counted.get("listed");
    }

    private static JsonNode counted(Path folder) throws IOException, InterruptedException {
        assumeThat(hasPython()).as("python3 is not on this machine").isTrue();
        var script = new ProcessBuilder("python3", SCRIPT.toString(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(script.exitValue()).isZero();
        return JsonMapper.shared().readTree(said);
    }

    private static boolean hasPython() {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            if (Files.isExecutable(Path.of(folder, "python3"))) return true;
        return false;
    }
}
