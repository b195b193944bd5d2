package org.romdoul.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.chart.Words;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.testing.Browser;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A docket recorded through the rules, read back by the role that cannot see people, and shown to everybody. */
@RomdoulTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Staff.class)
class ResultsTests {

    private static final Words ENGLISH = Crowd.words(Locale.UK);

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Prosecution prosecution;

    @Autowired
    Facts facts;

    @Autowired
    Results results;

    @Autowired
    FigureRows rows;

    @Autowired
    Sequencer sequencer;

    @Autowired
    @Qualifier("publication")
    DataSource publication;

    @LocalServerPort
    int port;

    private Actor clerk;
    private Browser browser;

    @BeforeEach
    void aClerkAndSomebodyOutside() {
        clerk = staff.hire(staff.agency("court"), Role.CLERK);
        browser = new Browser(port);
    }

    @Test
    void aDocketThatIsNotThereAndAFigureThatIsNotShownAreNotFound() {
        docket("court-a", 2010, 3);

        assertThat(browser.get("/r/d/court-x").statusCode()).isEqualTo(404);
        assertThat(browser.get("/r/d/court-x/cohorts.csv").statusCode()).isEqualTo(404);
        assertThat(browser.get("/r/d/court-a/nothing.csv").statusCode()).isEqualTo(404);
        assertThat(browser.get("/r/here/waiting.svg").statusCode()).isEqualTo(404);
        assertThat(browser.get("/r/releases/00000000/cohorts.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void publicationReadsFiguresAndHeadsOfTheLogAndNothingElse() {
        var publisher = JdbcClient.create(publication);

        assertThatThrownBy(
                        () -> publisher.sql("SELECT * FROM ledger.leaf").query().listOfRows())
                .hasRootCauseMessage("ERROR: permission denied for table leaf");
        assertThatThrownBy(() ->
                        publisher.sql("SELECT * FROM persons.person").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied for schema persons");
    }

    @Test
    void theRulesTakeTheWholeFictionAndEverybodyIsCountedOnce() {
        var files = docket("court-b", 2009, 30);
        var report = results.of(results.docket("court-b").orElseThrow(), ENGLISH);

        assertThat(files).hasSize(2);
        assertThat(report.figures()).hasSize(7).allMatch(figure -> figure.chart() != null);
        assertThat(report.figure("cohorts").orElseThrow().data().rows())
                .extracting(row -> row.subList(0, 2))
                .containsExactly(List.of("2009", "30"), List.of("2010", "30"));
    }

    @Test
    void theReportSaysWhereTheLogStoodWhenItWasRead() {
        docket("court-c", 2011, 4);
        while (sequencer.seal() > 0) {}
        var report = results.of(results.docket("court-c").orElseThrow(), ENGLISH);
        var now = rows.position().orElseThrow();

        assertThat(report.position()).isNotNull();
        assertThat(Objects.requireNonNull(report.position()).size())
                .isPositive()
                .isLessThanOrEqualTo(now.size());
        assertThat(browser.get("/r/d/court-c").body())
                .contains(report.position().root());
    }

    @Test
    void everyFigureIsAPageAPictureAndAFileInEveryLanguage() {
        docket("court-d", 2012, 25);
        for (var language : List.of("en", "km", "vi")) {
            var page = browser.get("/r/d/court-d?lang=" + language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("NaN", "∞", "results.");
            for (var figure : List.of("cohorts", "course", "outcomes", "waiting", "endings", "statutes", "sentences")) {
                assertThat(page.body())
                        .contains("/r/d/court-d/%s.csv".formatted(figure))
                        .contains("/r/d/court-d/%s.svg".formatted(figure));
                var numbers = browser.get("/r/d/court-d/" + figure + ".csv");
                assertThat(numbers.headers().firstValue("content-type").orElse(""))
                        .startsWith("text/csv");
                assertThat(numbers.headers().firstValue("content-disposition").orElse(""))
                        .matches("attachment; filename=\"court-d-\\d+-" + figure + "\\.csv\"");
                assertThat(numbers.body().lines().count()).isGreaterThan(1);
                assertThat(browser.get("/r/d/court-d/" + figure + ".svg").body())
                        .startsWith("<svg")
                        .contains("<style>");
            }
        }
    }

    @Test
    void theCasesWorkedHereShowNobodyAlone() {
        var file = as(() -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2015), null, clerk));
        record(List.of(file), new FictionalDocket(file, facts, new SplittableRandom(4)).of(2015, 7));

        var report = Results.report(rows.snapshot(null, PartialDate.ofYear(2026)), ENGLISH);

        assertThat(report.docket()).isNull();
        assertThat(report.figure("waiting").orElseThrow().chart()).isNull();
        for (var row : report.figure("cohorts").orElseThrow().data().rows())
            for (var cell : row.subList(1, 7)) assertThat(cell).matches("|0|[1-9]\\d+");
    }

    @Test
    void theFirstPageListsEveryDocketAndAnybodyMayRead() {
        docket("court-e", 2013, 2);

        assertThat(browser.get("/r").body()).contains("href=\"/r/d/court-e\"", "href=\"/r/here\"");
        assertThat(browser.get("/").body()).contains("href=\"/r\"");
    }

    /** Two cases, one a year. */
    private List<OpenCase> docket(String code, int year, int accused) {
        var chance = new SplittableRandom(code.hashCode());
        var files = new ArrayList<OpenCase>();
        var all = new ArrayList<CourtFact>();
        as(() -> {
            for (var one = year; one < year + 2; one++) {
                var file = cases.begin(CaseFile.Origin.DOCKET, PartialDate.ofYear(one), null, clerk);
                files.add(file);
                all.addAll(new FictionalDocket(file, facts, chance).of(one, accused));
            }
            var docket = prosecution.open(new org.romdoul.prosecution.Docket(
                    facts.now(clerk.agency(), clerk.account()),
                    code,
                    "Fictional docket " + code,
                    "written for tests",
                    "KH",
                    PartialDate.ofYear(FictionalDocket.CENSORED)));
            prosecution.from(docket, files);
            return docket;
        });
        record(files, all);
        return files;
    }

    private void record(List<OpenCase> files, List<CourtFact> all) {
        assertThat(as(() -> prosecution.recordAll(files, all))).isEmpty();
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(staff.as(clerk, work));
    }
}
