package org.romdoul.ledger.read;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;

/**
 * Walks once over a leaf's bytes. A step that does not find what it asks for marks the scan failed, and every later step
 * is void; so the leaf's shape can be read off {@link Leaf#parse} from top to bottom. Nothing is copied on the way.
 */
final class LeafScan {

    private static final byte[] SIXTY_FOUR = new byte[128];

    static {
        Arrays.fill(SIXTY_FOUR, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            SIXTY_FOUR[alphabet.charAt(i)] = (byte) i;
        }
    }

    private final byte[] bytes;
    private int at;
    private boolean failed;

    LeafScan(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean failed() {
        return failed;
    }

    int at() {
        return at;
    }

    /** Exactly these ASCII bytes. */
    void literal(byte[] expected) {
        int end = at + expected.length;
        if (failed || end > bytes.length || !Arrays.equals(bytes, at, end, expected, 0, expected.length)) {
            failed = true;
        } else {
            at = end;
        }
    }

    /** One byte. */
    void one(char expected) {
        if (next() != expected) {
            failed = true;
        }
    }

    /** A decimal of 0..2^63-1 without leading zeros. */
    long decimal() {
        int start = at;
        long value = 0;
        while (peek() >= '0' && peek() <= '9' && at - start < 19) {
            value = value * 10 + (next() - '0');
        }
        if (at == start || value < 0 || (bytes[start] == '0' && at - start > 1)) {
            failed = true;
        }
        return value;
    }

    /** A decimal of exactly so many digits. */
    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = next() - '0';
            if (digit < 0 || digit > 9) {
                failed = true;
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A word of lower-case letters and, after the first, digits and underscores: 1 to 63 bytes. */
    void word() {
        int start = at;
        while (lower(peek()) || (at > start && (peek() == '_' || (peek() >= '0' && peek() <= '9')))) {
            at++;
        }
        if (at == start || at - start > 63) {
            failed = true;
        }
    }

    private static boolean lower(int c) {
        return c >= 'a' && c <= 'z';
    }

    /** A UUID as PostgreSQL writes it: lower case, five groups. */
    UUID uuid() {
        long high = hex(8) << 32;
        one('-');
        high |= hex(4) << 16;
        one('-');
        high |= hex(4);
        one('-');
        long low = hex(4) << 48;
        one('-');
        return new UUID(high, low | hex(12));
    }

    private long hex(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int c = next();
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) {
                failed = true;
                return 0;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Canonical base64 of exactly {@code length} bytes. */
    byte[] base64(int length) {
        byte[] decoded = new byte[length];
        int bits = 0;
        int held = 0;
        for (int filled = 0; filled < length && !failed; ) {
            int c = next();
            int six = c < 0 || c > 127 ? -1 : SIXTY_FOUR[c];
            failed |= six < 0;
            held = held << 6 | (six & 63);
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                decoded[filled++] = (byte) (held >>> bits);
            }
        }
        if ((held & (1 << bits) - 1) != 0) {
            failed = true;
        }
        for (int padding = (3 - length % 3) % 3; padding > 0; padding--) {
            one('=');
        }
        return decoded;
    }

    /** Microseconds since 1970 of {@code 2026-11-24T03:43:43.123456Z}: UTC, always six digits, a day that exists. */
    long instant() {
        int year = digits(4);
        one('-');
        int month = digits(2);
        one('-');
        int day = digits(2);
        one('T');
        int hour = digits(2);
        one(':');
        int minute = digits(2);
        one(':');
        int second = digits(2);
        one('.');
        int micros = digits(6);
        one('Z');
        if (failed
                || year < 1970
                || month < 1
                || month > 12
                || day < 1
                || hour > 23
                || minute > 59
                || second > 59
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            failed = true;
            return 0;
        }
        long days = YearMonth.of(year, month).atDay(day).toEpochDay();
        return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + micros;
    }

    /** At least one byte and no newline, up to the newline that ends the leaf. Answers where it begins. */
    int lastLine() {
        int start = at;
        int end = bytes.length - 1;
        if (failed || start >= end || bytes[end] != '\n') {
            failed = true;
            return start;
        }
        for (int i = start; i < end; i++) {
            failed |= bytes[i] == '\n';
        }
        return start;
    }

    private int peek() {
        return failed || at >= bytes.length ? -1 : bytes[at] & 0xff;
    }

    private int next() {
        int c = peek();
        if (c < 0) {
            failed = true;
        } else {
            at++;
        }
        return c;
    }
}
