package org.romdoul.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A form that was sent when it could not be taken: where to, and what was typed.
 *
 * @param path its address, without the site
 */
public record Draft(String path, List<Field> fields) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Says that a form is one that was kept, and which: it is dropped once it has arrived. */
    public static final String KEPT = "_kept";

    /** Says that what a form carries shall be kept and the session locked: it lay open too long. */
    public static final String LOCK = "_lock";

    /** One field; a name may come more than once. */
    public record Field(String name, String value) {}

    /** @return what a request carries that somebody would miss; nothing of a page that is read, or of the door's own forms */
    static Optional<Draft> of(HttpServletRequest request) {
        if (!isPost(request) || Gates.isOpenToAll(request) || Gates.isOfTheDoor(request)) return Optional.empty();
        var token = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf
                ? csrf.getParameterName()
                : "_csrf";
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.equals(token) || name.equals(KEPT) || name.equals(LOCK)) return;
            for (var value : values) fields.add(new Field(name, value));
        });
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Draft(Gates.path(request), fields));
    }

    static boolean isPost(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name());
    }

    /** @return what a person typed or chose, to be shown again; ids are none of it */
    public List<String> texts() {
        return fields.stream()
                .map(Field::value)
                .filter(value -> !value.isBlank() && !ID.matcher(value).matches())
                .toList();
    }

    byte[] bytes() {
        var lines = new ArrayList<>(List.of(path));
        for (var field : fields) lines.add(encoded(field.name()) + "=" + encoded(field.value()));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    static Draft read(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        var fields = lines.stream()
                .skip(1)
                .map(line -> line.split("=", 2))
                .map(pair -> new Field(decoded(pair[0]), decoded(pair[1])))
                .toList();
        return new Draft(lines.getFirst(), fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
