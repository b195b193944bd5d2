package org.romdoul.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.database.Home;
import org.romdoul.database.SecretFile;
import org.springframework.stereotype.Component;

/**
 * Who may read the entries of the log: oversight when it is signed in, and programs of auditors with a token. The home keeps the
 * tokens' hashes alone, a line each.
 */
@Component
public class Auditors {

    private static final int TOKEN = 32;
    private static final String SCHEME = "Bearer ";

    private final Path file;
    private final SecureRandom random;

    Auditors(Home home, SecureRandom random) {
        this.file = home.secret("auditors");
        this.random = random;
    }

    /** @param authorization the request's header */
    boolean mayRead(@Nullable Actor actor, @Nullable String authorization) {
        return actor != null && actor.role() == Role.MONITOR
                || authorization != null
                        && authorization.startsWith(SCHEME)
                        && isToken(authorization.substring(SCHEME.length()));
    }

    private boolean isToken(String typed) {
        var hash = hash(typed).getBytes(StandardCharsets.US_ASCII);
        return kept().lines()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1).getBytes(StandardCharsets.US_ASCII))
                .anyMatch(known -> MessageDigest.isEqual(known, hash));
    }

    /**
     * Makes a token; it is told once.
     *
     * @param label whose it is, so that its line can be found and taken away
     */
    public synchronized String newToken(String label) {
        var bytes = new byte[TOKEN];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            var line = label.replaceAll("\\s", "-") + " " + hash(token) + "\n";
            SecretFile.write(file, (kept() + line).getBytes(StandardCharsets.UTF_8));
            return token;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String kept() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
