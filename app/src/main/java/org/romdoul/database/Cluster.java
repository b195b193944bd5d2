package org.romdoul.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One data folder of PostgreSQL on this machine: made, started, stopped. Whoever calls holds the home's lock. */
final class Cluster {

    static final String SUPERUSER = "postgres";
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private final Binaries binaries;
    private final Path data;
    private final Path portFile;
    private final Path log;
    private final Map<String, String> extraSettings;

    Cluster(Home home, Binaries binaries, Map<String, String> extraSettings) {
        this.binaries = binaries;
        this.data = home.folder("postgres").resolve("data");
        this.portFile = home.folder("postgres").resolve("port");
        this.log = home.folder("log").resolve("postgres.log");
        this.extraSettings = extraSettings;
    }

    Path data() {
        return data;
    }

    /** Makes the data folder, if it is not there: durable on disk before it gets its name. */
    void makeUnlessThere(String superuserPassword) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        Path fresh = data.resolveSibling("data.unfinished");
        if (Files.exists(fresh)) {
            Binaries.delete(fresh);
        }
        Path passwordFile = data.resolveSibling("initdb-password");
        SecretFile.write(passwordFile, superuserPassword.getBytes(StandardCharsets.UTF_8));
        try {
            run(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(
                fresh.resolve("postgresql.conf"),
                Files.readString(fresh.resolve("postgresql.conf")) + "\ninclude 'romdoul.conf'\n");
        writeSettings(fresh, freePort());
        run(List.of("sync", "--file-system", fresh.toString()));
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server and waits until it takes connections. */
    int start() throws IOException {
        int port = choosePort();
        writeSettings(data, port);
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (true) {
            Postmaster.removeLockOfTheDead(data);
            try {
                run(pgCtl("start", "--wait", "--timeout=" + READY_WITHIN.toSeconds(), "--log=" + log));
                return port;
            } catch (DatabaseUnusable e) {
                // Backends that outlive a killed postmaster keep their shared memory for a moment; the folder is not
                // ours until they are gone.
                if (Instant.now().isAfter(deadline)
                        || Postmaster.anybodyIn(data).isEmpty()) {
                    throw e;
                }
                pause();
            }
        }
    }

    void stop() {
        try {
            run(pgCtl("stop", "--wait", "--mode=fast", "--timeout=30"));
        } catch (DatabaseUnusable | IOException e) {
            if (Postmaster.of(data).isPresent()) {
                stopAtOnce();
            }
        }
    }

    private void stopAtOnce() {
        try {
            run(pgCtl("stop", "--wait", "--mode=immediate", "--timeout=30"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop PostgreSQL in " + data, e);
        }
    }

    private List<String> pgCtl(String verb, String... options) {
        List<String> command =
                new ArrayList<>(List.of(binaries.program("pg_ctl").toString(), verb, "--silent", "--pgdata=" + data));
        command.addAll(List.of(options));
        return command;
    }

    private void writeSettings(Path folder, int port) throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("port", Integer.toString(port)),
                Map.entry("max_connections", "100"),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("shared_buffers", cacheMegabytes() + "MB"),
                Map.entry("max_wal_size", "2GB"),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                // Nobody's name leaves by accident: no statement and no row's values in the log.
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_error_verbosity", "terse")));
        settings.putAll(extraSettings);
        String lines = settings.entrySet().stream()
                .map(it -> it.getKey() + " = '" + it.getValue() + "'\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("romdoul.conf"), "# Written at each start.\n" + lines);
        Files.writeString(portFile, Integer.toString(port));
    }

    /** An eighth of the machine's memory: the program and the files' cache want theirs. PostgreSQL's own 128 MB suit 1 GB. */
    private static long cacheMegabytes() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.clamp(machine.getTotalMemorySize() / 8 >> 20, 128, 1024);
    }

    /** The port of last time, so that what an operator wrote down stays true; another only if somebody took it. */
    private int choosePort() throws IOException {
        int kept = Files.exists(portFile)
                ? Integer.parseInt(Files.readString(portFile).strip())
                : 0;
        return kept != 0 && isFree(kept) ? kept : freePort();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * PostgreSQL refuses to run as root, so that a stolen connection is not root. In a user namespace of its own it is nobody there,
     * while its files keep their owner.
     */
    private void run(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name", "").equals("root")
                && !command.get(0).equals("sync")) {
            whole.addAll(List.of("unshare", "--user", "--"));
        }
        whole.addAll(command);
        Path output = log.resolveSibling("postgres-start.log");
        Process process = new ProcessBuilder(whole)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(READY_WITHIN.toSeconds() + 30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new DatabaseUnusable(complaint(command.get(0), Files.readString(output)));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for PostgreSQL");
        }
    }

    private String complaint(String program, String said) {
        if (said.contains("unshare")) {
            return "PostgreSQL does not run as root, and this machine forbids the user namespace that would hide root from it ("
                    + said.strip()
                    + "). Run Romdoul as an ordinary user, or give the address of a PostgreSQL with --db.";
        }
        return Path.of(program).getFileName() + " failed: " + said.strip() + " (see also " + log + ")";
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for PostgreSQL");
        }
    }
}
