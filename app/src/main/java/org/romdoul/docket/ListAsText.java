package org.romdoul.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A list that some program wrote as text: {@code ['14', '2', None]}, or without its commas, {@code ['0' None]}; or a single
 * value without brackets. {@code None} and nothing are no value, which is an empty text here.
 */
final class ListAsText {

    private static final String NONE = "None";
    private static final Pattern ITEM = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(None|[A-Za-z0-9_.-]+)");
    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*|\\s+");

    private ListAsText() {}

    /** @return the values; an empty list where there is none; nothing where the text is not a list */
    static Optional<List<String>> read(String text) {
        var plain = text.strip();
        if (plain.isEmpty() || plain.equals(NONE)) return Optional.of(List.of());
        if (!plain.startsWith("["))
            return plain.matches("[^\\[\\]'\",]*") ? Optional.of(List.of(plain)) : Optional.empty();
        if (!plain.endsWith("]")) return Optional.empty();
        return items(plain.substring(1, plain.length() - 1).strip());
    }

    private static Optional<List<String>> items(String inside) {
        var items = new ArrayList<String>();
        var item = ITEM.matcher(inside);
        var between = BETWEEN.matcher(inside);
        for (var at = 0; at < inside.length(); ) {
            if (!items.isEmpty()) {
                if (!between.region(at, inside.length()).lookingAt()) return Optional.empty();
                at = between.end();
            }
            if (!item.region(at, inside.length()).lookingAt()) return Optional.empty();
            items.add(value(item.group(1), item.group(2), item.group(3)));
            at = item.end();
        }
        return Optional.of(List.copyOf(items));
    }

    private static String value(String... groups) {
        for (var group : groups) if (group != null) return group.equals(NONE) ? "" : group.strip();
        return "";
    }
}
