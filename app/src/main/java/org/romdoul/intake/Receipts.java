package org.romdoul.intake;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.romdoul.database.Home;
import org.romdoul.database.SecretFile;
import org.springframework.stereotype.Component;

/**
 * The receipt of a tip: sixteen figures that only the reporter holds. It follows from the tip's id under a key outside the
 * database, so that a form sent twice gets the same receipt, and whoever steals the database finds none.
 */
@Component
class Receipts {

    private static final BigInteger SIXTEEN_FIGURES = BigInteger.TEN.pow(16);

    private final SecretKeySpec key;

    Receipts(Home home, SecureRandom random) throws IOException {
        var file = home.secret("receipts.key");
        if (!Files.exists(file)) {
            var fresh = new byte[32];
            random.nextBytes(fresh);
            SecretFile.write(file, fresh);
        }
        key = new SecretKeySpec(Files.readAllBytes(file), "HmacSHA256");
    }

    /** @return the receipt of a tip, as figures without spaces */
    String of(UUID tip) {
        var bytes =
                ByteBuffer.allocate(16).putLong(tip.getMostSignificantBits()).putLong(tip.getLeastSignificantBits());
        var figures = new BigInteger(1, mac("receipt", bytes.array())).mod(SIXTEEN_FIGURES);
        return "%016d".formatted(figures);
    }

    /** @return what the tip's row holds of its receipt */
    byte[] stored(String receipt) {
        return mac("stored", receipt.getBytes(StandardCharsets.US_ASCII));
    }

    /** Four figures at a time, as they are written down. */
    static String spaced(String receipt) {
        return receipt.replaceAll("(.{4})(?!$)", "$1 ");
    }

    private byte[] mac(String use, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(use.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
