package org.romdoul.blobs;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a fact holds in place of a file: which one, what was handed in, and what is stored.
 *
 * <p>The text form, {@code id~size~sha256~storedSize~storedSha256} with hashes in hexadecimal, is the column's value and so
 * stands in the leaf: {@code sha256sum} of the file handed in is found there by eye, and so is that of the encrypted file.
 *
 * @param size bytes handed in
 * @param sha256 of them, 64 hexadecimal digits
 * @param storedSize bytes stored (docs/formats/blob.md)
 * @param storedSha256 of them
 */
public record BlobRef(UUID id, long size, String sha256, long storedSize, String storedSha256) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f-]{36})~(\\d{1,18})~([0-9a-f]{64})~(\\d{1,18})~([0-9a-f]{64})");

    public static BlobRef parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("not a reference to a file");
        return new BlobRef(
                UUID.fromString(parts.group(1)),
                Long.parseLong(parts.group(2)),
                parts.group(3),
                Long.parseLong(parts.group(4)),
                parts.group(5));
    }

    @Override
    public String toString() {
        return id + "~" + size + "~" + sha256 + "~" + storedSize + "~" + storedSha256;
    }
}
