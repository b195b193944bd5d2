package org.romdoul.journal.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.romdoul.ledger.write.SigningKey;

/** The log's signing key, outside the database: a PEM file of mode 0600, made at the first start. */
final class LogKey {

    private LogKey() {}

    static SigningKey at(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) make(file, random);
        return SigningKey.ofPem(Files.readString(file));
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "log", ".new", owner);
        Files.writeString(fresh, SigningKey.generate(random).pem(), StandardOpenOption.SYNC);
        Files.move(fresh, file);
    }
}
