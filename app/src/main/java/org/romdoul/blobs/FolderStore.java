package org.romdoul.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A folder. Bytes are written below {@code arriving}, forced to the disk, and renamed: a name is there whole or not at all,
 * also after the power went.
 */
final class FolderStore implements Store {

    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** So much is left loose before the disk is told to write it, while more arrives: so the last wait is short. */
    private static final long STRETCH = 16L << 20;

    private final Path root;
    private final Path arriving;

    FolderStore(Path root) throws IOException {
        this.root = root;
        this.arriving = Files.createDirectories(root.resolve("arriving"), OWNERS_FOLDER);
        for (var shelf : Shelf.values()) Files.createDirectories(root.resolve(shelf.folder()), OWNERS_FOLDER);
        force(root);
    }

    @Override
    public Writing write(Name name) throws IOException {
        return new File(arriving.resolve(UUID.randomUUID().toString()), root.resolve(name.folder()), name);
    }

    @Override
    public InputStream read(Name name) throws IOException {
        return Files.newInputStream(root.resolve(name.path()));
    }

    @Override
    public void remove(Name name) throws IOException {
        Files.deleteIfExists(root.resolve(name.path()));
    }

    @Override
    public void list(Shelf shelf, Consumer<Kept> each) throws IOException {
        try (var paths = Files.walk(root.resolve(shelf.folder()), 2)) {
            for (var path : (Iterable<Path>) paths::iterator) offer(shelf, path, each);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    // What is removed while we look is not there; what is not ours is not named like ours.
    private static void offer(Shelf shelf, Path path, Consumer<Kept> each) throws IOException {
        if (!Files.isRegularFile(path)) return;
        try {
            var id = UUID.fromString(path.getFileName().toString());
            each.accept(new Kept(
                    new Name(shelf, id),
                    Files.size(path),
                    Files.getLastModifiedTime(path).toInstant()));
        } catch (IllegalArgumentException | NoSuchFileException notOurs) {
            return;
        }
    }

    @Override
    public int forgetUnfinished(Instant before) throws IOException {
        var forgotten = 0;
        try (var paths = Files.newDirectoryStream(arriving)) {
            for (var path : paths)
                if (Files.getLastModifiedTime(path).toInstant().isBefore(before) && Files.deleteIfExists(path))
                    forgotten++;
        }
        return forgotten;
    }

    @Override
    public long room() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    /** A rename is safe when the folder it happened in is. */
    private static void force(Path folder) throws IOException {
        try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private final class File extends Writing {

        private final Path temporary;
        private final Path folder;
        private final Path place;
        private final FileChannel channel;
        private long loose;
        private CompletableFuture<Void> forcing = CompletableFuture.completedFuture(null);
        private boolean published;

        File(Path temporary, Path folder, Name name) throws IOException {
            this.temporary = temporary;
            this.folder = folder;
            this.place = root.resolve(name.path());
            this.channel = FileChannel.open(
                    temporary, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), OWNERS_FILE);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var rest = ByteBuffer.wrap(bytes, from, length);
            while (rest.hasRemaining()) channel.write(rest);
            loose += length;
            if (loose < STRETCH || !forcing.isDone()) return;
            forced();
            forcing = CompletableFuture.runAsync(this::writeBack, Thread::startVirtualThread);
            loose = 0;
        }

        private void writeBack() {
            try {
                channel.force(false);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** A disk says once that it failed, to whoever asked then. */
        private void forced() throws IOException {
            try {
                forcing.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof UncheckedIOException broken) throw broken.getCause();
                throw failed;
            }
        }

        @Override
        void publish() throws IOException {
            forced();
            channel.force(true);
            channel.close();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, OWNERS_FOLDER);
                force(folder.resolve(".."));
            }
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            published = true;
            force(folder);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            if (!published) Files.deleteIfExists(temporary);
        }
    }
}
