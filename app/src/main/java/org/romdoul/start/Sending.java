package org.romdoul.start;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Sends one file in pieces; where the line breaks it asks how far it came and goes on, also after it was ended and begun again. */
final class Sending {

    private static final int PIECE = 4 << 20;
    private static final int TRIES = 8;

    private final Session session;
    private final String uploads;
    private final LongConsumer progress;

    /** @param code of the case */
    Sending(Session session, String code, LongConsumer progress) {
        this.session = session;
        this.uploads = "/c/" + code + "/exhibits/uploads";
        this.progress = progress;
    }

    /** What came of it: the exhibit's code, or why not. */
    record Outcome(boolean sent, String words) {}

    Outcome send(Path file, Map<String, String> said) throws IOException, InterruptedException {
        var size = Files.size(file);
        var changed = Files.getLastModifiedTime(file);
        if (size == 0) return new Outcome(false, "is empty");
        var sha256 = sha256(file);
        var id = UUID.nameUUIDFromBytes((uploads + " " + size + " " + sha256).getBytes(StandardCharsets.US_ASCII));
        var refused = pieces(file, size, id);
        if (refused != null) return refused;
        if (Files.size(file) != size || !Files.getLastModifiedTime(file).equals(changed))
            return new Outcome(false, "changed while it was sent; nothing was recorded. Send it again");
        return finish(id, file, sha256, said);
    }

    private @Nullable Outcome pieces(Path file, long size, UUID id) throws IOException, InterruptedException {
        try (var channel = FileChannel.open(file)) {
            var offset = 0L;
            for (var tries = 0; ; tries++) {
                try {
                    var begun = session.send(session.to(uploads)
                            .header("Upload-Length", Long.toString(size))
                            .header("Romdoul-Upload", id.toString())
                            .POST(HttpRequest.BodyPublishers.noBody()));
                    if (begun.statusCode() != 201) return new Outcome(false, refusal(begun.statusCode()));
                    offset = offset(begun.headers().firstValue("Upload-Offset").orElse("0"));
                    while (offset < size) {
                        progress.accept(offset);
                        offset = piece(channel, size, id, offset);
                        tries = 0;
                    }
                    return null;
                } catch (IOException broke) {
                    if (tries == TRIES) throw broke;
                    TimeUnit.MILLISECONDS.sleep(250L << Math.min(tries, 6));
                }
            }
        }
    }

    private long piece(FileChannel channel, long size, UUID id, long offset) throws IOException, InterruptedException {
        var bytes = ByteBuffer.allocate((int) Math.min(PIECE, size - offset));
        for (var at = offset; bytes.hasRemaining(); at = offset + bytes.position())
            if (channel.read(bytes, at) < 0) throw new java.io.EOFException("the file became shorter");
        var answer = session.send(session.to(uploads + "/" + id)
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes.array())));
        if (answer.statusCode() != 204) throw new IOException(refusal(answer.statusCode()));
        return offset(answer.headers().firstValue("Upload-Offset").orElse("0"));
    }

    private Outcome finish(UUID id, Path file, String sha256, Map<String, String> said)
            throws IOException, InterruptedException {
        var fields = new LinkedHashMap<>(said);
        fields.put("name", String.valueOf(file.getFileName()));
        fields.put("sha256", sha256);
        for (var tries = 0; ; tries++) {
            try {
                var answer = session.form(uploads + "/" + id, fields);
                var sent = answer.statusCode() == 201;
                return new Outcome(sent, answer.body().isEmpty() ? refusal(answer.statusCode()) : answer.body());
            } catch (IOException broke) {
                if (tries == TRIES) throw broke;
                TimeUnit.MILLISECONDS.sleep(250L << Math.min(tries, 6));
            }
        }
    }

    private static String refusal(int status) {
        return switch (status) {
            case 400 -> "was refused: an answer is missing or not understood";
            case 403, 303 -> "was refused: the sign-in is over";
            case 404 -> "was refused: there is no such case for you";
            case 409 -> "was refused: another hand sends the same file";
            case 413 -> "is larger than what is taken";
            case 507 -> "was not kept: the store has no room left";
            default -> "was refused: the server answered " + status;
        };
    }

    private static long offset(String said) {
        return Long.parseLong(said);
    }

    private static String sha256(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 18];
            for (int read; (read = bytes.read(buffer)) > 0; ) digest.update(buffer, 0, read);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
