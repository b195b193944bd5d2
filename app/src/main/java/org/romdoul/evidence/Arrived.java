package org.romdoul.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A file that went ahead of its form in pieces, as the form names it.
 *
 * @param upload its id
 * @param type what the sender's machine says it is; "-" where it does not know
 * @param name as the sender's machine has it
 */
public record Arrived(UUID upload, String type, String name) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([^\\s,]+) ([^\\s,]+)");
    private static final int MOST = 1_000;

    /** @return what can be read of it; anything else no script of ours wrote */
    static List<Arrived> all(@Nullable List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .limit(MOST)
                        .map(Arrived::read)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Optional<Arrived> read(String sent) {
        var parts = FORM.matcher(sent);
        if (!parts.matches()) return Optional.empty();
        try {
            var name = UriUtils.decode(parts.group(3), StandardCharsets.UTF_8);
            return Optional.of(new Arrived(UUID.fromString(parts.group(1)), parts.group(2), name));
        } catch (IllegalArgumentException bent) {
            return Optional.empty();
        }
    }

    /** @return as the form carries it */
    public String text() {
        return upload + " " + type + " " + UriUtils.encode(name, StandardCharsets.UTF_8);
    }

    /** @return its name for a page */
    public String shown() {
        return FileNames.shown(name);
    }
}
