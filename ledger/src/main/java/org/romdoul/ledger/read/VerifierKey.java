package org.romdoul.ledger.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A public key as it is written on paper and in policies: {@code name+keyid+base64(type ‖ key)}, the C2SP
 * {@code signed-note} vkey. Two uses are known: a log's signature and a witness's time-stamped cosignature.
 */
public final class VerifierKey {

    /** What the key may sign, with its type byte. */
    public enum Use {
        /** 0x01: Ed25519 over the note's text. */
        SIGNATURE(1),
        /** 0x04: Ed25519 over a time and the checkpoint, C2SP {@code tlog-cosignature}. */
        COSIGNATURE(4);

        private final int type;

        Use(int type) {
            this.type = type;
        }

        private static @Nullable Use of(int type) {
            return Arrays.stream(values())
                    .filter(use -> use.type == type)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final String name;
    private final String id;
    private final Use use;
    private final byte[] key;
    private final String text;

    private VerifierKey(String name, String id, Use use, byte[] key, String text) {
        this.name = name;
        this.id = id;
        this.use = use;
        this.key = key;
        this.text = text;
    }

    /** Reads a vkey; other types than 0x01 and 0x04, and a key id that is not the key's own, are refused. */
    public static Outcome<VerifierKey> parse(String vkey) {
        // The base64 may itself contain a plus; the name may not.
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !Strict.keyName(parts[0])) {
            return Outcome.refused("a key is not written name+id+base64");
        }
        byte[] typeAndKey = Strict.base64(parts[2]);
        if (typeAndKey == null || typeAndKey.length == 0) {
            return Outcome.refused("a key is not canonical base64");
        }
        Use use = Use.of(typeAndKey[0]);
        if (use == null || typeAndKey.length != 33) {
            return Outcome.refused("a key is not an Ed25519 key of type 1 or 4");
        }
        if (!keyId(parts[0], typeAndKey).equals(parts[1])) {
            return Outcome.refused("a key's id is not its own");
        }
        return Outcome.accepted(
                new VerifierKey(parts[0], parts[1], use, Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length), vkey));
    }

    private static String keyId(String name, byte[] typeAndKey) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            return HexFormat.of().formatHex(sha256.digest(typeAndKey), 0, 4);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The key's name, for a log its origin. */
    public String name() {
        return name;
    }

    /** Eight lower-case hex digits. */
    public String id() {
        return id;
    }

    public Use use() {
        return use;
    }

    /** The 32 bytes of the Ed25519 public key. */
    public byte[] publicKey() {
        return key.clone();
    }

    /** The key as it was written, which has only one spelling. */
    public String text() {
        return text;
    }

    /** Whether a signature line claims to be this key's. */
    public boolean isNamedBy(Note.Line line) {
        return name.equals(line.name()) && id.equals(line.keyId());
    }

    boolean sameKeyAs(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && use == that.use && sameKeyAs(that);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return name + "+" + id;
    }
}
