package org.romdoul.verifier;

import java.util.Arrays;

/**
 * A walk through nested DER elements (ITU-T X.690): into one, over one. A step that does not find its element marks the
 * whole walk failed and yields an empty element, so that a structure can be read off from top to bottom.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int EXPLICIT = 0xa0;

    private final byte[] bytes;
    private final int end;
    private final boolean[] failed;
    private int at;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length, new boolean[1]);
    }

    private Der(byte[] bytes, int from, int end, boolean[] failed) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.failed = failed;
    }

    /** Whether any step of the walk did not find its element. */
    boolean failed() {
        return failed[0];
    }

    /** What is inside the next element, which must have this tag. */
    Der into(int tag) {
        int from = at + 2;
        if (end < from || (bytes[at] & 0xff) != tag) {
            return fail();
        }
        int length = bytes[at + 1] & 0xff;
        if (length >= 0x80) {
            int digits = length - 0x80;
            if (digits < 1 || digits > 3 || end - from < digits) {
                return fail();
            }
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << 8 | (bytes[from++] & 0xff);
            }
        }
        if (length > end - from) {
            return fail();
        }
        at = from + length;
        return new Der(bytes, from, at, failed);
    }

    private Der fail() {
        failed[0] = true;
        return new Der(bytes, end, end, failed);
    }

    /** Steps over the next element, which must have this tag. */
    Der over(int tag) {
        into(tag);
        return this;
    }

    /** The bytes from here to the element's end. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }
}
