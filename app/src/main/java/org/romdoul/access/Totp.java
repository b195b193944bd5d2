package org.romdoul.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The second factor: a six-figure code of the current half minute, from a secret that her phone and we share
 * (RFC 6238 with HMAC-SHA-1, which is what every authenticator app does).
 */
@SuppressWarnings("ArrayRecordComponent") // a secret, never compared
record Totp(byte[] secret) {

    static final int SECONDS = 30;
    private static final int SECRET = 20;
    private static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static Totp random(RandomGenerator random) {
        var secret = new byte[SECRET];
        random.nextBytes(secret);
        return new Totp(secret);
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** @return the steps whose codes are taken: this half minute, the one before and the one after, but none used already */
    static LongStream open(Instant at, long lastUsed) {
        var now = step(at);
        return LongStream.rangeClosed(now - 1, now + 1).filter(step -> step > lastUsed);
    }

    /** @return the open step this is the code of, if it is one */
    OptionalLong match(String typed, Instant at, long lastUsed) {
        return open(at, lastUsed)
                .filter(step -> MessageDigest.isEqual(code(step).getBytes(), typed.getBytes()))
                .findFirst();
    }

    String code(long step) {
        return code(step, DIGITS);
    }

    String code(long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xF;
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
            return ("%0" + digits + "d").formatted(number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** @return the secret as a person types it into her app: base 32 in groups of four */
    String written() {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.length * 8; bit += 5) {
            if (bit > 0 && bit % 20 == 0) text.append(' ');
            text.append(BASE32.charAt(fiveBitsAt(bit)));
        }
        return text.toString();
    }

    // 20 bytes are 32 groups of five bits exactly: nothing is padded.
    private int fiveBitsAt(int bit) {
        var pair = (secret[bit / 8] & 0xFF) << 8 | (bit / 8 + 1 < secret.length ? secret[bit / 8 + 1] & 0xFF : 0);
        return pair >> (11 - bit % 8) & 0x1F;
    }
}
