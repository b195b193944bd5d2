package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.romdoul.ledger.Answers.accepted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.EntryBundle;
import org.romdoul.ledger.read.Frontier;
import org.romdoul.ledger.read.NoteReader;
import org.romdoul.ledger.read.Tile;
import org.romdoul.ledger.read.TilePath;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;

/** A log that somebody else made, of 0 to 15 leaves: the test data of transparency-dev/tessera with its published keys. */
class TesseraLogTest {

    private static final String VKEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    /** The test log's published private key: a type byte and the seed. */
    private static final String PRIVATE = "AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg";

    private static final Path LOG =
            Path.of(System.getProperty("romdoul.shared", "absent"), "data", "tlog", "testdata", "log");

    private final NoteReader reader = new NoteReader(List.of(accepted(VerifierKey.parse(VKEY))), Ed25519.jdk());

    @BeforeAll
    static void isThere() {
        assumeTrue(Files.isDirectory(LOG), "needs the shared folder's data/tlog");
    }

    static IntStream sizes() {
        return IntStream.rangeClosed(0, 15);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyCheckpointIsSignedAndHasTheRootOfItsEntries(int size) throws IOException {
        Checkpoint checkpoint =
                accepted(reader.read(bytes("checkpoint." + size)).then(note -> Checkpoint.parse(note.text())));
        assertThat(checkpoint.origin()).isEqualTo("example.com/log/testdata");
        assertThat(checkpoint.size()).isEqualTo(size);
        Frontier frontier = new Frontier();
        if (size > 0) {
            String place = new TilePath(TilePath.ENTRIES, 0, size).path();
            EntryBundle entries = accepted(EntryBundle.parse(bytes(place), size));
            Tile tile = accepted(Tile.parse(bytes(new TilePath(0, 0, size).path()), size));
            TreeHash hash = new TreeHash();
            for (int i = 0; i < size; i++) {
                assertThat(entries.leafHash(i, hash)).isEqualTo(tile.hash(i)).isEqualTo(hash.leaf(entries.entry(i)));
                frontier.append(tile.hash(i));
            }
            assertThat(tile.root()).isEqualTo(checkpoint.root());
        }
        assertThat(frontier.root()).isEqualTo(checkpoint.root());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void ourHandWritesTheSameBytes(int size) throws IOException {
        StoredLog log = new StoredLog();
        for (int i = 0; i < size; i++) {
            log.append(accepted(EntryBundle.parse(bytes("tile/entries/000.p/15"), 15))
                    .entry(i));
        }
        log.commit().forEach(tile -> assertThat(tile.hashes()).isEqualTo(read(tile.path())));
        byte[] seed = Arrays.copyOfRange(Base64.getDecoder().decode(PRIVATE), 1, 33);
        LogSigner signer = new LogSigner("example.com/log/testdata", SigningKey.ofSeed(seed));
        assertThat(signer.vkey()).isEqualTo(VKEY);
        byte[] note = new org.romdoul.ledger.write.Checkpoint(signer.origin(), size, log.tree.root()).signed(signer);
        assertThat(note).isEqualTo(read("checkpoint." + size));
        if (size > 0) {
            assertThat(org.romdoul.ledger.write.EntryBundle.bytes(log.entries))
                    .isEqualTo(read(org.romdoul.ledger.write.Tile.entriesPath(0, size)));
        }
    }

    @Test
    void theNewestCheckpointIsTheFifteenth() {
        assertThat(read("checkpoint")).isEqualTo(read("checkpoint.15"));
    }

    private static byte[] read(String path) {
        try {
            return bytes(path);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(LOG.resolve(path));
    }
}
