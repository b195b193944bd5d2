package org.romdoul.docket;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * A case as the source has it: no name, no docket number, only where and when, and how many people.
 *
 * @param key the source's own
 * @param state ISO 3166-2, where known
 * @param district of the federal courts, as the source writes it, where known
 * @param counts how many people of each kind; nothing where the source does not say
 */
record SourceCase(
        String key,
        long line,
        @Nullable String state,
        @Nullable String district,
        PartialDate year,
        Map<Counted, Integer> counts) {

    /** Whom the source counts. */
    enum Counted {
        DEFENDANTS("n_defendants"),
        VICTIMS("n_victims"),
        MINORS("n_minors"),
        FOREIGNERS("n_foreigners"),
        FEMALES("n_females"),
        MALES("n_males");

        private final String column;

        Counted(String column) {
            this.column = column;
        }
    }

    static final String KEY = "case_id";
    static final List<String> COLUMNS = Stream.concat(
                    Stream.of(KEY, "state", "federal_district", "year"),
                    Stream.of(Counted.values()).map(one -> one.column))
            .toList();

    private static final int MOST = 100_000;

    static SourceCase of(Cells cells, Jurisdiction jurisdiction) {
        var counts = Stream.of(Counted.values())
                .filter(one -> !cells.text(one.column).isEmpty())
                .collect(Collectors.toMap(one -> one, one -> {
                    var number = cells.whole(one.column, 0, MOST);
                    return number == null ? 0 : number;
                }));
        return new SourceCase(
                cells.key(),
                cells.number(),
                state(cells, jurisdiction),
                district(cells),
                cells.year("year"),
                Map.copyOf(counts));
    }

    private static @Nullable String state(Cells cells, Jurisdiction jurisdiction) {
        var state = cells.text("state");
        if (state.isEmpty()) return null;
        if (!jurisdiction.isPart(state)) cells.wrong("state", Problem.of("docket.value.state"));
        return jurisdiction.part(state);
    }

    private static @Nullable String district(Cells cells) {
        var district = cells.text("federal_district");
        if (district.isEmpty()) return null;
        if (!district.matches("\\d{1,2}|Multiple"))
            cells.wrong("federal_district", Problem.of("docket.value.district"));
        return district;
    }
}
