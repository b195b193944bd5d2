package org.romdoul.blobs;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/**
 * One file on its way in: each byte is hashed as it came, encrypted, hashed as it is stored, and written, in one pass. It can
 * be seen by nobody until {@link #keep} has returned; closed before that, it leaves nothing.
 */
public final class Arrival implements AutoCloseable {

    /** How reading a source came to its end. */
    public enum Ended {
        WHOLE,
        /** The sender went away: what came before is here. */
        BROKE_OFF,
        TOO_LONG
    }

    private static final int BUFFER = 128 * 1024;

    private final UUID id;
    private final Store store;
    private final Store.Writing writing;
    private final WriteBehind behind;
    private final Hash plain = new Hash();
    private final Hash stored = new Hash();
    private final OutputStream encrypting;
    private boolean closed;

    Arrival(Store store, Store.Name name, KeysetHandle key, byte[] wrapped) throws IOException {
        this.id = name.id();
        this.store = store;
        this.writing = store.write(name);
        this.behind = new WriteBehind(new HashedOutput(writing, stored));
        this.encrypting = Envelope.encrypt(id, key, wrapped, behind);
    }

    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            plain.add(bytes, from, length);
            encrypting.write(bytes, from, length);
        } catch (IOException broken) {
            throw StoreFull.unless(store, broken);
        }
    }

    /** Reads a source to its end, or until it has given more than there may be. What the store throws is thrown. */
    public Ended take(InputStream source, long most) throws IOException {
        var buffer = new byte[BUFFER];
        for (; ; ) {
            int read;
            try {
                read = source.read(buffer);
            } catch (IOException gone) {
                return Ended.BROKE_OFF;
            }
            if (read < 0) return Ended.WHOLE;
            if (size() + read > most) return Ended.TOO_LONG;
            write(buffer, 0, read);
        }
    }

    /** @return how many bytes have come */
    public long size() {
        return plain.size();
    }

    /** @return SHA-256 of what has come, in hexadecimal */
    public String sha256() {
        return plain.hex();
    }

    /** Makes it safe and visible. @return what a fact must hold to refer to it */
    public BlobRef keep() throws IOException {
        try {
            encrypting.close();
            writing.publish();
        } catch (IOException broken) {
            throw StoreFull.unless(store, broken);
        }
        return new BlobRef(id, plain.size(), plain.hex(), stored.size(), stored.hex());
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        behind.abandon();
        writing.close();
    }
}
