package org.romdoul.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Account;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.chart.Words;
import org.romdoul.database.RomdoulTest;
import org.romdoul.docket.Dockets;
import org.romdoul.docket.Jurisdiction;
import org.romdoul.docket.Source;
import org.romdoul.docket.Terms;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Docket;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page of results against what R's survival recorded: on the real docket where it is present (testdata/statistics/survival_docket.R),
 * and everywhere on the fictional one (fictional_docket.R), whose spells alone R was given.
 */
@RomdoulTest
@Import(Staff.class)
class RealDocketTests {

    private static final Path REAL =
            Path.of(System.getProperty("romdoul.shared", "../../shared")).resolve("data/us-federal-prosecutions");
    private static final Path STATISTICS = Path.of("../testdata/statistics");
    private static final Path RECORDED = STATISTICS.resolve("survival_docket.json");
    private static final Path SPELLS = STATISTICS.resolve("fictional_docket.csv");
    private static final Path FICTIONAL = STATISTICS.resolve("fictional_docket.json");

    private static final List<String> CURVE =
            List.of("years", "at_risk", "ended", "censored", "waiting", "standard_error", "lower", "upper");
    private static final List<String> WAY =
            List.of("years", "at_risk", "ended", "share", "standard_error", "lower", "upper");

    /** The last year in the data, as the script has it. */
    private static final PartialDate CENSORED = PartialDate.ofYear(2018);

    @Autowired
    Staff staff;

    @Autowired
    Dockets dockets;

    @Autowired
    Results results;

    @Autowired
    Cases cases;

    @Autowired
    Prosecution prosecution;

    @Autowired
    Facts facts;

    @Autowired
    MessageSource messages;

    @Test
    void whoStillWaitsIsWhatRSays() {
        assumeThat(REAL).as("the real docket is not on this machine").isDirectory();
        take("real-results");
        var r = JsonMapper.shared().readTree(RECORDED);

        var report = results.of(results.docket("real-results").orElseThrow(), new Words(messages, Locale.UK));

        assertThat(report.figures()).hasSize(7).allMatch(figure -> figure.chart() != null);
        var waiting = rows(report, "waiting");
        assertThat(number(waiting.getFirst(), 1)).isEqualTo(r.get("spells").doubleValue());
        assertThat(waiting.stream().mapToDouble(row -> number(row, 3)).sum())
                .isEqualTo(r.get("open").doubleValue());
        assertColumns(waiting, CURVE, r.get("curve"));
        // The median is the first time at which the share is no more than half; its limits those of the band.
        assertThat(crossing(waiting, 4)).isEqualTo(of(r, "median"));
        assertThat(crossing(waiting, 6)).isEqualTo(of(r, "median_lower"));
        assertThat(crossing(waiting, 7)).isEqualTo(of(r, "median_upper"));
        assertEveryWayAndThoseWhoWaitAreAll(report);
    }

    @Test
    void theFictionalDocketSaysWhatRSaysOfItsSpells() throws IOException {
        var code = "fictional-results";
        record(code);
        var docket = results.docket(code).orElseThrow();
        var report = results.of(docket, new Words(messages, Locale.UK));

        // Other spells are another docket: R is asked again.
        var spells = Waits.of(results.snapshot(docket).accused(), docket.censored()).years().stream()
                .map(spell -> "%.0f,%s".formatted(spell.time(), spell.ending().orElse("")))
                .sorted()
                .toList();
        var written = Path.of("target/fictional_docket.csv");
        Files.write(
                written,
                Stream.concat(Stream.of("years,ending"), spells.stream()).toList());
        assertThat(written).hasSameTextualContentAs(SPELLS);

        var r = JsonMapper.shared().readTree(FICTIONAL);
        assertColumns(rows(report, "waiting"), CURVE, r.get("waiting"));
        var endings = rows(report, "endings").stream().collect(Collectors.groupingBy(List::getFirst));
        assertThat(endings.keySet()).isEqualTo(Set.copyOf(r.get("endings").propertyNames()));
        endings.forEach((way, rows) -> assertColumns(
                rows.stream().map(row -> row.subList(1, row.size())).toList(),
                WAY,
                r.get("endings").get(way)));
        assertEveryWayAndThoseWhoWaitAreAll(report);
    }

