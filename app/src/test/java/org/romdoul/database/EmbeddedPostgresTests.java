package org.romdoul.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTests {

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedSurvivesTheKillingOfTheProgramOfTheServerAndOfBoth() throws Exception {
        Set<Long> acknowledged = new HashSet<>();
        for (Victims victims : List.of(Victims.PROGRAM, Victims.BOTH, Victims.SERVER, Victims.BOTH, Victims.PROGRAM)) {
            acknowledged.addAll(writeUntilKilled(victims));
        }
        assertThat(acknowledged).hasSizeGreaterThan(50);
        Home home = new Home(folder);
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(home, passwords(home), EmbeddedPostgres.Options.SHIPPED)) {
            List<Long> there = JdbcClient.create(server.superuser("romdoul"))
                    .sql("SELECT number FROM tried.said")
                    .query(Long.class)
                    .list();
            assertThat(new HashSet<>(there)).containsAll(acknowledged);
        }
        assertThat(Postmaster.of(folder.resolve("postgres/data"))).isEmpty();
    }

    @Test
    void waitsForTheDiskAsksForPasswordsAndKeepsItsPort() {
        Home home = new Home(folder);
        String first;
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(home, passwords(home), EmbeddedPostgres.Options.SHIPPED)) {
            first = server.url("romdoul");
            JdbcClient client = JdbcClient.create(server.superuser("romdoul"));
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(client.sql("SHOW " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
            var stranger = server.superuser("romdoul");
            stranger.setPassword("guessed");
            assertThatThrownBy(stranger::getConnection).hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, passwords(home), EmbeddedPostgres.Options.SHIPPED))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("Another Romdoul (process "
                            + ProcessHandle.current().pid());
            try (EmbeddedPostgres joined =
                    EmbeddedPostgres.startOrJoin(home, passwords(home), EmbeddedPostgres.Options.SHIPPED)) {
                assertThat(joined.isOurs()).isFalse();
            }
            assertThat(client.sql("SELECT 1").query(Integer.class).single()).isOne();
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.start(home, passwords(home), EmbeddedPostgres.Options.SHIPPED)) {
            assertThat(again.url("romdoul")).isEqualTo(first);
        }
        assertThat(mode("secrets")).isEqualTo("rwx------");
        assertThat(mode("secrets/passwords.properties")).isEqualTo("rw-------");
    }

    private String mode(String path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private enum Victims {
        PROGRAM,
        SERVER,
        BOTH
    }

    private List<Long> writeUntilKilled(Victims victims) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterThatIsKilled.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("said.txt").toFile())
                .start();
        List<Long> acknowledged = new ArrayList<>();
        try (BufferedReader said = program.inputReader()) {
            for (int i = 0; i < 20; i++) {
                acknowledged.add(Long.valueOf(readLine(said)));
            }
            long server =
                    Postmaster.of(folder.resolve("postgres/data")).orElseThrow().process();
            if (victims != Victims.SERVER) {
                program.destroyForcibly().waitFor();
            }
            if (victims != Victims.PROGRAM) {
                ProcessHandle.of(server).orElseThrow().destroyForcibly();
            }
            program.waitFor();
        }
        return acknowledged;
    }

    private String readLine(BufferedReader said) throws IOException {
        String line = said.readLine();
        return line != null ? line : Files.readString(folder.resolve("said.txt"));
    }

    private static Passwords passwords(Home home) {
        return new Passwords(home, Map.of());
    }
}
