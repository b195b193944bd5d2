package org.romdoul.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of our own in the {@link Home}, for everybody who has none: durable, with passwords, listening to this machine only.
 *
 * <p>The process that holds {@code postgres/lock} is the one that started the server (or took over the server that a killed
 * Romdoul left running), and stops it in the end. Another process may join it, and leaves it running.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port;
    private final String superuserPassword;
    private final @Nullable Cluster ours;
    private final @Nullable FileLock lock;

    private EmbeddedPostgres(int port, String superuserPassword, @Nullable Cluster ours, @Nullable FileLock lock) {
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.ours = ours;
        this.lock = lock;
    }

    /** How to run it: whose binaries (ours, unless a folder is named), and settings of PostgreSQL that differ from ours. */
    public record Options(@Nullable Path bin, Map<String, String> settings) {

        public static final Options SHIPPED = new Options(null, Map.of());

        Binaries binaries(Home home) {
            return bin == null ? Binaries.shipped(home) : new Binaries(bin);
        }
    }

    /** Starts the home's server; refuses if another Romdoul is using this home. */
    public static EmbeddedPostgres start(Home home, Passwords passwords, Options options) {
        return tryStart(home, passwords, options).orElseThrow(() -> inUse(home));
    }

    /** Starts the home's server, or joins the one that another Romdoul is running. */
    public static EmbeddedPostgres startOrJoin(Home home, Passwords passwords, Options options) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Optional<EmbeddedPostgres> found =
                    tryStart(home, passwords, options).or(() -> tryJoin(home, passwords));
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new DatabaseUnusable(
                "Process " + holder(home) + " holds " + home.directory() + ", but its database does not answer.");
    }

    /** What is done with the data while nobody works on them. */
    @FunctionalInterface
    interface Still<T> {
        T work() throws IOException;
    }

    /** Does something while no server of this home runs, and none can be started; refuses while a Romdoul does. */
    static <T> T whileItStands(Home home, Options options, Still<T> still) throws IOException {
        FileLock lock = tryLock(lockFile(home));
        if (lock == null) {
            throw inUse(home);
        }
        try (FileChannel held = lock.channel()) {
            // A server that outlived the program that was killed.
            Cluster cluster = new Cluster(home, options.binaries(home), options.settings());
            if (Postmaster.of(cluster.data()).isPresent()) {
                cluster.stop();
            }
            return still.work();
        }
    }

    private static DatabaseUnusable inUse(Home home) {
        return new DatabaseUnusable("Another Romdoul (process " + holder(home) + ") is using " + home.directory()
                + ". Stop it, or give this one a folder of its own with --home.");
    }

    private static Optional<EmbeddedPostgres> tryStart(Home home, Passwords passwords, Options options) {
        try {
            FileLock lock = tryLock(lockFile(home));
            if (lock == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(startLocked(home, passwords, options, lock));
            } catch (RuntimeException | IOException e) {
                lock.channel().close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + home.directory(), e);
        }
    }

    private static EmbeddedPostgres startLocked(Home home, Passwords passwords, Options options, FileLock lock)
            throws IOException {
        String password = passwords.findOrMake(Passwords.SUPERUSER);
        Cluster cluster = new Cluster(home, options.binaries(home), options.settings());
        cluster.makeUnlessThere(password);
        Optional<Postmaster> orphan = Postmaster.of(cluster.data());
        boolean adopted = orphan.isPresent() && answers(orphan.get().port(), password, cluster.data());
        if (orphan.isPresent() && !adopted) {
            cluster.stop();
        }
        int port = adopted ? orphan.orElseThrow().port() : cluster.start();
        EmbeddedPostgres server = new EmbeddedPostgres(port, password, cluster, lock);
        try {
            Provisioning.of(server, passwords).run();
        } catch (RuntimeException e) {
            cluster.stop();
            throw e;
        }
        return server;
    }

    private static Optional<EmbeddedPostgres> tryJoin(Home home, Passwords passwords) {
        Path data = home.folder("postgres").resolve("data");
        Optional<String> password = passwords.find(Passwords.SUPERUSER);
        return Postmaster.of(data)
                .filter(it -> password.isPresent() && answers(it.port(), password.get(), data))
                .map(it -> new EmbeddedPostgres(it.port(), password.orElseThrow(), null, null))
                .filter(it -> Provisioning.of(it, passwords).isDone());
    }

    private static boolean answers(int port, String password, Path data) {
        try (Connection connection = dataSource(port, "postgres", Cluster.SUPERUSER, password)
                        .getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            return row.next() && Path.of(row.getString(1)).toRealPath().equals(data.toRealPath());
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection that may do anything: to provision, and in tests to attack. */
    public PGSimpleDataSource superuser(String database) {
        return dataSource(port, database, Cluster.SUPERUSER, superuserPassword);
    }

    /** Whether this process runs the server, rather than having joined another's. */
    public boolean isOurs() {
        return ours != null;
    }

    @Override
    public void close() {
        if (ours == null || lock == null || !lock.isValid()) {
            return;
        }
        ours.stop();
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the home", e);
        }
    }

    private static PGSimpleDataSource dataSource(int port, String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(10);
        return source;
    }

    private static Path lockFile(Home home) {
        return home.folder("postgres").resolve("lock");
    }

    @SuppressWarnings("resource") // closing the channel is releasing the lock
    private static @Nullable FileLock tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock != null) {
                byte[] process = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
                channel.truncate(0).write(ByteBuffer.wrap(process));
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static String holder(Home home) {
        try {
            return Files.readString(lockFile(home)).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("interrupted while waiting for the database", e);
        }
    }
}
