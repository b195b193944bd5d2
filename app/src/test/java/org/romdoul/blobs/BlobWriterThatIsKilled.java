package org.romdoul.blobs;

import java.nio.file.Path;
import java.util.Random;

/** A program of its own that keeps one file after the other, and says of each that it is kept. */
final class BlobWriterThatIsKilled {

    private BlobWriterThatIsKilled() {}

    public static void main(String... words) throws Exception {
        var store = new FolderStore(Path.of(words[0]));
        var random = new Random();
        while (true) {
            var bytes = new byte[1 + random.nextInt(600_000)];
            random.nextBytes(bytes);
            try (var arrival = FolderStoreTests.arrival(store)) {
                arrival.write(bytes, 0, bytes.length);
                System.out.println(arrival.keep());
            }
        }
    }
}
