package org.romdoul.cases;

import java.util.List;
import java.util.stream.IntStream;
import org.romdoul.input.Option;

/** The provinces by their official codes (NCDD): as coarse as a place gets in a list. */
public final class Provinces {

    private static final List<String> CODES =
            IntStream.rangeClosed(1, 25).mapToObj("%02d"::formatted).toList();

    private Provinces() {}

    public static boolean isOne(String code) {
        return CODES.contains(code);
    }

    public static List<Option> options() {
        return CODES.stream().map(code -> Option.key(code, "province." + code)).toList();
    }
}
