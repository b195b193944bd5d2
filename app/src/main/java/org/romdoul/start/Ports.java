package org.romdoul.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.romdoul.database.DatabaseUnusable;

/** Which port of this machine nobody listens on. */
final class Ports {

    private static final int TRIES = 50;

    private Ports() {}

    static int freeFrom(int wanted) {
        return IntStream.range(wanted, Math.min(wanted + TRIES, 65_536))
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(
                        () -> new DatabaseUnusable("No free port from " + wanted + " on. Choose one with --port."));
    }

    /** On every address: a server bound to all of them also answers on ours. */
    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
