package org.romdoul.journal.witnessing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Speaks with witnesses over HTTP (C2SP {@code tlog-witness}); reads no more than an answer can hold, and follows nobody elsewhere. */
final class WitnessClient {

    private static final int LONGEST = 65_536;

    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Reply(int status, String type, byte[] body) {}

    private final HttpClient http;
    private final Duration patience;

    WitnessClient(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    Reply add(URI witness, byte[] request) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(below(witness, "add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(request)));
    }

    /** Asks which checkpoint of a log the witness signed last. */
    Reply last(URI witness, String origin) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(below(witness, hash(origin) + "/checkpoint"))
                .GET());
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    body.readNBytes(LONGEST));
        }
    }

    private static URI below(URI prefix, String path) {
        return URI.create(prefix.toString().replaceFirst("/*$", "/") + path);
    }

    private static String hash(String origin) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
