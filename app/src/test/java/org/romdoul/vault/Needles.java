package org.romdoul.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words to be looked for in a dump: as they are, in bytes written as hexadecimal figures, and in base64. Case does not matter. */
final class Needles {

    /** Shorter than this is in every text by chance. */
    static final int SHORTEST = 6;

    /** What everything fictional says of itself in public too, the name of the log, and times: they stand everywhere. */
    private static final Pattern NO_SECRET =
            Pattern.compile("fictional|romdoul|\\d{4}-\\d\\d-\\d\\d(t\\d\\d)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern BYTES = Pattern.compile("\\\\x((?:[0-9a-f]{2}){" + SHORTEST + ",})");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");

    private final Map<Long, List<byte[]>> byBeginning = new HashMap<>();
    private final BitSet beginnings = new BitSet(1 << 24);

    /** The whole, each line, and each part between brackets, commas and stops: nobody leaks a text as a whole. */
    void add(String words) {
        for (var part : words.split("[\\n\\r\\t()\\[\\],;:.!?\"“”។]+")) {
            var needle = lower(part.strip().getBytes(StandardCharsets.UTF_8));
            if (needle.length < SHORTEST || NO_SECRET.matcher(part.strip()).matches()) continue;
            var beginning = beginning(needle, 0);
            beginnings.set(hash(beginning));
            var others = byBeginning.computeIfAbsent(beginning, none -> new ArrayList<>());
            if (others.stream().noneMatch(other -> java.util.Arrays.equals(other, needle))) others.add(needle);
        }
    }

    int size() {
        return byBeginning.values().stream().mapToInt(List::size).sum();
    }

    /** @return which of them stand in this cell of a table, however it is written */
    TreeSet<String> in(@Nullable String cell) {
        var found = new TreeSet<String>();
        if (cell == null) return found;
        search(cell.getBytes(StandardCharsets.UTF_8), found);
        BYTES.matcher(cell)
                .results()
                .map(one -> HexFormat.of().parseHex(one.group(1)))
                .forEach(bytes -> {
                    search(bytes, found);
                    encoded(new String(bytes, StandardCharsets.ISO_8859_1), found);
                });
        encoded(cell, found);
        return found;
    }

    private void encoded(String text, TreeSet<String> found) {
        BASE64.matcher(text)
                .results()
                .map(one -> one.group().replace('-', '+').replace('_', '/'))
                .forEach(run -> {
                    for (var from = 0; from < 4; from++) {
                        var whole = run.substring(from, from + (run.length() - from) / 4 * 4);
                        search(Base64.getDecoder().decode(whole), found);
                    }
                });
    }

    private void search(byte[] bytes, TreeSet<String> found) {
        var text = lower(bytes);
        for (var at = 0; at + SHORTEST <= text.length; at++) {
            var beginning = beginning(text, at);
            if (!beginnings.get(hash(beginning))) continue;
            for (var needle : byBeginning.getOrDefault(beginning, List.of()))
                if (stands(needle, text, at)) found.add(new String(needle, StandardCharsets.UTF_8));
        }
    }

    private static boolean stands(byte[] needle, byte[] text, int at) {
        return at + needle.length <= text.length
                && java.util.Arrays.equals(needle, 0, needle.length, text, at, at + needle.length);
    }

    private static long beginning(byte[] bytes, int at) {
        var packed = 0L;
        for (var i = at; i < at + SHORTEST; i++) packed = packed << 8 | bytes[i] & 0xFF;
        return packed;
    }

    private static int hash(long beginning) {
        return (int) (beginning * 0x9E3779B97F4A7C15L >>> 40);
    }

    private static byte[] lower(byte[] bytes) {
        var lower = bytes.clone();
        for (var i = 0; i < lower.length; i++) if (lower[i] >= 'A' && lower[i] <= 'Z') lower[i] += 32;
        return lower;
    }
}
