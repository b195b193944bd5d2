package org.romdoul.blobs;

import java.io.IOException;
import java.io.OutputStream;

/** Hashes what is stored. */
final class HashedOutput extends OutputStream {

    private final OutputStream to;
    private final Hash hash;

    HashedOutput(OutputStream to, Hash hash) {
        this.to = to;
        this.hash = hash;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        hash.add(bytes, from, length);
        to.write(bytes, from, length);
    }
}
