package org.romdoul.verifier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The one spelling of a zip's headers (PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.16): stored, 1980-01-01, no flags, no
 * attributes, no comments; 64-bit fields where, and only where, 32 bits are too few.
 */
final class ZipHeaders {

    static final int LOCAL = 30;
    static final int CENTRAL = 46;
    static final int END = 22;
    /** The end with its 64-bit record and locator before it. */
    static final int END64 = 56 + 20 + END;

    static final int END_SIGNATURE = 0x06054b50;
    static final int WIDE = 0xffff_ffff;
    static final long MAX_32 = 0xffff_ffffL;
    static final int MAX_16 = 0xffff;

    private static final short PLAIN_VERSION = 10;
    private static final short WIDE_VERSION = 45;
    private static final short FIRST_DAY = 0x0021;

    private ZipHeaders() {}

    static byte[] local(String name, long size, int crc32) {
        boolean wide = size >= MAX_32;
        ByteBuffer header = buffer(LOCAL + name.length() + (wide ? 20 : 0));
        header.putInt(0x04034b50).putShort(wide ? WIDE_VERSION : PLAIN_VERSION);
        common(header, name, size, crc32).putShort((short) (wide ? 20 : 0));
        header.put(ascii(name));
        if (wide) {
            header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
        }
        return header.array();
    }

    static byte[] central(String name, long size, int crc32, long place) {
        int extra = (size >= MAX_32 ? 16 : 0) + (place >= MAX_32 ? 8 : 0);
        short version = extra > 0 ? WIDE_VERSION : PLAIN_VERSION;
        ByteBuffer header = buffer(CENTRAL + name.length() + (extra > 0 ? 4 + extra : 0));
        header.putInt(0x02014b50).putShort(version).putShort(version);
        common(header, name, size, crc32).putShort((short) (extra > 0 ? 4 + extra : 0));
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        header.putInt((int) Math.min(place, MAX_32)).put(ascii(name));
        if (extra > 0) {
            header.putShort((short) 1).putShort((short) extra);
        }
        if (size >= MAX_32) {
            header.putLong(size).putLong(size);
        }
        if (place >= MAX_32) {
            header.putLong(place);
        }
        return header.array();
    }

    static byte[] end(long count, long directoryLength, long directoryPlace) {
        boolean wide = count >= MAX_16 || directoryLength >= MAX_32 || directoryPlace >= MAX_32;
        ByteBuffer end = buffer(wide ? END64 : END);
        if (wide) {
            end.putInt(0x06064b50).putLong(44).putShort(WIDE_VERSION).putShort(WIDE_VERSION);
            end.putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(directoryLength)
                    .putLong(directoryPlace);
            end.putInt(0x07064b50)
                    .putInt(0)
                    .putLong(directoryPlace + directoryLength)
                    .putInt(1);
        }
        short files = (short) Math.min(count, MAX_16);
        end.putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(files)
                .putShort(files);
        end.putInt((int) Math.min(directoryLength, MAX_32));
        end.putInt((int) Math.min(directoryPlace, MAX_32)).putShort((short) 0);
        return end.array();
    }

    /** Flags, method, time, date, checksum, both sizes, length of the name: the same in both headers of a file. */
    private static ByteBuffer common(ByteBuffer header, String name, long size, int crc32) {
        int size32 = (int) Math.min(size, MAX_32);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort(FIRST_DAY);
        return header.putInt(crc32).putInt(size32).putInt(size32).putShort((short) name.length());
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
