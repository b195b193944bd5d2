package org.romdoul.blobs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Blocks in turn: while some are hashed and written, one after the other, the next is being encrypted. */
final class WriteBehind extends OutputStream {

    private static final int BLOCK = 256 * 1024;

    /** A disk takes its time now and then: so many may wait for it before who fills them waits too. */
    private static final int AHEAD = 4;

    private record Passed(byte[] block, CompletableFuture<Void> written) {}

    private final OutputStream to;
    private final Deque<Passed> underWay = new ArrayDeque<>(AHEAD);
    private byte[] filling = new byte[BLOCK];
    private int filled;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

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
        var block = filling;
        var length = filled;
        last = last.thenRunAsync(() -> write(to, block, length), Thread::startVirtualThread);
        underWay.add(new Passed(block, last));
        filling = underWay.size() < AHEAD ? new byte[BLOCK] : written(underWay.remove());
        filled = 0;
    }

    /** @return a block that may be filled again */
    private static byte[] written(Passed passed) throws IOException {
        await(passed.written());
        return passed.block();
    }

    private static void write(OutputStream to, byte[] block, int length) {
        try {
            to.write(block, 0, length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void await(CompletableFuture<Void> writing) throws IOException {
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
        await(last);
        to.write(filling, 0, filled);
        filled = 0;
    }

    /** Lets nothing more through, and waits for the blocks that are under way. */
    void abandon() {
        filled = 0;
        try {
            last.join();
        } catch (CompletionException alreadySaid) {
            return;
        }
    }
}
