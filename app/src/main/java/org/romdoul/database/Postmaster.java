package org.romdoul.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A running PostgreSQL as its data folder tells of it ({@code postmaster.pid}: process, folder, start, port, ...). */
record Postmaster(long process, int port) {

    /** The server that works on this folder, unless the file was left behind by one that is dead. */
    static Optional<Postmaster> of(Path data) {
        return read(data).filter(it -> worksIn(data, Path.of("/proc", Long.toString(it.process))));
    }

    /**
     * Removes a lock file whose process number now belongs to another program: PostgreSQL would refuse to start for fear of it.
     * While any process still works in the folder (a backend that outlived its postmaster) the file stays, because it guards the data.
     */
    static void removeLockOfTheDead(Path data) {
        Optional<Postmaster> named = read(data);
        if (named.isPresent()
                && ProcessHandle.of(named.get().process).isPresent()
                && anybodyIn(data).isEmpty()) {
            try {
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the stale lock in " + data, e);
            }
        }
    }

    private static Optional<Postmaster> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** PostgreSQL's processes have their data folder as working directory, which no unrelated program has. */
    static Optional<Path> anybodyIn(Path data) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(it -> Character.isDigit(it.getFileName().toString().charAt(0)))
                    .filter(it -> worksIn(data, it))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /proc", e);
        }
    }

    private static boolean worksIn(Path data, Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
