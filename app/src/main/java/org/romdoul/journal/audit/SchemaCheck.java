package org.romdoul.journal.audit;

import java.util.HashSet;
import java.util.Set;
import org.romdoul.journal.audit.SchemaDescription.Line;

/** Two descriptions side by side: what the migrations make, and what is there. */
final class SchemaCheck {

    private SchemaCheck() {}

    static void compare(SchemaDescription made, SchemaDescription found, Findings findings) {
        var sameSpelling = made.major() == found.major();
        var expected = comparable(made.lines(), sameSpelling);
        var there = comparable(found.lines(), sameSpelling);
        there.stream()
                .filter(line -> !expected.contains(line))
                .sorted()
                .forEach(line -> findings.add(Kind.SCHEMA_DIFFERS, line.object(), line.says(), "found, not made"));
        expected.stream()
                .filter(line -> !there.contains(line))
                .sorted()
                .forEach(line -> findings.add(Kind.SCHEMA_DIFFERS, line.object(), line.says(), "made, not found"));
    }

    private static Set<Line> comparable(Set<Line> lines, boolean sameSpelling) {
        var kept = new HashSet<>(lines);
        if (!sameSpelling) kept.removeIf(line -> line.says().startsWith(SchemaDescription.VIEW));
        return kept;
    }
}
