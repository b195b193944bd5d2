package org.romdoul.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A small file that its owner alone may read; it is there whole or not at all. */
public final class SecretFile {

    private SecretFile() {}

    /** @return the random key in a file, made if it is not there */
    public static byte[] findOrMake(Path file, int bytes, RandomGenerator random) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[bytes];
            random.nextBytes(fresh);
            write(file, fresh);
        }
        return Files.readAllBytes(file);
    }

    public static void write(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "." + file.getFileName(),
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
