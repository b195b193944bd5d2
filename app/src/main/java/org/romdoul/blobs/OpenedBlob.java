package org.romdoul.blobs;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.romdoul.vault.TamperedValue;

/**
 * A file on its way out, in constant memory. Each segment is authenticated before any of it is given; the last block waits
 * until the whole has the size and the hash that were sealed.
 */
final class OpenedBlob extends InputStream {

    private static final int BLOCK = 64 * 1024;

    private final BlobRef ref;
    private final Stored stored;
    private final InputStream decrypting;
    private final Hash hash = new Hash();
    private byte[] giving = new byte[0];
    private byte[] ahead;
    private int given;
    private boolean checked;

    OpenedBlob(BlobRef ref, InputStream from, Envelope.Unwrapping keys) throws IOException {
        this.ref = ref;
        this.stored = new Stored(new BufferedInputStream(from, 4 * BLOCK));
        try {
            this.decrypting = Envelope.decrypt(ref.id(), stored, keys);
            this.ahead = decrypting.readNBytes(BLOCK);
        } catch (IOException | TamperedValue broken) {
            stored.close();
            throw what(broken);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) return 0;
        if (given == giving.length) next();
        if (giving.length == 0) return -1;
        var some = Math.min(length, giving.length - given);
        System.arraycopy(giving, given, bytes, from, some);
        given += some;
        return some;
    }

    private void next() throws IOException {
        giving = ahead;
        given = 0;
        hash.add(giving, 0, giving.length);
        try {
            if (giving.length > 0) ahead = decrypting.readNBytes(BLOCK);
            if (ahead.length == 0) check();
        } catch (IOException broken) {
            giving = new byte[0];
            throw what(broken);
        }
    }

    private void check() throws IOException {
        if (checked) return;
        if (hash.size() != ref.size() || !hash.hex().equals(ref.sha256()))
            throw new IOException("not the bytes that were sealed");
        checked = true;
    }

    /** Only what the store itself could not read is its failure; everything else is damage. */
    private IOException what(Exception broken) {
        if (broken instanceof ErasedBlob erased) return erased;
        return Objects.requireNonNullElseGet(
                stored.failure, () -> new DamagedBlob(ref.id(), Condition.DIFFERS, broken));
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }

    private static final class Stored extends FilterInputStream {

        private @Nullable IOException failure;

        Stored(InputStream from) {
            super(from);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException broken) {
                failure = broken;
                throw broken;
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException broken) {
                failure = broken;
                throw broken;
            }
        }
    }
}
