package org.romdoul.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.blobs.Store.Kept;
import org.romdoul.blobs.Store.Name;
import org.romdoul.blobs.Store.Shelf;

class FolderStoreTests extends StoreContract {

    private static final int KILLS = 30;

    @TempDir
    Path folder;

    private FolderStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FolderStore(folder);
    }

    @Override
    Store store() {
        return store;
    }

    /** Killed with -9 at random points: what it said is kept is there and whole, and nothing half-written is ever seen. */
    @Test
    void losesNothingItSaidItKeptAndShowsNothingHalfWhenItIsKilled() throws Exception {
        var random = new Random(9);
        var acknowledged = new ArrayList<BlobRef>();
        for (var kill = 0; kill < KILLS; kill++) acknowledged.addAll(writeUntilKilled(random));
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        for (var ref : acknowledged)
            assertThat(StoredFiles.look(store, ref.id(), ref.storedSize(), ref.storedSha256()))
                    .isEqualTo(Condition.INTACT);

        var visible = new ArrayList<Kept>();
        store.list(Shelf.FILES, visible::add);
        assertThat(visible).hasSizeGreaterThanOrEqualTo(acknowledged.size());
        for (var kept : visible) {
            try (var stored = store.read(kept.name());
                    var plain = Envelope.decrypt(kept.name().id(), stored, FolderStoreTests::key)) {
                assertThat(plain.readAllBytes()).as("whole").isNotEmpty();
            }
        }
        var left = store.forgetUnfinished(Instant.now().plus(Duration.ofHours(1)));
        assertThat(left).as("killed in the middle of a file").isPositive();
        try (var arriving = Files.list(folder.resolve("arriving"))) {
            assertThat(arriving).isEmpty();
        }
    }

    private List<BlobRef> writeUntilKilled(Random random) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var said = folder.resolve("said");
        var writer = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        path,
                        BlobWriterThatIsKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        while (writer.isAlive() && Files.size(said) < 200) TimeUnit.MILLISECONDS.sleep(1);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
        writer.destroyForcibly().waitFor();
        // A line that was cut was not said.
        return Files.readString(said)
                .lines()
                .filter(line -> line.matches(".*~[0-9a-f]{64}"))
                .map(BlobRef::parse)
                .toList();
    }

    static com.google.crypto.tink.KeysetHandle key(byte[] wrapped) throws IOException {
        try {
            return TinkProtoKeysetFormat.parseKeyset(wrapped, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException damaged) {
            throw new IOException(damaged);
        }
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothing() throws Exception {
        var small = Files.createDirectories(folder.resolve("small"));
        var mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Assumptions.assumeTrue(mounted.waitFor() == 0, "needs the right to mount a small tmpfs");
        try {
            var full = new FolderStore(small);
            var before = Files.getFileStore(small).getUsableSpace();
            assertThatThrownBy(() -> {
                        try (var arrival = arrival(full)) {
                            for (var i = 0; i < 100; i++) arrival.write(new byte[100_000], 0, 100_000);
                            arrival.keep();
                        }
                    })
                    .isInstanceOf(StoreFull.class);
            assertThat(Files.getFileStore(small).getUsableSpace()).isEqualTo(before);
            try (var arrival = arrival(full)) {
                arrival.write(new byte[100_000], 0, 100_000);
                var ref = arrival.keep();
                assertThat(StoredFiles.look(full, ref.id(), ref.storedSize(), ref.storedSha256()))
                        .isEqualTo(Condition.INTACT);
            }
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
        }
    }

    /** What is long is written to the disk while more of it comes. */
    @Test
    void keepsTheWholeOfWhatIsLongAndNothingOfItWhenItIsLeft() throws IOException {
        var bytes = new byte[1 << 20];
        new Random(10).nextBytes(bytes);
        try (var arrival = arrival(store)) {
            for (var i = 0; i < 40; i++) arrival.write(bytes, 0, bytes.length);
            var ref = arrival.keep();
            assertThat(ref.size()).isEqualTo(40L << 20);
            assertThat(StoredFiles.look(store, ref.id(), ref.storedSize(), ref.storedSha256()))
                    .isEqualTo(Condition.INTACT);
        }
        try (var left = arrival(store)) {
            for (var i = 0; i < 40; i++) left.write(bytes, 0, bytes.length);
        }
        try (var arriving = Files.list(folder.resolve("arriving"))) {
            assertThat(arriving).isEmpty();
        }
    }

    static Arrival arrival(Store store) throws IOException {
        var key = Envelope.freshKey();
        try {
            var wrapped = TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
            return new Arrival(store, new Name(Shelf.FILES, UUID.randomUUID()), key, wrapped);
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }
}
