package org.romdoul.ledger.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder on a real disk. Its files are their owner's alone: mode 0600, in a folder of mode 0700. */
final class Folder implements Disk {

    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<? extends OpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private final Path path;

    Folder(Path path) throws IOException {
        this.path = path.toAbsolutePath();
        Files.createDirectories(this.path, OWNERS_FOLDER);
        sync(this.path.getParent());
        syncNames();
    }

    Path path() {
        return path;
    }

    @Override
    public byte @Nullable [] read(String name) throws IOException {
        try {
            return Files.readAllBytes(path.resolve(name));
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        try (FileChannel file = FileChannel.open(path.resolve(name), ANEW, OWNERS_FILE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        }
    }

    @Override
    public void sync(String name) throws IOException {
        sync(path.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                path.resolve(from),
                path.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void syncNames() throws IOException {
        sync(path);
    }

    private static void sync(@Nullable Path fileOrFolder) throws IOException {
        if (fileOrFolder != null) {
            try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
