package org.romdoul.studies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.romdoul.input.Typed;

/**
 * The venues that a study draws from, by stratum.
 *
 * @param strata codes of the venues of each, in alphabetical order
 */
public record Frame(SortedMap<String, List<String>> strata) {

    /** As long as a fact may be. */
    static final int MOST_BYTES = 50_000;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /** Reads a file with a line a venue: stratum and venue, separated by a comma; a first line that names them is left out. */
    static Typed<Frame> read(String file) {
        var strata = new TreeMap<String, TreeSet<String>>();
        var seen = new HashSet<String>();
        var lines = file.replace("\uFEFF", "").lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).replace("\"", "").strip();
            if (line.isEmpty() || i == 0 && line.equalsIgnoreCase("stratum,venue")) continue;
            var cells = line.split("\\s*,\\s*", -1);
            if (cells.length != 2) return Typed.problem("studies.frame.columns", i + 1);
            for (var cell : cells) if (!CODE.matcher(cell).matches()) return Typed.problem("studies.frame.code", i + 1);
            if (!seen.add(cells[1])) return Typed.problem("studies.frame.twice", i + 1, cells[1]);
            strata.computeIfAbsent(cells[0], stratum -> new TreeSet<>()).add(cells[1]);
        }
        if (strata.isEmpty()) return Typed.problem("studies.frame.empty");
        var frame = new Frame(new TreeMap<>(
                strata.entrySet().stream().collect(Collectors.toMap(e -> e.getKey(), e -> List.copyOf(e.getValue())))));
        return frame.text().length() > MOST_BYTES
                ? Typed.problem("studies.frame.long", MOST_BYTES)
                : new Typed.Value<>(frame);
    }

    /** @return the frame as it was written by {@link #text()} */
    static Frame of(String text) {
        return switch (read(text)) {
            case Typed.Value<Frame> good -> good.value();
            case Typed.Problem<Frame> bad -> throw new IllegalStateException(bad.code());
        };
    }

    /** One line a venue. */
    String text() {
        var lines = new ArrayList<String>();
        strata.forEach((stratum, venues) -> venues.forEach(venue -> lines.add(stratum + "," + venue)));
        return String.join("\n", lines);
    }

    public int size() {
        return strata.values().stream().mapToInt(Collection::size).sum();
    }
}
