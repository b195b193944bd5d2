package org.romdoul.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is committed in testdata/bundles. */
final class Fixture {

    static final Path FOLDER = Path.of("..", "testdata", "bundles");

    private Fixture() {}

    static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(FOLDER.resolve(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
