package org.romdoul.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.Arrival.Ended;
import org.romdoul.blobs.BlobRef;
import org.romdoul.blobs.Blobs;
import org.romdoul.blobs.StoreFull;
import org.romdoul.cases.OpenCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes files in as exhibits. The bytes come first, for as long as they need and outside any transaction; the fact follows
 * when they are safe. What is refused leaves nothing behind.
 */
@Component
public class Receiving {

    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final int READ_AHEAD = 128 * 1024;
    private static final int LONGEST_NAME = 1_000;

    private final Exhibits exhibits;
    private final Blobs blobs;
    private final Limits limits;

    Receiving(Exhibits exhibits, Blobs blobs, Limits limits) {
        this.exhibits = exhibits;
        this.blobs = blobs;
        this.limits = limits;
    }

    /**
     * A file on its way.
     *
     * @param name as the sender's machine has it
     * @param type what the sender says it is
     * @param sha256 what the sender says its hash is, in hexadecimal; null where nobody said
     */
    public record Coming(
            InputStream bytes,
            @Nullable String name,
            @Nullable String type,
            @Nullable String sha256) {}

    /** What came of it. */
    public sealed interface Answer {

        /** It is an exhibit, now or since it was sent before. */
        record Received(Exhibit exhibit) implements Answer {}

        /**
         * It is not.
         *
         * @param reason message key
         * @param arguments of the message
         */
        record Refused(String reason, List<Object> arguments) implements Answer {}
    }

    /**
     * Takes one file in.
     *
     * @param form the id that the form carries: the same file sent again with it is the same exhibit
     */
    public Answer receive(OpenCase file, UUID form, Described described, Coming coming) {
        try (var arrival = blobs.begin(file.id())) {
            var bytes = new BufferedInputStream(coming.bytes(), READ_AHEAD);
            var type = typeOf(bytes);
            if (type == null) return refused("exhibit.file.broke-off");
            var ended = arrival.take(bytes, limits.largest().toBytes());
            if (ended == Ended.BROKE_OFF) return refused("exhibit.file.broke-off");
            if (ended == Ended.TOO_LONG)
                return refused("exhibit.file.too-large", limits.largest().toMegabytes());
            if (arrival.size() == 0) return refused("exhibit.file.empty");
            if (coming.sha256() != null && !coming.sha256().equals(arrival.sha256()))
                return refused("exhibit.file.other-hash", coming.sha256(), arrival.sha256());
            return new Answer.Received(
                    exhibits.add(file, id(form, arrival.sha256()), described, kept(arrival.keep(), coming, type)));
        } catch (StoreFull full) {
            LOG.error("the store of files has no room left");
            return refused("exhibit.file.full");
        } catch (IOException broken) {
            LOG.error("the store of files does not keep what it is given", broken);
            return refused("exhibit.file.not-kept");
        }
    }

    private static @Nullable String typeOf(InputStream bytes) {
        try {
            return FileTypes.detect(bytes);
        } catch (IOException gone) {
            return null;
        }
    }

    private static Exhibits.Kept kept(BlobRef blob, Coming coming, String type) {
        var name = coming.name() == null || coming.name().isEmpty() ? null : shortened(coming.name());
        var declared = FileTypes.declared(coming.type()).orElse(null);
        return new Exhibits.Kept(blob, name, declared, type, FileTypes.unlike(declared, name, type));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static UUID id(UUID form, String sha256) {
        return UUID.nameUUIDFromBytes((form + " " + sha256).getBytes(StandardCharsets.US_ASCII));
    }

    private static Answer refused(String reason, Object... arguments) {
        return new Answer.Refused(reason, List.of(arguments));
    }
}
