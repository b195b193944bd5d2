package org.romdoul.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.romdoul.testing.Browser;

/** The whole program in a process of its own, as an operator starts it, so that it can be killed. */
final class Program implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    private final Process process;
    private final Path said;
    private final int port;

    private Program(Process process, Path said, int port) {
        this.process = process;
        this.said = said;
        this.port = port;
    }

    /** Starts it and waits until it answers. */
    static Program start(Path log, String... words) throws IOException, InterruptedException {
        var port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Start.class.getName()));
        command.addAll(List.of(words));
        command.add("--port=" + port);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var program = new Program(process, log, port);
        program.untilItAnswers();
        return program;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void untilItAnswers() throws IOException, InterruptedException {
        var began = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE) {
                process.destroyForcibly();
                throw new AssertionError("it does not answer: " + Files.readString(said));
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try {
            return new Browser(port).get("/").statusCode() == 200;
        } catch (java.io.UncheckedIOException deaf) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** As a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an operator does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
