package org.romdoul.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.romdoul.database.SecretFile;

/** HMAC-SHA-256 under a key of the home's own, cut to 16 bytes: nobody else can make one, and none tells what it is of. */
record Keyed(SecretKeySpec key) {

    private static final int LENGTH = 16;

    static Keyed at(Path file, RandomGenerator random) throws IOException {
        return new Keyed(new SecretKeySpec(SecretFile.findOrMake(file, 32, random), "HmacSHA256"));
    }

    byte[] tag(String text) {
        return tag(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] tag(byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(bytes), LENGTH);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
