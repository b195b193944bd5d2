package org.romdoul.blobs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Two blocks in turn: while one is hashed and written, the next is being encrypted. */
final class WriteBehind extends OutputStream {

    private static final int BLOCK = 256 * 1024;

    private final OutputStream to;
    private byte[] filling = new byte[BLOCK];
    private byte[] spare = new byte[0];
    private int filled;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    WriteBehind(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (var done = 0; done < length; ) {
            var fits = Math.min(length - done, BLOCK - filled);
            System.arraycopy(bytes, from + done, filling, filled, fits);
            filled += fits;
            done += fits;
            if (filled == BLOCK) pass();
        }
    }

    private void pass() throws IOException {
        await();
        var block = filling;
        var length = filled;
        writing = CompletableFuture.runAsync(() -> write(to, block, length), Thread::startVirtualThread);
        filling = spare.length == 0 ? new byte[BLOCK] : spare;
        spare = block;
        filled = 0;
    }

    private static void write(OutputStream to, byte[] block, int length) {
        try {
            to.write(block, 0, length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void await() throws IOException {
        try {
            writing.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UncheckedIOException broken) throw broken.getCause();
            throw failed;
        }
    }

    /** Writes what is left and waits for it. The stream behind stays open. */
    @Override
    public void close() throws IOException {
        await();
        to.write(filling, 0, filled);
        filled = 0;
    }

    /** Lets nothing more through, and waits for the block that is under way. */
    void abandon() {
        filled = 0;
        try {
            writing.join();
        } catch (CompletionException alreadySaid) {
            return;
        }
    }
}
