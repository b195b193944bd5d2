package org.romdoul.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Codes that people copy by hand: letters and figures that are not mistaken for one another (Crockford's base 32). */
final class RandomWords {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int RECOVERY_CODES = 10;

    private RandomWords() {}

    /** @return 80 bits in groups of four: {@code 7f3k-9q2m-01xz-t4wv} */
    static String word(RandomGenerator random) {
        var word = new StringBuilder();
        for (var i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) word.append('-');
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return word.toString();
    }

    static List<String> recoveryCodes(RandomGenerator random) {
        return Stream.generate(() -> word(random)).limit(RECOVERY_CODES).toList();
    }

    /** What is kept of a recovery code. It has 80 random bits, so a plain hash is as good as a slow one. */
    static String hash(String typed) {
        var plain = typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
