package org.romdoul.journal.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.romdoul.database.SecretFile;
import org.romdoul.ledger.write.SigningKey;

/** The log's signing key, outside the database: a PEM file of mode 0600, made at the first start. */
final class LogKey {

    private LogKey() {}

    static SigningKey at(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            SecretFile.write(file, SigningKey.generate(random).pem().getBytes(StandardCharsets.US_ASCII));
        }
        return SigningKey.ofPem(Files.readString(file));
    }
}
