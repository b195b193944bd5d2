package org.romdoul.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder in which one installation keeps what is its own. Its owner alone may look inside.
 *
 * <pre>
 * home/
 *   secrets/     passwords and keys, one file each, mode 0600; back these up apart from everything else
 *   postgres/    the embedded server: bin-VERSION, data, port, lock (absent where a database address is given)
 *   blobs/       encrypted files, where no object store is configured
 *   log/         postgres.log, romdoul.log
 * </pre>
 */
public record Home(Path directory) {

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** A folder directly below the home, made with mode 0700 if it is not there. */
    public Path folder(String name) {
        return ownersOnly(directory.resolve(name));
    }

    public Path secrets() {
        return folder("secrets");
    }

    /** The place of one secret; the file itself may not exist yet. Write it with {@link SecretFile}. */
    public Path secret(String fileName) {
        return secrets().resolve(fileName);
    }

    private Path ownersOnly(Path folder) {
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(directory, mode);
            return Files.createDirectories(folder, mode);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }
}
