package org.romdoul.studies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.romdoul.estimators.survey.Stratum;
import org.romdoul.estimators.survey.VenueSurvey;
import org.romdoul.estimators.survey.Visit;
import org.romdoul.estimators.survey.Visit.Outcome;

/** The file of visits of a study, as {@link FieldWork#visits()} wrote it, now or in an earlier version. */
record VisitsFile(String text) {

    /**
     * @param counted the column of persons as described
     * @return the round as the library takes it
     */
    VenueSurvey survey(String counted, Policy policy) {
        var strata = new LinkedHashMap<String, Stratum>();
        var visits = new ArrayList<Visit>();
        for (var row : rows()) {
            var stratum = cell(row, "stratum");
            strata.putIfAbsent(stratum, new Stratum(stratum, Integer.parseInt(cell(row, "N_venues"))));
            visits.add(new Visit(
                    stratum,
                    venue(row),
                    Outcome.valueOf(cell(row, "outcome").toUpperCase(Locale.ROOT)),
                    row.getOrDefault("found_type", stratum),
                    Double.parseDouble(row.getOrDefault("slot_chance", "1")),
                    Integer.parseInt(cell(row, "observed")),
                    Integer.parseInt(cell(row, counted))));
        }
        return VenueSurvey.of(List.copyOf(strata.values()), visits, policy.lonely());
    }

    /** The venue that was seen; files from before it was kept do not say which one replaced another. */
    private static String venue(Map<String, String> row) {
        var unknown = !row.containsKey("drawn") && cell(row, "outcome").equals("replaced");
        return cell(row, "venue") + (unknown ? " replaced" : "");
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column));
    }

    private List<Map<String, String>> rows() {
        var lines = text.lines().toList();
        var head = lines.getFirst().split(",");
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells ->
                        IntStream.range(0, head.length).boxed().collect(Collectors.toMap(i -> head[i], i -> cells[i])))
                .toList();
    }
}
