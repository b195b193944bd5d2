package org.romdoul.start;

import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.romdoul.database.Finding;
import org.romdoul.database.Home;

/** What the program needs of the machine it runs on. */
final class Machine {

    private static final long ENOUGH_SPACE = 1L << 30;
    private static final String KHMER = "\u1780\u17D2\u179A";

    private Machine() {}

    static List<Finding> look(Home home) {
        try {
            return List.of(secrets(home), space(home), fonts(drawsKhmer()), clock(ntp()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding secrets(Home home) throws IOException {
        try (Stream<Path> all = Files.walk(home.secrets())) {
            List<Path> open = all.filter(Machine::isOpenToOthers).toList();
            return open.isEmpty()
                    ? Finding.ok("secrets", "only their owner may read them")
                    : Finding.fail("secrets", "others may read " + open + ": chmod -R go= " + home.secrets());
        }
    }

    private static boolean isOpenToOthers(Path path) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    .endsWith("------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding space(Home home) throws IOException {
        return space(home.directory(), Files.getFileStore(home.directory()).getUsableSpace());
    }

    static Finding space(Path folder, long free) {
        String words = (free >> 20) + " MiB free in " + folder;
        return free >= ENOUGH_SPACE ? Finding.ok("disk", words) : Finding.fail("disk", words + ": 1 GiB is the least");
    }

    private static boolean drawsKhmer() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo(KHMER) < 0;
    }

    static Finding fonts(boolean drawsKhmer) {
        return drawsKhmer
                ? Finding.ok("fonts", "Khmer can be drawn")
                : Finding.fail("fonts", "no font here draws Khmer: apt-get install fonts-khmeros (or fonts-noto-core)");
    }

    /** A wrong clock signs people out, and is sealed into every fact; where two nodes differ, neither is believed. */
    static Finding clock(String ntp) {
        return switch (ntp) {
            case "yes" -> Finding.ok("clock", "set by NTP");
            case "no" -> Finding.fail("clock", "nothing sets it: timedatectl set-ntp true");
            default -> Finding.ok("clock", "what sets it cannot be asked here (timedatectl): see that NTP does");
        };
    }

    /** @return yes, no, or nothing where there is nobody to ask: in a container the host sets the clock */
    private static String ntp() {
        try {
            var asked = new ProcessBuilder("timedatectl", "show", "--property=NTPSynchronized", "--value")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return asked.waitFor() == 0 ? said : "";
        } catch (IOException nobody) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
