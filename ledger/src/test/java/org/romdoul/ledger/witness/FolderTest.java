package org.romdoul.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.ledger.write.SigningKey;

class FolderTest {

    @TempDir
    Path temporary;

    private Path path = Path.of("");
    private Folder folder;

    @BeforeEach
    void make() throws IOException {
        path = temporary.resolve("deep/witness");
        folder = new Folder(path);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        folder.write("a", new byte[] {1});
        assertThat(mode(path)).isEqualTo("rwx------");
        assertThat(mode(path.resolve("a"))).isEqualTo("rw-------");
        assertThat(folder.path()).isAbsolute().isEqualTo(path.toAbsolutePath());
    }

    @Test
    void readsWhatWasWrittenAndRenamed() throws IOException {
        assertThat(folder.read("a")).isNull();
        folder.write("a.new", "a longer first text".getBytes(StandardCharsets.UTF_8));
        folder.sync("a.new");
        folder.rename("a.new", "a");
        folder.syncNames();
        assertThat(folder.read("a.new")).isNull();
        folder.write("a.new", "shorter".getBytes(StandardCharsets.UTF_8));
        folder.rename("a.new", "a");
        assertThat(folder.read("a")).isEqualTo("shorter".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotThereCannotBeSyncedOrRenamed() {
        assertThatThrownBy(() -> folder.sync("none")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> folder.rename("none", "a")).isInstanceOf(IOException.class);
    }

    @Test
    void theDirectoryThatVanishedCannotBeSynced() throws IOException {
        Files.delete(path);
        assertThatThrownBy(folder::syncNames).isInstanceOf(IOException.class);
    }

    @Test
    void theKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
        SigningKey made = WitnessKey.in(folder, new SecureRandom());
        assertThat(mode(path.resolve("witness.pem"))).isEqualTo("rw-------");
        assertThat(WitnessKey.in(folder, new SecureRandom()).publicKey()).isEqualTo(made.publicKey());
        assertThat(SigningKey.ofPem(Files.readString(path.resolve("witness.pem")))
                        .publicKey())
                .isEqualTo(made.publicKey());
        assertThat(path.resolve("witness.pem.new")).doesNotExist();
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        WitnessKey.in(folder, new SecureRandom());
        for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rwx------"}) {
            Files.setPosixFilePermissions(path.resolve("witness.pem"), PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> WitnessKey.in(folder, new SecureRandom()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("chmod 600");
        }
        Files.setPosixFilePermissions(path.resolve("witness.pem"), PosixFilePermissions.fromString("r--------"));
        assertThat(WitnessKey.in(folder, new SecureRandom())).isNotNull();
    }
}
