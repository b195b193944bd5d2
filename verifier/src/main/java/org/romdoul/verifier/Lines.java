package org.romdoul.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text file of the bundle as lines, octet by octet. */
final class Lines {

    private Lines() {}

    /** The lines without their ends; what follows the last end of line is the last element, empty in a good file. */
    static List<String> of(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        lines.add(text.substring(from));
        return lines;
    }
}
