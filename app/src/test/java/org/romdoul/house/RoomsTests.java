package org.romdoul.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md says which rooms there are and on which floor each stands: it is held to that. */
class RoomsTests {

    private static final Path HOUSE = Path.of("src/main/java/org/romdoul");
    private static final Path PLAN = Path.of("../ARCHITECTURE.md");
    private static final Pattern FLOOR =
            Pattern.compile("^\\| (?:ground|first|second|third|fourth|top|roof) \\| (.*) \\|$");
    private static final Pattern ROOM = Pattern.compile("(?:^| · )`([a-z]+)` \\(");
    private static final Pattern NAMED = Pattern.compile("\\borg\\.romdoul\\.([a-z]+)\\.");
    private static final Pattern CLASS = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*)\\.([A-Z]\\w+)`");

    @Test
    void everyRoomIsInThePlanAndNoOther() throws IOException {
        assertThat(floors().keySet()).isEqualTo(rooms());
    }

    @Test
    void callsGoDown() throws IOException {
        var floors = floors();
        var up = new TreeSet<String>();
        for (var room : rooms())
            for (var other : named(room))
                if (floors.getOrDefault(other, 0) > floors.getOrDefault(room, 0)) up.add(room + " → " + other);
        assertThat(up).isEmpty();
    }

    @Test
    void theClassesThatThePlanNamesAreThere() throws IOException {
        var missing = new TreeSet<String>();
        CLASS.matcher(Files.readString(PLAN)).results().forEach(found -> {
            var file = found.group(1).replace('.', '/') + "/" + found.group(2) + ".java";
            if (!Files.exists(HOUSE.resolve(file))) missing.add(file);
        });
        assertThat(missing).isEmpty();
    }

    /** A room and the number of its floor, from below. */
    private static Map<String, Integer> floors() throws IOException {
        var floors = new TreeMap<String, Integer>();
        var heights = new LinkedHashMap<String, Integer>();
        for (var line : Files.readAllLines(PLAN)) {
            var floor = FLOOR.matcher(line);
            if (!floor.matches()) continue;
            var height = heights.computeIfAbsent(line, one -> heights.size());
            ROOM.matcher(floor.group(1)).results().forEach(room -> floors.put(room.group(1), height));
        }
        return floors;
    }

    private static TreeSet<String> rooms() throws IOException {
        try (var all = Files.list(HOUSE)) {
            return all.filter(Files::isDirectory)
                    .map(room -> String.valueOf(room.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static TreeSet<String> named(String room) throws IOException {
        try (Stream<Path> all = Files.walk(HOUSE.resolve(room))) {
            var names = new TreeSet<String>();
            for (var file : all.filter(one -> one.toString().endsWith(".java")).toList())
                NAMED.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            names.remove(room);
            return names;
        }
    }
}
