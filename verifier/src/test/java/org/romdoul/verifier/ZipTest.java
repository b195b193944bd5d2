package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.ledger.read.Outcome;

/** The one spelling of a zip, also where 32 bits are too few. */
class ZipTest {

    @TempDir
    Path folder;

    @Test
    void everyFlippedBitOutsideTheFilesIsRefused() throws IOException {
        Bag bag = new Bag(Map.of("bagit.txt", new byte[3], "data/a", new byte[5], "data/b", new byte[0]));
        byte[] zip = bag.zip().bytes();
        int accepted = 0;
        for (int bit = 0; bit < 8 * zip.length; bit++) {
            byte[] bent = zip.clone();
            bent[bit / 8] ^= (byte) (1 << bit % 8);
            accepted += open(Files.write(folder.resolve("bent"), bent)) instanceof Outcome.Accepted ? 1 : 0;
        }
        // The eight bytes that are in the files.
        assertThat(accepted).isEqualTo(64);
    }

    @Test
    void whatIsInItIsListedAndRead() throws IOException {
        Bag bag = new Bag(Map.of("bagit.txt", new byte[] {1, 2, 3}, "data/a", new byte[0], "data/b", new byte[] {9}));
        try (Container zip =
                accepted(Files.write(folder.resolve("zip"), bag.zip().bytes()))) {
            assertThat(zip.kind()).isEqualTo("zip");
            assertThat(zip.items()).extracting(Container.Item::path).containsExactly("bagit.txt", "data/a", "data/b");
            assertThat(zip.items()).extracting(Container.Item::size).containsExactly(3L, 0L, 1L);
            try (InputStream in = zip.open(zip.items().getFirst())) {
                assertThat(in.read()).isEqualTo(1);
                assertThat(in.readAllBytes()).containsExactly(2, 3);
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    /** 4 GiB and a byte, of which the disk holds nothing. */
    @Test
    void filesBeyondFourGibibytesHaveOneSpellingToo() throws IOException {
        long size = (1L << 32) + 1;
        Path path = folder.resolve("large");
        byte[] large = ZipHeaders.local("b/data/a", size, 7);
        byte[] small = ZipHeaders.local("b/data/b", 2, 9);
        long place = large.length + size;
        long directory = place + small.length + 2;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(large);
            file.seek(place - 1);
            file.write(42);
            file.write(small);
            file.write(new byte[] {5, 6});
            file.write(ZipHeaders.central("b/data/a", size, 7, 0));
            file.write(ZipHeaders.central("b/data/b", 2, 9, place));
            file.write(ZipHeaders.end(2, file.getFilePointer() - directory, directory));
        }
        try (Container zip = accepted(path)) {
            assertThat(zip.items()).extracting(Container.Item::size).containsExactly(size, 2L);
            try (InputStream in = zip.open(zip.items().get(1))) {
                assertThat(in.readAllBytes()).containsExactly(5, 6);
            }
        }
        assertThat(large).hasSize(30 + 8 + 20);
        assertThat(ZipHeaders.central("b/data/a", size, 7, 0)).hasSize(46 + 8 + 20);
        assertThat(ZipHeaders.central("b/data/b", 2, 9, place)).hasSize(46 + 8 + 12);
        assertThat(ZipHeaders.central("b/data/b", size, 9, place)).hasSize(46 + 8 + 28);
        assertThat(ZipHeaders.end(2, 100, directory)).hasSize(56 + 20 + 22);
    }

    /** Independent readers agree on the 64-bit fields: these bytes are as the JDK's own reader takes them. */
    @Test
    void theJdkReadsWhatWeCallTheOneSpelling() throws IOException {
        TreeMap<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 70_000; i++) {
            many.put(String.format("data/%05d", i), new byte[0]);
        }
        Path path = folder.resolve("many");
        writeWide(path, many);
        try (Container zip = accepted(path);
                java.util.zip.ZipFile jdk = new java.util.zip.ZipFile(path.toFile())) {
            assertThat(zip.items()).hasSize(70_000);
            assertThat(jdk.size()).isEqualTo(70_000);
        }
    }

    private static void writeWide(Path path, Map<String, byte[]> files) throws IOException {
        java.io.ByteArrayOutputStream zip = new java.io.ByteArrayOutputStream();
        java.io.ByteArrayOutputStream directory = new java.io.ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            directory.writeBytes(ZipHeaders.central("b/" + name, 0, 0, zip.size()));
            zip.writeBytes(ZipHeaders.local("b/" + name, 0, 0));
        });
        long place = zip.size();
        zip.writeBytes(directory.toByteArray());
        zip.writeBytes(ZipHeaders.end(files.size(), directory.size(), place));
        Files.write(path, zip.toByteArray());
    }

    @Test
    void sixtyFourBitFieldsWhereThirtyTwoAreEnoughAreRefused() throws IOException {
        byte[] zip = new Bag(Map.of("a", new byte[1])).zip().bytes();
        byte[] wide = ZipHeaders.end(1, 52, 0xffff_ffffL);
        byte[] end = new byte[zip.length - 22 + wide.length];
        System.arraycopy(zip, 0, end, 0, zip.length - 22);
        System.arraycopy(wide, 0, end, zip.length - 22, wide.length);
        assertThat(open(Files.write(folder.resolve("wide"), end)).isAccepted()).isFalse();
    }

    @Test
    void aFileThatIsCutWhileItIsReadIsNoShorterFile() throws IOException {
        Path path = Files.write(
                folder.resolve("zip"), new Bag(Map.of("a", new byte[100])).zip().bytes());
        try (Container zip = accepted(path)) {
            Files.write(path, new byte[60]);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Bundle.read(zip)))
                    .isInstanceOf(java.io.EOFException.class);
        }
    }

    @Test
    void onlyPlainNamesAreTaken() {
        for (String plain : new String[] {"a", "0", "a/b/c/d", "data/a-b_c.d", "a".repeat(200), "a.."}) {
            assertThat(Paths.isPlain(plain)).as(plain).isTrue();
        }
        for (String odd : new String[] {
            "",
            "/",
            "/a",
            "a/",
            "a//b",
            ".",
            "..",
            "../a",
            "a/../b",
            "a/.b",
            "-a",
            "_a",
            "a\\b",
            "A",
            "a b",
            "a:b",
            "é",
            "a\u0000",
            "a\n",
            "a/b/c/d/e",
            "a".repeat(201)
        }) {
            assertThat(Paths.isPlain(odd)).as(odd).isFalse();
        }
    }

    private static Outcome<Container> open(Path path) throws IOException {
        Outcome<Container> outcome = StoredZip.open(path);
        if (outcome instanceof Outcome.Accepted<Container> zip) {
            zip.value().close();
        }
        return outcome;
    }

    private static Container accepted(Path path) throws IOException {
        return switch (StoredZip.open(path)) {
            case Outcome.Accepted<Container> zip -> zip.value();
            case Outcome.Refused<Container> refused -> throw new AssertionError(refused.reason());
        };
    }
}
