package org.romdoul.ledger.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One fact on its way into the log: the envelope {@code romdoul.org/leaf@v1} of docs/formats/leaf.md.
 *
 * @param index the leaf's place in the log, from 0
 * @param chain where it stands among the facts of its scope
 * @param recorded when the database recorded the fact, 1970 to 9999; what is finer than a microsecond is cut off
 * @param table schema and table, as in {@code protection.hand_over}
 * @param id the row's
 * @param salt 16 random bytes, so that a public hash confirms no guess
 * @param row PostgreSQL's jsonb text without nulls, in UTF-8, not empty, no newline
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and on the way out
public record Leaf(long index, Chain chain, Instant recorded, String table, UUID id, byte[] salt, byte[] row) {

    /** Bytes in the longest leaf: what an entry bundle can hold. */
    public static final int MAX_LENGTH = 65_535;

    private static final int SALT_LENGTH = 16;
    private static final String CLOCK = "ledger.clock";
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,62}\\.[a-z][a-z0-9_]{0,62}");
    private static final Instant BEGIN = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public Leaf {
        if (index < 0) {
            throw new IllegalArgumentException("a leaf's index is not negative");
        }
        recorded = recorded.truncatedTo(ChronoUnit.MICROS);
        if (recorded.isBefore(BEGIN) || recorded.isAfter(END)) {
            throw new IllegalArgumentException("a leaf is recorded between 1970 and 9999");
        }
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("a leaf's table is written schema.table");
        }
        if (chain.isClock() != table.equals(CLOCK)) {
            throw new IllegalArgumentException("clock leaves, and they alone, stand in the clock's chain");
        }
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has 16 bytes");
        }
        if (row.length == 0 || new String(row, StandardCharsets.ISO_8859_1).indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a row is one line and not empty");
        }
        salt = salt.clone();
        row = row.clone();
        if (length(index, chain, recorded, table, id, salt, row) > MAX_LENGTH) {
            throw new IllegalArgumentException("a leaf has at most 65,535 bytes");
        }
    }

    /** A leaf that only tells the time, so that what stands between two of them is bounded. */
    public static Leaf clock(long index, long sequence, byte[] previous, Instant at, UUID id, byte[] salt) {
        String row = "{\"at\": \"" + MICROSECONDS.format(at) + "\"}";
        Chain chain = new Chain(Chain.NOBODY, Chain.CLOCK, sequence, previous);
        return new Leaf(index, chain, at, CLOCK, id, salt, row.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] row() {
        return row.clone();
    }

    /** The envelope: what is stored, hashed and handed to a court. */
    public byte[] bytes() {
        byte[] head = head(index, chain, recorded, table, id, salt);
        return ByteBuffer.allocate(head.length + row.length + 1)
                .put(head)
                .put(row)
                .put((byte) '\n')
                .array();
    }

    /** The RFC 6962 leaf hash of {@link #bytes}: what the tree takes, and the next leaf of the chain names. */
    public static byte[] hash(byte[] bytes) {
        return new Sha256().leaf(bytes);
    }

    private static int length(
            long index, Chain chain, Instant recorded, String table, UUID id, byte[] salt, byte[] row) {
        return head(index, chain, recorded, table, id, salt).length + row.length + 1;
    }

    private static byte[] head(long index, Chain chain, Instant recorded, String table, UUID id, byte[] salt) {
        return ("romdoul.org/leaf@v1\nindex " + index
                        + "\nchain " + chain.text()
                        + "\nrecorded " + MICROSECONDS.format(recorded)
                        + "\nfact " + table + " " + id
                        + "\nsalt " + Base64.getEncoder().encodeToString(salt)
                        + "\nrow ")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Leaf that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(row);
    }
}
