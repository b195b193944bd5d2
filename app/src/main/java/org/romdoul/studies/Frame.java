package org.romdoul.studies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.romdoul.input.Digits;
import org.romdoul.input.Typed;

/**
 * The venues that a study draws from, by stratum.
 *
 * @param strata codes of the venues of each, in alphabetical order
 * @param slots in how many time slots a venue can be visited, where there are several
 */
public record Frame(SortedMap<String, List<String>> strata, SortedMap<String, Integer> slots) {

    /** As long as a fact may be. */
    static final int MOST_BYTES = 50_000;

    /** Hours of a week. */
    private static final int MOST_SLOTS = 168;

    private static final Set<String> HEADS = Set.of("stratum,venue", "stratum,venue,slots");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /** Reads a file with a line a venue: stratum, venue and perhaps its number of slots; a first line that names them is left out. */
    static Typed<Frame> read(String file) {
        var strata = new TreeMap<String, TreeSet<String>>();
        var seen = new HashSet<String>();
        var slots = new TreeMap<String, Integer>();
        var lines = file.replace("\uFEFF", "").lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).replace("\"", "").strip();
            if (line.isEmpty() || i == 0 && HEADS.contains(line.toLowerCase(Locale.ROOT))) continue;
            var cells = line.split("\\s*,\\s*", -1);
            if (cells.length != 2 && cells.length != 3) return Typed.problem("studies.frame.columns", i + 1);
            for (var cell : List.of(cells[0], cells[1]))
                if (!CODE.matcher(cell).matches()) return Typed.problem("studies.frame.code", i + 1);
            if (!seen.add(cells[1])) return Typed.problem("studies.frame.twice", i + 1, cells[1]);
            if (cells.length == 3) {
                if (!(Digits.whole(cells[2], 1, MOST_SLOTS) instanceof Typed.Value<Integer>(var count)))
                    return Typed.problem("studies.frame.slots", i + 1, MOST_SLOTS);
                if (count > 1) slots.put(cells[1], count);
            }
            strata.computeIfAbsent(cells[0], stratum -> new TreeSet<>()).add(cells[1]);
        }
        if (strata.isEmpty()) return Typed.problem("studies.frame.empty");
        var sorted =
                strata.entrySet().stream().collect(Collectors.toMap(e -> e.getKey(), e -> List.copyOf(e.getValue())));
        var frame = new Frame(new TreeMap<>(sorted), slots);
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
        strata.forEach((stratum, venues) -> venues.forEach(venue -> lines.add(line(stratum, venue))));
        return String.join("\n", lines);
    }

    private String line(String stratum, String venue) {
        return stratum + "," + venue + (slots(venue) > 1 ? "," + slots(venue) : "");
    }

    public int slots(String venue) {
        return slots.getOrDefault(venue, 1);
    }

    public boolean hasSlots() {
        return !slots.isEmpty();
    }

    public int size() {
        return strata.values().stream().mapToInt(Collection::size).sum();
    }
}
