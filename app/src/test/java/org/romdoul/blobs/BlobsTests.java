package org.romdoul.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.database.Home;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Staff;
import org.romdoul.vault.Opening;
import org.romdoul.vault.Openings;
import org.romdoul.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class BlobsTests {

    @Autowired
    Blobs blobs;

    @Autowired
    Vault vault;

    @Autowired
    Openings openings;

    @Autowired
    NeedToKnow needToKnow;

    @Autowired
    Staff staff;

    @Autowired
    Home home;

    final Random random = new Random(20_261_128);
    final UUID scope = UUID.randomUUID();
    Actor reader;

    @BeforeEach
    void letHerRead() {
        reader = staff.hire(Role.INVESTIGATOR);
        vault.begin(scope);
        staff.as(reader, () -> {
            needToKnow.let(scope, reader.account(), scope, null);
            return scope;
        });
    }

    @Test
    void refusesToOpenOneFileWithLeaveToOpenAnother() throws IOException {
        var one = keep(new byte[100]);
        var other = keep(new byte[100]);
        assertThatThrownBy(() -> blobs.open(leave(other), one)).isInstanceOf(DamagedBlob.class);
    }

    @Test
    void givesNoPieceToWhoMayOnlyOpenFilesAndNoFileToWhoMayOnlyReadWords() throws IOException {
        var file = keep(new byte[100]);
        var content = Objects.requireNonNull(staff.as(reader, () -> openings.content(scope, reader)));
        assertThatThrownBy(() -> blobs.openPiece(content, file)).isInstanceOf(DamagedBlob.class);
        Files.createDirectories(path(file, "pieces").getParent());
        Files.move(path(file), path(file, "pieces"));
        assertThatThrownBy(() -> blobs.openPiece(content, file)).isInstanceOf(DamagedBlob.class);
    }

    // Around every length at which a segment, a block or a buffer ends.
    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 16_000, 16_383, 16_384, 16_385, 65_535, 65_536, 65_537, 131_072, 262_144, 524_288, 3_000_001})
    void givesBackWhatWasHandedIn(int size) throws Exception {
        var bytes = random(size);
        var ref = keep(bytes);
        assertThat(ref.size()).isEqualTo(size);
        assertThat(ref.sha256()).isEqualTo(sha256(bytes));
        assertThat(ref.storedSize()).isEqualTo(Files.size(path(ref)));
        assertThat(ref.storedSha256()).isEqualTo(sha256(Files.readAllBytes(path(ref))));
        assertThat(read(ref)).isEqualTo(bytes);
        assertThat(blobs.check(ref)).isEqualTo(Condition.INTACT);
        assertThat(BlobRef.parse(ref.toString())).isEqualTo(ref);
    }

    @Test
    void storesNothingThatCouldBeRead() throws IOException {
        var ref = keep("findable words ".repeat(1_000).getBytes());
        assertThat(new String(Files.readAllBytes(path(ref)), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("findable");
    }

    @Test
    void showsNothingBeforeItIsKeptAndLeavesNothingWhereItIsNot() throws IOException {
        var before = everything();
        try (var arrival = blobs.begin(scope)) {
            arrival.write(random(2_000_000), 0, 2_000_000);
            assertThat(everything().stream().filter(path -> !path.toString().contains("arriving")))
                    .containsExactlyInAnyOrderElementsOf(before);
        }
        assertThat(everything()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void keepsNothingOfWhatIsTooLong() throws IOException {
        var before = everything();
        try (var arrival = blobs.begin(scope)) {
            assertThat(arrival.take(new ByteArrayInputStream(random(1_001)), 1_000))
                    .isEqualTo(Arrival.Ended.TOO_LONG);
        }
        assertThat(everything()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void knowsAConnectionThatBrokeFromOneThatEnded() throws IOException {
        try (var arrival = blobs.begin(scope)) {
            var broken = new InputStream() {
                private int left = 1_000;

                @Override
                public int read() throws IOException {
                    if (left == 0) throw new IOException("connection reset");
                    left--;
                    return 7;
                }
            };
            assertThat(arrival.take(broken, 10_000)).isEqualTo(Arrival.Ended.BROKE_OFF);
        }
    }

    @Test
    void findsOneFlippedBitWhereverItIsBeforeTheLastOfTheFileIsGiven() throws IOException {
        var ref = keep(random(200_000));
        for (var i = 0; i < 200; i++) {
            var at = random.nextLong(ref.storedSize());
            flip(path(ref), at);
            assertThat(blobs.check(ref)).isEqualTo(Condition.DIFFERS);
            var given = new byte[] {0, 0};
            assertThatThrownBy(() -> readInto(ref, given)).as("bit at " + at).isInstanceOf(DamagedBlob.class);
            assertThat(given[1]).as("given to its end").isZero();
            flip(path(ref), at);
        }
        assertThat(blobs.check(ref)).isEqualTo(Condition.INTACT);
    }

    @Test
    void findsAFileThatWasCutShortReplacedOrRemoved() throws IOException {
        var one = keep(random(200_000));
        var other = keep(random(200_000));
        try (var channel = FileChannel.open(path(one), StandardOpenOption.WRITE)) {
            channel.truncate(one.storedSize() - 16_384);
        }
        assertThatThrownBy(() -> read(one)).isInstanceOf(DamagedBlob.class);
        assertThat(blobs.check(one)).isEqualTo(Condition.DIFFERS);
        Files.copy(path(other), path(one), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> read(one)).isInstanceOf(DamagedBlob.class);
        assertThat(blobs.check(one)).isEqualTo(Condition.DIFFERS);
        Files.delete(path(one));
        assertThatThrownBy(() -> read(one))
                .isInstanceOfSatisfying(
                        DamagedBlob.class, gone -> assertThat(gone.condition()).isEqualTo(Condition.MISSING));
        assertThat(blobs.check(one)).isEqualTo(Condition.MISSING);
    }

    /** Encrypted again with the right key, by somebody who has it: the sealed hash still finds it. */
    @Test
    void findsAnotherFileUnderTheSameKeyBeforeItsLastBlockIsGiven() throws IOException {
        var sealed = keep(random(200_000));
        var forged = keep(random(200_000));
        var claimed =
                new BlobRef(forged.id(), sealed.size(), sealed.sha256(), forged.storedSize(), forged.storedSha256());
        var given = new byte[2];
        assertThatThrownBy(() -> readInto(claimed, given)).isInstanceOf(DamagedBlob.class);
        assertThat(given[0]).as("begun").isEqualTo((byte) 1);
        assertThat(given[1]).as("given to its end").isZero();
    }

    @Test
    void saysThatAFileWasErasedAndNotThatItWasDamaged() throws IOException {
        var ref = keep(new byte[100]);
        var leave = leave(ref);
        eraseKey();
        assertThatThrownBy(() -> blobs.open(leave, ref)).isInstanceOf(ErasedBlob.class);
        assertThat(blobs.check(ref)).isEqualTo(Condition.INTACT);
    }

    private void eraseKey() {
        org.springframework.test.util.ReflectionTestUtils.invokeMethod(vault, "erase", scope);
    }

    private BlobRef keep(byte[] bytes) throws IOException {
        try (var arrival = blobs.begin(scope)) {
            assertThat(arrival.take(new ByteArrayInputStream(bytes), Long.MAX_VALUE))
                    .isEqualTo(Arrival.Ended.WHOLE);
            return arrival.keep();
        }
    }

    private Opening.File leave(BlobRef ref) {
        return Objects.requireNonNull(
                staff.as(reader, () -> openings.file(scope, ref.id(), reader, "examination", null)));
    }

    private byte[] read(BlobRef ref) throws IOException {
        try (var opened = blobs.open(leave(ref), ref)) {
            return opened.readAllBytes();
        }
    }

    /** @param seen its first byte says that something was given, its second that everything was */
    private void readInto(BlobRef ref, byte[] seen) throws IOException {
        try (var opened = blobs.open(leave(ref), ref)) {
            var left = ref.size();
            for (var one = new byte[10_000]; left > 0; ) {
                var read = opened.read(one);
                seen[0] = 1;
                left -= read;
            }
            seen[1] = 1;
        }
    }

    private Path path(BlobRef ref) {
        return path(ref, "files");
    }

    private Path path(BlobRef ref, String shelf) {
        var id = ref.id().toString();
        return home.folder("blobs").resolve(shelf).resolve(id.substring(34)).resolve(id);
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> all = Files.walk(home.folder("blobs"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private byte[] random(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void flip(Path file, long at) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 4)).rewind();
            channel.write(one, at);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
