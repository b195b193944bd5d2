package org.romdoul.ledger.write;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A signer with the name and type that its signature lines carry: C2SP {@code signed-note}. A log signs with type 0x01,
 * a witness with type 0x04.
 */
final class NoteKey {

    private final String name;
    private final byte[] typeAndKey;

    NoteKey(String name, int type, byte[] publicKey) {
        boolean spaced = name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        if (name.isEmpty() || spaced || name.contains("+") || name.contains("\u0085")) {
            throw new IllegalArgumentException("a key's name is not empty and has no space and no plus");
        }
        this.name = name;
        this.typeAndKey = new byte[1 + publicKey.length];
        typeAndKey[0] = (byte) type;
        System.arraycopy(publicKey, 0, typeAndKey, 1, publicKey.length);
    }

    String name() {
        return name;
    }

    /** {@code name+keyid+base64}: what a policy and a printed page show. */
    String vkey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + base64(typeAndKey);
    }

    /** The line that goes under a note's text. */
    String line(byte[] signature) {
        byte[] id = id();
        byte[] idAndSignature = new byte[id.length + signature.length];
        System.arraycopy(id, 0, idAndSignature, 0, id.length);
        System.arraycopy(signature, 0, idAndSignature, id.length, signature.length);
        return "— " + name + " " + base64(idAndSignature) + "\n";
    }

    private byte[] id() {
        byte[] hash = new Sha256().of((name + "\n").getBytes(StandardCharsets.UTF_8), typeAndKey);
        return Arrays.copyOf(hash, 4);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
