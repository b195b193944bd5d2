package org.romdoul.verifier;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Some bytes in the middle of a file, read to their end or not at all. */
final class Stretch extends InputStream {

    private final FileChannel file;
    private final long end;
    private long at;

    Stretch(FileChannel file, long from, long length) {
        this.file = file;
        this.at = from;
        this.end = from + length;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == end) {
            return -1;
        }
        int wanted = (int) Math.min(length, end - at);
        int got = file.read(ByteBuffer.wrap(into, offset, wanted), at);
        if (got < 0) {
            throw new EOFException("a file grew shorter while it was read");
        }
        at += got;
        return got;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
