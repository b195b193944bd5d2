package org.romdoul.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The folder that holds {@code initdb}, {@code pg_ctl} and {@code postgres}. */
record Binaries(Path bin) {

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");

    /** Those we ship, unpacked at first use into {@code postgres/bin-VERSION} of the home. */
    static Binaries shipped(Home home) {
        URL archive = Binaries.class.getClassLoader().getResource(ARCHIVE);
        if (archive == null || !System.getProperty("os.arch", "").equals("amd64")) {
            throw new DatabaseUnusable("This build ships PostgreSQL for Linux on amd64 only. Give the address of a"
                    + " PostgreSQL 15 or newer with --db.");
        }
        Path folder = home.folder("postgres").resolve("bin-" + versionOf(archive));
        try {
            if (!Files.isDirectory(folder)) {
                unpack(archive, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + folder, e);
        }
        return new Binaries(folder.resolve("bin"));
    }

    Path program(String name) {
        return bin.resolve(name);
    }

    private static String versionOf(URL archive) {
        Matcher matcher = VERSION.matcher(archive.toString());
        return matcher.find() ? matcher.group(1) : "unnamed";
    }

    /** By a folder of another name, so that one cut off half-way is never taken for whole. */
    private static void unpack(URL archive, Path folder) throws IOException {
        Path fresh = Files.createTempDirectory(folder.getParent(), "unpacking");
        try (InputStream raw = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(entry, tar, fresh);
            }
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(fresh);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void put(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
