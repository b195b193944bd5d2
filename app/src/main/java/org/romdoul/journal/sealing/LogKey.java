package org.romdoul.journal.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.romdoul.database.SecretFile;
import org.romdoul.ledger.write.SigningKey;

/** The log's signing key, outside the database: a PEM file of mode 0600, made when the log is begun and never again. */
final class LogKey {

    private LogKey() {}

    static SigningKey findOrMake(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            SecretFile.write(file, SigningKey.generate(random).pem().getBytes(StandardCharsets.US_ASCII));
        }
        return SigningKey.ofPem(Files.readString(file));
    }

    static Optional<SigningKey> find(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(SigningKey.ofPem(Files.readString(file))) : Optional.empty();
    }
}
