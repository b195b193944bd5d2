package org.romdoul.screens;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The line between a browser and the program: it breaks once, in the middle of what is sent. */
final class BrokenLine implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    private final int program;
    private final long breaksAfter;
    private final AtomicLong carried = new AtomicLong();
    private final AtomicInteger breaks = new AtomicInteger();

    /** @param breaksAfter so many bytes towards the program */
    BrokenLine(int program, long breaksAfter) throws IOException {
        this.program = program;
        this.breaksAfter = breaksAfter;
        Thread.startVirtualThread(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    /** @return bytes that the browser sent */
    long carried() {
        return carried.get();
    }

    int breaks() {
        return breaks.get();
    }

    private void open() {
        try {
            while (true) {
                var browser = door.accept();
                var there = new Socket(InetAddress.getByName("localhost"), program);
                Thread.startVirtualThread(() -> carry(browser, there, true));
                Thread.startVirtualThread(() -> carry(there, browser, false));
            }
        } catch (IOException closed) {
            // The browser is gone.
        }
    }

    private void carry(Socket from, Socket to, boolean towardsTheProgram) {
        try (from;
                to) {
            var bytes = new byte[1 << 14];
            for (int read; (read = from.getInputStream().read(bytes)) > 0; ) {
                if (towardsTheProgram && carried.addAndGet(read) > breaksAfter && breaks.compareAndSet(0, 1))
                    throw new SocketException("the line breaks");
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException broken) {
            // Both ends see that it is closed.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
