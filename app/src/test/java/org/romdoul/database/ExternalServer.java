package org.romdoul.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL that somebody else runs: no role of ours, no database, no secret that we know. The machine's own programs (15 or
 * newer) where it has any, else those we ship.
 */
public final class ExternalServer implements AutoCloseable {

    private static final String PASSWORD = "the administrator's own";

    private final Cluster cluster;
    private final Path programs;
    private final int port;

    private ExternalServer(Cluster cluster, Path programs) throws IOException {
        this.cluster = cluster;
        this.programs = programs;
        cluster.makeUnlessThere(PASSWORD);
        this.port = cluster.start();
    }

    public static ExternalServer start(Path folder) throws IOException {
        var programs = machines()
                .orElseGet(() -> Binaries.shipped(TestServer.running().home()).bin());
        return new ExternalServer(
                new Cluster(new Home(folder), new Binaries(programs), Map.of("fsync", "off")), programs);
    }

    private static Optional<Path> machines() throws IOException {
        var installed = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(installed)) return Optional.empty();
        try (Stream<Path> versions = Files.list(installed)) {
            return versions.filter(version -> version.getFileName().toString().matches("1[5-9]|[2-9]\\d"))
                    .max(Comparator.comparing(version -> version.getFileName().toString()))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")));
        }
    }

    /** @return its address as an operator types it */
    public String address() {
        return "postgresql://127.0.0.1:" + port + "/romdoul";
    }

    /** @return the folder of its programs */
    public Path programs() {
        return programs;
    }

    /** What its administrator pipes into {@code psql}: there each database is made outside a transaction. */
    public void run(String script) throws SQLException {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUser(Cluster.SUPERUSER);
        source.setPassword(PASSWORD);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var part : script.split("(?m)^(?=CREATE DATABASE)")) statement.execute(part);
        }
    }

    @Override
    public void close() {
        cluster.stop();
    }
}
