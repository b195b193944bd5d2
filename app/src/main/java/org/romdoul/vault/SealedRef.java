package org.romdoul.vault;

import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a fact holds in place of a name or a narrative: which sealed value, what it says and what is stored, as hashes.
 *
 * <p>The text form, {@code id~commitment~ciphertextHash} in unpadded base64url, is the column's value and so stands in
 * the leaf: a court that is given salt and plaintext checks the first hash, the audit checks the second without any key.
 *
 * @param commitment SHA-256(salt ‖ plaintext), 32 bytes
 * @param ciphertextHash SHA-256(ciphertext), 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text form only
public record SealedRef(UUID id, byte[] commitment, byte[] ciphertextHash) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})~([A-Za-z0-9_-]{43})~([A-Za-z0-9_-]{43})");

    public static SealedRef parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("not a sealed reference");
        var base64 = Base64.getUrlDecoder();
        return new SealedRef(
                UUID.fromString(parts.group(1)), base64.decode(parts.group(2)), base64.decode(parts.group(3)));
    }

    @Override
    public String toString() {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return id + "~" + base64.encodeToString(commitment) + "~" + base64.encodeToString(ciphertextHash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedRef that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
