package org.romdoul.ledger.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import org.romdoul.ledger.write.SigningKey;

/** The witness's signing key: a PEM file that its owner alone may read, made at the first start. */
final class WitnessKey {

    private static final String FILE = "witness.pem";

    private WitnessKey() {}

    static SigningKey in(Folder folder, SecureRandom random) throws IOException {
        byte[] pem = folder.read(FILE);
        if (pem == null) {
            pem = SigningKey.generate(random).pem().getBytes(StandardCharsets.US_ASCII);
            folder.write(FILE + ".new", pem);
            folder.sync(FILE + ".new");
            folder.rename(FILE + ".new", FILE);
            folder.syncNames();
        }
        refuseOthers(folder.path().resolve(FILE));
        return SigningKey.ofPem(new String(pem, StandardCharsets.US_ASCII));
    }

    private static void refuseOthers(Path file) throws IOException {
        boolean others = Files.getPosixFilePermissions(file).stream()
                .anyMatch(right -> right != PosixFilePermission.OWNER_READ && right != PosixFilePermission.OWNER_WRITE);
        if (others) {
            throw new IllegalStateException("others may read the key " + file + "; if nobody has: chmod 600 " + file);
        }
    }
}