    /** Every column as R has it. Where nobody or everybody has ended R has no band, and ours is the share itself. */
    private static void assertColumns(List<List<String>> rows, List<String> columns, JsonNode r) {
        assertThat(rows).hasSize(r.get(columns.getFirst()).size()).isNotEmpty();
        for (var column = 0; column < columns.size(); column++)
            for (var i = 0; i < rows.size(); i++) {
                var theirs = r.get(columns.get(column)).get(i);
                if (theirs.isNumber())
                    assertThat(number(rows.get(i), column))
                            .as("%s of row %d", columns.get(column), i)
                            .isCloseTo(theirs.doubleValue(), within(1e-8));
                else
                    assertThat(columns.get(column))
                            .as("R has nothing, row %d", i)
                            .isIn("lower", "upper");
            }
    }

    /** Of those who were charged each waits, or has ended one way (Aalen and Johansen). */
    private static void assertEveryWayAndThoseWhoWaitAreAll(Results.Report report) {
        var endings = rows(report, "endings");
        for (var row : rows(report, "waiting")) {
            var ended = endings.stream()
                    .filter(one -> number(one, 1) == number(row, 0))
                    .toList();
            assertThat(ended.stream().mapToDouble(one -> number(one, 4)).sum() + number(row, 4))
                    .as("after %s years", row.getFirst())
                    .isCloseTo(1, within(1e-8));
            assertThat(ended.stream().mapToDouble(one -> number(one, 3)).sum()).isEqualTo(number(row, 2));
        }
    }

    /** Eight years of sixty accused each. */
    private void record(String code) {
        var clerk = staff.hire(staff.agency("court"), Role.CLERK);
        staff.as(clerk, () -> {
            var chance = new SplittableRandom(2012);
            var files = new ArrayList<OpenCase>();
            var all = new ArrayList<CourtFact>();
            for (var year = 2006; year < 2014; year++) {
                var file = cases.begin(CaseFile.Origin.DOCKET, PartialDate.ofYear(year), null, clerk);
                files.add(file);
                all.addAll(new FictionalDocket(file, facts, chance).of(year, 60));
            }
            var docket = prosecution.open(new Docket(
                    facts.now(clerk.agency(), clerk.account()),
                    code,
                    "A fictional docket",
                    "Written for tests",
                    "KH",
                    PartialDate.ofYear(FictionalDocket.CENSORED)));
            prosecution.from(docket, files);
            assertThat(prosecution.recordAll(files, all)).isEmpty();
            return docket;
        });
    }

    private static List<List<String>> rows(Results.Report report, String figure) {
        return report.figure(figure).orElseThrow().data().rows();
    }

    private void take(String code) {
        var lead = staff.hire(staff.agency("prosecution"), Role.PROSECUTION_LEAD);
        var account = new Account(lead.account(), lead.number(), lead.agency(), lead.role(), false);
        var source = ((Source.Read) Source.read(REAL, Jurisdiction.US)).source();
        assertThat(dockets.take(
                        source,
                        new Terms(code, "A docket", "Counted apart", Jurisdiction.US, CENSORED),
                        account,
                        true,
                        whole -> {}))
                .isInstanceOf(Dockets.Taken.class);
    }

    private static double crossing(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> number(row, column) < 0.5)
                .mapToDouble(row -> number(row, 0))
                .findFirst()
                .orElseThrow();
    }

    private static double of(JsonNode r, String key) {
        return r.get(key).doubleValue();
    }

    private static double number(List<String> row, int column) {
        return Double.parseDouble(row.get(column));
    }
}
