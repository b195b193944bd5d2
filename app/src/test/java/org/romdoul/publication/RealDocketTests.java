package org.romdoul.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Account;
import org.romdoul.access.Role;
import org.romdoul.chart.Words;
import org.romdoul.database.RomdoulTest;
import org.romdoul.docket.Dockets;
import org.romdoul.docket.Jurisdiction;
import org.romdoul.docket.Source;
import org.romdoul.docket.Terms;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of results on the real docket, against what R's survival recorded: testdata/statistics/survival_docket.R. */
@RomdoulTest
@Import(Staff.class)
class RealDocketTests {

    private static final Path REAL =
            Path.of(System.getProperty("romdoul.shared", "../../shared")).resolve("data/us-federal-prosecutions");
    private static final Path RECORDED = Path.of("../testdata/statistics/survival_docket.json");

    /** The last year in the data, as the script has it. */
    private static final PartialDate CENSORED = PartialDate.ofYear(2018);

    @Autowired
    Staff staff;

    @Autowired
    Dockets dockets;

    @Autowired
    Results results;

    @Autowired
    MessageSource messages;

    @Test
    void whoStillWaitsIsWhatRSays() {
        assumeThat(REAL).as("the real docket is not on this machine").isDirectory();
        take("real-results");
        var r = JsonMapper.shared().readTree(RECORDED);

        var report = results.of(results.docket("real-results").orElseThrow(), new Words(messages, Locale.UK));

        assertThat(report.figures()).hasSize(7).allMatch(figure -> figure.chart() != null);
        var waiting = report.figures().stream()
                .filter(figure -> figure.key().equals("waiting"))
                .findFirst()
                .orElseThrow()
                .data()
                .rows();
        assertThat(number(waiting.getFirst(), 1)).isEqualTo(r.get("spells").doubleValue());
        assertThat(waiting.stream().mapToDouble(row -> number(row, 3)).sum())
                .isEqualTo(r.get("open").doubleValue());
        var afterTwo = waiting.stream()
                .filter(row -> row.getFirst().equals("2"))
                .findFirst()
                .orElseThrow();
        assertThat(number(afterTwo, 4)).isCloseTo(of(r, "waiting_after_2"), within(1e-8));
        assertThat(number(afterTwo, 5)).isCloseTo(of(r, "waiting_after_2_se"), within(1e-8));
        // The median is the first time at which the share is no more than half; its limits those of the band.
        assertThat(crossing(waiting, 4)).isEqualTo(of(r, "median"));
        assertThat(crossing(waiting, 6)).isEqualTo(of(r, "median_lower"));
        assertThat(crossing(waiting, 7)).isEqualTo(of(r, "median_upper"));
    }

    private void take(String code) {
        var lead = staff.hire(staff.agency("prosecution"), Role.PROSECUTION_LEAD);
        var account = new Account(lead.account(), lead.number(), lead.agency(), lead.role(), false);
        var source = ((Source.Read) Source.read(REAL, Jurisdiction.US)).source();
        assertThat(dockets.take(
                        source, new Terms(code, "A docket", "Counted apart", Jurisdiction.US, CENSORED), account, true, whole -> {}))
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
