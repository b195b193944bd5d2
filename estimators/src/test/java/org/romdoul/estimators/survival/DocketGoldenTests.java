package org.romdoul.estimators.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.romdoul.estimators.Golden;
import tools.jackson.databind.JsonNode;

/** The federal docket in whole years, against R: {@code Rscript testdata/statistics/survival_docket.R ../shared/data}. */
class DocketGoldenTests {

    private static final JsonNode GOLDEN = Golden.ofProject("survival_docket.json");
    private static final int LAST_YEAR = 2018;

    private record Defendant(String sex, Spell spell) {}

    private static List<Defendant> docket() {
        Path file = Golden.shared("us-federal-prosecutions/defendant_charges.csv");
        List<String> header = Golden.header(file);
        var defendants = new ArrayList<Defendant>();
        for (String row : Golden.lines(file)) {
            String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            String charged = cells[header.indexOf("charge_date")];
            String ended = cells[header.indexOf("year_terminated")];
            if (charged.isEmpty()) {
                continue;
            }
            int years =
                    (ended.isEmpty() ? LAST_YEAR : Integer.parseInt(ended)) - Integer.parseInt(charged.substring(0, 4));
            if (years >= 0) {
                String months = cells[header.indexOf("total_months_sentenced")];
                String how = !months.isEmpty() && Double.parseDouble(months) > 0 ? "prison" : "other";
                Spell spell = ended.isEmpty() ? Spell.open(years) : Spell.ended(years, how);
                defendants.add(new Defendant(cells[header.indexOf("gender")], spell));
            }
        }
        return defendants;
    }

    private static double golden(String name) {
        return GOLDEN.get(name).doubleValue();
    }

    @Test
    void waitsOnTheRealDocketAreThoseOfR() {
        var spells = docket().stream().map(Defendant::spell).toList();
        var curve = SurvivalCurve.of(spells);
        assertThat(spells).hasSize(GOLDEN.get("spells").intValue());
        assertThat(curve.at(2)).isCloseTo(golden("waiting_after_2"), within(1e-12));
        assertThat(curve.restrictedMean(5).value()).isCloseTo(golden("restricted_mean_5"), within(1e-12));
        assertThat(curve.restrictedMean(5).standardError()).isCloseTo(golden("restricted_mean_5_se"), within(1e-12));
        var median = curve.median(Band.LOG_LOG, 0.95);
        assertThat(median.time()).hasValue(golden("median"));
        assertThat(median.lower()).hasValue(golden("median_lower"));
        assertThat(median.upper()).hasValue(golden("median_upper"));
    }

    @Test
    void endingsOnTheRealDocketAreThoseOfR() {
        var risks = CompetingRisks.of(docket().stream().map(Defendant::spell).toList());
        assertThat(risks.incidenceAt("prison", 2)).isCloseTo(golden("prison_by_2"), within(1e-12));
        assertThat(risks.curve("prison").get(2).standardError()).isCloseTo(golden("prison_by_2_se"), within(1e-12));
    }

    @Test
    void comparisonOfWomenAndMenIsThatOfR() {
        Map<String, List<Spell>> bySex = docket().stream()
                .filter(d -> Set.of("Female", "Male").contains(d.sex()))
                .collect(Collectors.groupingBy(
                        Defendant::sex, Collectors.mapping(Defendant::spell, Collectors.toList())));
        assertThat(LogRank.test(bySex).chiSquare()).isCloseTo(golden("log_rank_sex"), within(1e-9));
    }
}
