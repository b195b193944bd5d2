package org.romdoul.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Outcome;

/**
 * What this copy of the case holds and what it withholds: {@code copy.txt}, whose hash stands in the case's signed head.
 *
 * @param scope the case
 * @param copy its number among the copies of the case
 * @param events facts, counted from the first, whose contents it lists
 * @param readings readings, counted from the first, that it holds
 * @param pages hash in hexadecimal of each page that only shows what stands elsewhere, by name
 * @param words sealed values by id: {@code opened}, {@code withheld} or {@code erased}
 * @param files files by id: {@code decrypted} and perhaps an extension, {@code sealed},
 *     {@code withheld} or {@code erased}
 */
record CopyList(
        String scope,
        String copy,
        long events,
        long readings,
        SortedMap<String, String> pages,
        SortedMap<String, String> words,
        SortedMap<String, String> files) {

    static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Pattern HEAD = Pattern.compile("romdoul\\.org/copy@v1\ncase (" + ID
            + ")\ncopy ([1-9][0-9]{0,8})\nevents (0|[1-9][0-9]{0,8})\nreadings (0|[1-9][0-9]{0,8})");
    private static final Pattern PAGE =
            Pattern.compile("page ([0-9a-f]{64}) (case\\.jsonld|index\\.html|readme\\.(?:en|km|vi)\\.txt)");
    private static final Pattern WORDS = Pattern.compile("words (" + ID + ") (opened|withheld|erased)");
    private static final Pattern FILE =
            Pattern.compile("file (" + ID + ") (decrypted(?:\\.[a-z0-9]{1,5})?|sealed|withheld|erased)");
    private static final int HEAD_LINES = 5;
    private static final int PAGES = 5;

    static Outcome<CopyList> parse(byte[] bytes) {
        List<String> lines = new ArrayList<>(Lines.of(bytes));
        if (lines.size() <= HEAD_LINES || !lines.removeLast().isEmpty()) {
            return Outcome.refused("is cut short");
        }
        Matcher head = HEAD.matcher(String.join("\n", lines.subList(0, HEAD_LINES)));
        if (!head.matches()) {
            return Outcome.refused("does not begin as it must");
        }
        List<String> rest = lines.subList(HEAD_LINES, lines.size());
        SortedMap<String, String> pages = take(rest, PAGE, 2, 1);
        SortedMap<String, String> words = take(rest, WORDS, 1, 2);
        SortedMap<String, String> files = take(rest, FILE, 1, 2);
        if (pages == null || words == null || files == null || !rest.isEmpty() || pages.size() != PAGES) {
            return Outcome.refused("has a line that is malformed, twice, missing or out of order");
        }
        return Outcome.accepted(new CopyList(
                head.group(1),
                head.group(2),
                Long.parseLong(head.group(3)),
                Long.parseLong(head.group(4)),
                pages,
                words,
                files));
    }

    /** Takes the lines of one kind off the front; null where their keys do not only go up. */
    private static @Nullable SortedMap<String, String> take(List<String> lines, Pattern kind, int key, int value) {
        TreeMap<String, String> taken = new TreeMap<>();
        int count = 0;
        for (String text : lines) {
            Matcher line = kind.matcher(text);
            if (!line.matches()) {
                break;
            }
            if (!taken.isEmpty() && taken.lastKey().compareTo(line.group(key)) >= 0) {
                return null;
            }
            taken.put(line.group(key), line.group(value));
            count++;
        }
        lines.subList(0, count).clear();
        return taken;
    }
}
