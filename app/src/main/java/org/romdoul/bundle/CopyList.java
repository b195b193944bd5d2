package org.romdoul.bundle;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * {@code copy.txt}: what a copy holds and what it withholds (docs/formats/bundle.md). Ids are sorted as texts, not as numbers.
 *
 * @param pages SHA-256 of each page by its name
 * @param words state of each sealed value by id
 * @param files state of each file by id
 */
record CopyList(
        UUID scope,
        int copy,
        long events,
        long readings,
        SortedMap<String, String> pages,
        SortedMap<String, String> words,
        SortedMap<String, String> files) {

    static final String NAME = "copy.txt";
    static final String OPENED = "opened";
    static final String WITHHELD = "withheld";
    static final String ERASED = "erased";
    static final String SEALED = "sealed";
    static final String DECRYPTED = "decrypted";

    String text() {
        var text = new StringBuilder("romdoul.org/copy@v1\ncase " + scope + "\ncopy " + copy + "\nevents " + events
                + "\nreadings " + readings + "\n");
        pages.forEach((name, hash) -> text.append("page " + hash + " " + name + "\n"));
        words.forEach((id, state) -> text.append("words " + id + " " + state + "\n"));
        files.forEach((id, state) -> text.append("file " + id + " " + state + "\n"));
        return text.toString();
    }

    /** Reads back what {@link #text} wrote. */
    static CopyList parse(String text) {
        var lines = text.lines().map(line -> line.split(" ")).toList();
        var pages = new TreeMap<String, String>();
        var words = new TreeMap<String, String>();
        var files = new TreeMap<String, String>();
        for (var line : lines.subList(5, lines.size())) {
            switch (line[0]) {
                case "page" -> pages.put(line[2], line[1]);
                case "words" -> words.put(line[1], line[2]);
                default -> files.put(line[1], line[2]);
            }
        }
        return new CopyList(
                UUID.fromString(lines.get(1)[1]),
                Integer.parseInt(lines.get(2)[1]),
                Long.parseLong(lines.get(3)[1]),
                Long.parseLong(lines.get(4)[1]),
                pages,
                words,
                files);
    }
}
