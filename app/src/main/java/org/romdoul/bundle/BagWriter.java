package org.romdoul.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Writes a bag (RFC 8493) into a zip, file by file in the order of their names; large files in constant memory. */
final class BagWriter {

    private static final byte[] DECLARATION =
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.US_ASCII);

    /** Something that can be read more than once. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private record Measured(long size, long crc32, String sha256, String sha512) {}

    private final StoredZip zip;
    private final String base;
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");
    private final StringBuilder data256 = new StringBuilder();
    private final StringBuilder data512 = new StringBuilder();
    private final StringBuilder tags256 = new StringBuilder();
    private final StringBuilder tags512 = new StringBuilder();
    private final byte[] buffer = new byte[1 << 16];

    BagWriter(OutputStream out, String base) throws IOException {
        this.zip = new StoredZip(out);
        this.base = base;
        tag("bagit.txt", DECLARATION);
    }

    /** Adds a small file of the payload. */
    void add(String name, byte[] bytes) throws IOException {
        var measured = measured(bytes);
        list("data/" + name, measured, data256, data512);
        put("data/" + name, measured, bytes);
    }

    /**
     * Adds a file of any length: read once for its length and checksum, which stand before it, and once to be written.
     *
     * @param wanted SHA-256 in hexadecimal that its fact names
     * @throws IOException where it has another, in either reading
     */
    void add(String name, Source source, String wanted) throws IOException {
        var measured = measure(source, false);
        if (!measured.sha256().equals(wanted)) throw new IOException("a file is not what was sealed");
        list("data/" + name, measured, data256, data512);
        zip.begin(base + "/data/" + name, measured.size(), measured.crc32());
        if (!measure(source, true).equals(measured)) throw new IOException("a file changed while it was copied");
    }

    void end() throws IOException {
        tag("manifest-sha256.txt", ascii(data256));
        tag("manifest-sha512.txt", ascii(data512));
        var last256 = ascii(tags256);
        var last512 = ascii(tags512);
        put("tagmanifest-sha256.txt", measured(last256), last256);
        put("tagmanifest-sha512.txt", measured(last512), last512);
        zip.end();
    }

    private void tag(String name, byte[] bytes) throws IOException {
        var measured = measured(bytes);
        list(name, measured, tags256, tags512);
        put(name, measured, bytes);
    }

    private void put(String name, Measured measured, byte[] bytes) throws IOException {
        zip.begin(base + "/" + name, measured.size(), measured.crc32());
        zip.write(bytes, 0, bytes.length);
    }

    private static void list(String name, Measured measured, StringBuilder in256, StringBuilder in512) {
        in256.append(measured.sha256()).append("  ").append(name).append('\n');
        in512.append(measured.sha512()).append("  ").append(name).append('\n');
    }

    private Measured measured(byte[] bytes) {
        var crc32 = new CRC32();
        crc32.update(bytes);
        return new Measured(bytes.length, crc32.getValue(), hex(sha256.digest(bytes)), hex(sha512.digest(bytes)));
    }

    private Measured measure(Source source, boolean write) throws IOException {
        var crc32 = new CRC32();
        var size = 0L;
        try (var in = source.open()) {
            for (var got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                sha256.update(buffer, 0, got);
                sha512.update(buffer, 0, got);
                crc32.update(buffer, 0, got);
                size += got;
                if (write) zip.write(buffer, 0, got);
            }
        }
        return new Measured(size, crc32.getValue(), hex(sha256.digest()), hex(sha512.digest()));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        return hex(digest("SHA-256").digest(bytes));
    }

    private static byte[] ascii(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
