package org.romdoul.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of what one installation keeps, where the PostgreSQL is our own: made while it stands still, with the hash of every file.
 * The secrets are copied apart, if at all: who has one of the two copies can read nothing.
 *
 * @param folder where it lies: the home's folders, and {@value #MANIFEST}
 */
public record Backup(Path folder) {

    public static final String MANIFEST = "manifest-sha256.txt";

    /** An empty folder stands in the manifest without a hash: PostgreSQL misses those it has made. */
    private static final String EMPTY = "-";

    private static final String SECRETS = "secrets";
    private static final String UNPACKED = "postgres/bin-";

    /** What belongs to the machine, not to the record; and witnesses, who would be no witnesses if they went back with it. */
    private static final Set<Path> LEFT_OUT =
            Set.of(Path.of("log"), Path.of("demonstration-witnesses"), Path.of("postgres", "lock"), Path.of(SECRETS));

    /** @return how many files it holds */
    public static int make(Home home, @Nullable Path bin, Path to, @Nullable Path secretsTo) throws IOException {
        mustBeNothing(to);
        if (secretsTo != null) mustBeNothing(secretsTo);
        if (!Files.isDirectory(home.directory().resolve("postgres/data")))
            throw new DatabaseUnusable("There is no PostgreSQL of our own in " + home.directory()
                    + ". What lies on a server of yours is backed up there: docs/serve.md.");
        var options = new EmbeddedPostgres.Options(bin, java.util.Map.of());
        return EmbeddedPostgres.whileItStands(home, options, () -> {
            if (secretsTo != null) copy(home.secrets(), secretsTo, Set.of());
            return copy(home.directory(), to, LEFT_OUT);
        });
    }

    /** @return how the copy differs from its manifest: nothing where it is as it was made */
    public List<String> differences() throws IOException {
        var manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest))
            return List.of(MANIFEST + " is missing: this is no backup, or not a whole one");
        var wrong = new ArrayList<String>();
        var listed = new HashSet<String>();
        for (var line : Files.readAllLines(manifest)) {
            var parts = line.split("  ", 2);
            if (parts.length != 2) return List.of(MANIFEST + " cannot be read: " + line);
            listed.add(parts[1]);
            var path = folder.resolve(parts[1]);
            if (parts[0].equals(EMPTY)) continue;
            if (!Files.isRegularFile(path)) wrong.add(parts[1] + " is missing");
            else if (!hash(path).equals(parts[0])) wrong.add(parts[1] + " is not what was copied");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .filter(path -> !path.equals(MANIFEST) && !listed.contains(path))
                    .forEach(path -> wrong.add(path + " was not there when it was copied"));
        }
        return wrong;
    }

    /** Makes a home out of it, and of the secrets that were copied apart. */
    public void restore(Path secrets, Home home) throws IOException {
        mustBeNothing(home.directory());
        var fresh = home.directory().resolveSibling(home.directory().getFileName() + ".unfinished");
        copy(folder, fresh, Set.of(Path.of(MANIFEST)));
        for (var line : Files.readAllLines(folder.resolve(MANIFEST)))
            if (line.startsWith(EMPTY + "  ")) folder(fresh.resolve(line.substring(3)));
        copy(secrets, fresh.resolve(SECRETS), Set.of(Path.of(MANIFEST)));
        for (var copied : List.of(fresh, fresh.resolve(SECRETS))) Files.delete(copied.resolve(MANIFEST));
        Files.move(fresh, home.directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void mustBeNothing(Path place) {
        if (Files.exists(place))
            throw new DatabaseUnusable(place + " is there already, and nothing is written over. Name another place.");
    }

    /** By another name until it is whole and on the disk, so that one broken off is never taken for a copy. */
    private static int copy(Path from, Path to, Set<Path> leftOut) throws IOException {
        var unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
        if (Files.exists(unfinished)) Binaries.delete(unfinished);
        var manifest = new TreeMap<String, String>();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes kind) throws IOException {
                var name = from.relativize(path);
                if (leftOut.contains(name) || name.toString().startsWith(UNPACKED)) return FileVisitResult.SKIP_SUBTREE;
                folder(unfinished.resolve(name));
                if (isEmpty(path)) manifest.put(name.toString(), EMPTY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes kind) throws IOException {
                var name = from.relativize(path);
                if (leftOut.contains(name)) return FileVisitResult.CONTINUE;
                Files.copy(path, unfinished.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                // What is written down is what arrived, read again.
                manifest.put(name.toString(), hash(unfinished.resolve(name)));
                return FileVisitResult.CONTINUE;
            }
        });
        var lines = new StringBuilder();
        manifest.forEach(
                (name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        Files.writeString(unfinished.resolve(MANIFEST), lines);
        toTheDisk(unfinished);
        Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
        return manifest.size();
    }

    private static void folder(Path path) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void toTheDisk(Path folder) throws IOException {
        try {
            var sync = new ProcessBuilder("sync", "--file-system", folder.toString()).start();
            if (sync.waitFor() != 0) throw new IOException("what was copied to " + folder + " may not be on the disk");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while copying", e));
        }
    }

    private static String hash(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) digest.update(buffer, 0, read);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
