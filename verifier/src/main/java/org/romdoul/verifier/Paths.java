package org.romdoul.verifier;

import java.util.regex.Pattern;

/**
 * Names that mean one file on every system: lower-case ASCII, no separator but {@code /}, no segment that begins with a
 * dot, at most four segments and 200 characters.
 */
final class Paths {

    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final int MAX_LENGTH = 200;
    private static final int MAX_DEPTH = 4;

    private Paths() {}

    static boolean isPlain(String path) {
        if (path.length() > MAX_LENGTH) {
            return false;
        }
        String[] segments = path.split("/", -1);
        if (segments.length > MAX_DEPTH) {
            return false;
        }
        for (String segment : segments) {
            if (!SEGMENT.matcher(segment).matches()) {
                return false;
            }
        }
        return true;
    }
}
