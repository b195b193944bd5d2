package org.romdoul.studies;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The venues that are seen instead of those that cannot be, in the sealed order, and what the sheets say of them. Collectors take the
 * next one; whoever types finds on the paper which that was.
 */
public record Reserve(Frame frame, Draw draw, List<Sheet> sheets) {

    /**
     * A reserve that was not taken in its order.
     *
     * @param seen the last of it that was seen
     * @param before those that come before it, and of which no sheet says anything
     */
    public record Passed(String stratum, String seen, List<String> before) {}

    /** @return the reserve of a stratum, in the order in which it is taken */
    public List<String> of(String stratum) {
        return draw.reserve(frame, stratum);
    }

    /** @return the code as the frame has it; what is no code of it as it was typed */
    String code(Sheet sheet, String typed) {
        return Stream.concat(of(sheet.stratum()).stream(), draw.drawn(frame, sheet.stratum()).stream())
                .filter(typed::equalsIgnoreCase)
                .findFirst()
                .orElse(typed);
    }

    /** @return what is wrong with a venue that a sheet says was seen instead, or nothing */
    Optional<Objection> objection(Sheet sheet, String instead) {
        if (draw.drawn(frame, sheet.stratum()).contains(instead)) return no("studies.instead.drawn", instead);
        if (!of(sheet.stratum()).contains(instead)) return no("studies.instead.not-reserve", instead, sheet.stratum());
        return sheets.stream()
                .filter(other -> !other.venue().equals(sheet.venue()))
                .filter(other -> other.state().isChecked() && instead.equals(instead(other)))
                .findFirst()
                .flatMap(other -> no("studies.instead.used", instead, other.venue()));
    }

    /** @return strata in which somebody chose: what the reserve is for is that nobody does */
    public List<Passed> passedOver() {
        return frame.strata().keySet().stream()
                .map(this::passedOver)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Passed> passedOver(String stratum) {
        var seen = sheets.stream()
                .flatMap(sheet -> Stream.ofNullable(instead(sheet)))
                .collect(Collectors.toSet());
        var all = of(stratum);
        var last = all.stream().filter(seen::contains).reduce((earlier, later) -> later);
        return last.map(venue -> new Passed(
                        stratum,
                        venue,
                        all.subList(0, all.indexOf(venue)).stream()
                                .filter(one -> !seen.contains(one))
                                .toList()))
                .filter(passed -> !passed.before().isEmpty());
    }

    private static @Nullable String instead(Sheet sheet) {
        return sheet.said().map(Entry.Said::replacement).orElse(null);
    }

    private static Optional<Objection> no(String code, Object... arguments) {
        return Optional.of(Objection.to("instead", code, arguments));
    }
}
