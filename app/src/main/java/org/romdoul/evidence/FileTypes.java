package org.romdoul.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** What kind a file is, from its first bytes alone. Nothing in it is parsed: a file may be made to harm who does. */
final class FileTypes {

    private static final Tika TIKA = new Tika();
    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();
    private static final MediaType UNKNOWN = MediaType.OCTET_STREAM;
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    private FileTypes() {}

    /** @param bytes is read ahead of, and put back where it was */
    static String detect(InputStream bytes) throws IOException {
        return MediaType.parse(TIKA.detect(bytes)).getBaseType().toString();
    }

    /** @return what a sender said, where it is a type at all */
    static Optional<String> declared(@Nullable String said) {
        var type = Objects.requireNonNullElse(said, "")
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return FORM.matcher(type).matches() && !type.equals(UNKNOWN.toString()) ? Optional.of(type) : Optional.empty();
    }

    /** @return whether the bytes say something else than the name or the sender */
    static boolean unlike(@Nullable String declared, @Nullable String name, String detected) {
        var bytes = Objects.requireNonNull(MediaType.parse(detected));
        return Stream.of(Optional.ofNullable(declared).map(MediaType::parse), byName(name))
                .flatMap(Optional::stream)
                .anyMatch(said -> contradicts(said, bytes));
    }

    private static Optional<MediaType> byName(@Nullable String name) {
        return Optional.ofNullable(name).map(TIKA::detect).map(MediaType::parse).filter(type -> !type.equals(UNKNOWN));
    }

    /** Where one is a kind of the other they agree: a document that is a zip. Unknown bytes contradict a kind that has a mark. */
    private static boolean contradicts(MediaType said, MediaType bytes) {
        var registry = KNOWN.getMediaTypeRegistry();
        var one = registry.normalize(said);
        var other = registry.normalize(bytes);
        if (one.equals(other) || registry.isSpecializationOf(one, other) && !other.equals(UNKNOWN)) return false;
        if (registry.isSpecializationOf(other, one)) return false;
        return !other.equals(UNKNOWN) || hasMark(one);
    }

    private static boolean hasMark(MediaType type) {
        try {
            return KNOWN.forName(type.toString()).hasMagic();
        } catch (MimeTypeException unknown) {
            return false;
        }
    }
}
