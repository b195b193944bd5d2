package org.romdoul.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupTests {

    @TempDir
    private Path folder;

    @Test
    void aBackupIsMadeOfWhatStandsStillIsFoundDamagedAndIsRestoredAsItWas() throws IOException {
        var home = new Home(folder.resolve("home"));
        var copy = folder.resolve("copy");
        var secrets = folder.resolve("secrets");
        assertThatThrownBy(() -> Backup.make(home, null, copy, secrets))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("There is no PostgreSQL of our own");
        try (var server = start(home)) {
            JdbcClient.create(server.superuser("romdoul"))
                    .sql("CREATE TABLE said AS SELECT 'before the backup' AS words")
                    .update();
            Files.writeString(home.folder("blobs").resolve("piece"), "encrypted");
            assertThatThrownBy(() -> Backup.make(home, null, copy, secrets))
                    .hasMessageContaining("Another Romdoul (process "
                            + ProcessHandle.current().pid());
        }
        assertThat(copy).doesNotExist();
        assertThat(Backup.make(home, null, copy, secrets)).isGreaterThan(500);
        assertThatThrownBy(() -> Backup.make(home, null, copy, null)).hasMessageContaining("is there already");
        assertThat(copy.resolve("secrets")).doesNotExist();
        assertThat(copy.resolve("postgres/data/PG_VERSION")).exists();

        damaged(copy);
        try (var server = start(home)) {
            JdbcClient.create(server.superuser("romdoul"))
                    .sql("INSERT INTO said VALUES ('after it')")
                    .update();
        }
        assertThatThrownBy(() -> new Backup(copy).restore(secrets, home)).hasMessageContaining("is there already");
        var again = new Home(folder.resolve("again"));
        new Backup(copy).restore(secrets, again);
        try (var server = start(again)) {
            assertThat(JdbcClient.create(server.superuser("romdoul"))
                            .sql("SELECT words FROM said")
                            .query(String.class)
                            .list())
                    .containsExactly("before the backup");
        }
        assertThat(again.folder("blobs").resolve("piece")).hasContent("encrypted");
    }

    /** Each kind of damage is found, and mended again. */
    private static void damaged(Path copy) throws IOException {
        var backup = new Backup(copy);
        assertThat(backup.differences()).isEmpty();
        var piece = copy.resolve("blobs/piece");
        Files.writeString(piece, "encryptee");
        assertThat(backup.differences()).containsExactly("blobs/piece is not what was copied");
        Files.delete(piece);
        assertThat(backup.differences()).containsExactly("blobs/piece is missing");
        Files.writeString(piece, "encrypted");
        var added = Files.writeString(copy.resolve("added"), "");
        assertThat(backup.differences()).containsExactly("added was not there when it was copied");
        Files.delete(added);
        assertThat(new Backup(copy.resolve("blobs")).differences())
                .singleElement()
                .asString()
                .contains("no backup");
        assertThat(backup.differences()).isEmpty();
    }

    private static EmbeddedPostgres start(Home home) {
        return EmbeddedPostgres.start(home, new Passwords(home, Map.of()), EmbeddedPostgres.Options.SHIPPED);
    }
}
