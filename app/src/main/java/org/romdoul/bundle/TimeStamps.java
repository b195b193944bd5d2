package org.romdoul.bundle;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks an outside authority for the time (RFC 3161), where one is configured. It learns a hash of the checkpoint and nothing else.
 * A copy without its answer is still a good copy: the witnesses' times stand in the checkpoint.
 */
@Component
class TimeStamps {

    private static final Logger LOG = LoggerFactory.getLogger(TimeStamps.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 17;

    private final @Nullable URI authority;
    private final SecureRandom random;

    TimeStamps(@Value("${romdoul.time-stamp.url:#{null}}") @Nullable URI authority, SecureRandom random) {
        this.authority = authority;
        this.random = random;
    }

    /** @return the authority's response about these bytes; nothing where there is no authority, or it gives no good answer */
    Optional<byte[]> of(byte[] checkpoint) {
        if (authority == null) return Optional.empty();
        try {
            return Optional.of(asked(authority, checkpoint));
        } catch (IOException | TSPException unanswered) {
            LOG.warn("no time-stamp: {}", unanswered.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private byte[] asked(URI where, byte[] checkpoint) throws IOException, TSPException, InterruptedException {
        var question = question(checkpoint);
        var request = HttpRequest.newBuilder(where)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question.getEncoded()))
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(LONGEST + 1);
                if (answer.statusCode() != 200 || bytes.length > LONGEST) throw new IOException("no answer of ours");
                var response = new TimeStampResponse(bytes);
                response.validate(question);
                if (response.getTimeStampToken() == null) throw new IOException("refused");
                return bytes;
            }
        }
    }

    private TimeStampRequest question(byte[] checkpoint) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(checkpoint);
            return generator.generate(TSPAlgorithms.SHA256, hash, new BigInteger(64, random));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
