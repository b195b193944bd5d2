package org.romdoul.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a zip in the one spelling that a bundle has (docs/formats/bundle.md), front to back, without going back: so a file's
 * length and checksum must be known before its bytes.
 */
final class StoredZip {

    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MAX_16 = 0xFFFF;
    private static final int FIRST_DAY = 0x21;

    private final OutputStream out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long at;
    private long files;

    StoredZip(OutputStream out) {
        this.out = out;
    }

    /** Begins a file, whose {@code size} bytes the caller writes next to {@link #write}. */
    void begin(String name, long size, long crc32) throws IOException {
        var wide = size >= MAX_32;
        directory.writeBytes(central(name, size, crc32, at));
        var header = little(30 + name.length() + (wide ? 20 : 0)).putInt(0x04034B50);
        header.putShort((short) version(wide));
        common(header, name, size, crc32).putShort((short) (wide ? 20 : 0)).put(ascii(name));
        if (wide) header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
        write(header.array(), 0, header.capacity());
        files++;
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        at += length;
    }

    void end() throws IOException {
        var place = at;
        var length = (long) directory.size();
        out.write(directory.toByteArray());
        if (files >= MAX_16 || length >= MAX_32 || place >= MAX_32) {
            var wide = little(76)
                    .putInt(0x06064B50)
                    .putLong(44)
                    .putShort((short) 45)
                    .putShort((short) 45)
                    .putLong(0);
            wide.putLong(files).putLong(files).putLong(length).putLong(place);
            wide.putInt(0x07064B50).putInt(0).putLong(place + length).putInt(1);
            out.write(wide.array());
        }
        var end = little(22).putInt(0x06054B50).putInt(0);
        var count = (short) Math.min(files, MAX_16);
        end.putShort(count)
                .putShort(count)
                .putInt(narrow(length))
                .putInt(narrow(place))
                .putShort((short) 0);
        out.write(end.array());
        out.flush();
    }

    private static byte[] central(String name, long size, long crc32, long place) {
        var extra = (size >= MAX_32 ? 16 : 0) + (place >= MAX_32 ? 8 : 0);
        var header = little(46 + name.length() + (extra > 0 ? extra + 4 : 0)).putInt(0x02014B50);
        header.putShort((short) version(extra > 0)).putShort((short) version(extra > 0));
        common(header, name, size, crc32).putShort((short) (extra > 0 ? extra + 4 : 0));
        header.putLong(0).putShort((short) 0).putInt(narrow(place)).put(ascii(name));
        if (extra > 0) header.putShort((short) 1).putShort((short) extra);
        if (size >= MAX_32) header.putLong(size).putLong(size);
        if (place >= MAX_32) header.putLong(place);
        return header.array();
    }

    /** Flags, method, time, date, checksum, both sizes, length of the name. */
    private static ByteBuffer common(ByteBuffer header, String name, long size, long crc32) {
        header.putInt(0).putShort((short) 0).putShort((short) FIRST_DAY).putInt((int) crc32);
        return header.putInt(narrow(size)).putInt(narrow(size)).putShort((short) name.length());
    }

    private static int version(boolean wide) {
        return wide ? 45 : 10;
    }

    private static int narrow(long number) {
        return (int) Math.min(number, MAX_32);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
