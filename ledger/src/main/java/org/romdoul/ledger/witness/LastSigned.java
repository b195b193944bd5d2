package org.romdoul.ledger.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The last checkpoint that the witness signed of each log: one file each, named by the hash of the log's origin. After a crash
 * at any moment a file holds what was kept last, or what was being kept: whole, never less.
 */
final class LastSigned {

    private final Disk disk;

    LastSigned(Disk disk) {
        this.disk = disk;
    }

    /** Returns only when it will survive a crash. */
    void keep(String origin, byte[] note) throws IOException {
        String name = nameOf(origin);
        String fresh = name + ".new";
        disk.write(fresh, note);
        disk.sync(fresh);
        disk.rename(fresh, name);
        disk.syncNames();
    }

    /**
     * What was kept last; null for nothing. A file that is seen may not have reached the disk, where keeping it failed half
     * way: so it is kept once more before anybody hears of it.
     */
    byte @Nullable [] of(String origin) throws IOException {
        byte[] note = disk.read(nameOf(origin));
        if (note != null) {
            keep(origin, note);
        }
        return note;
    }

    /** The lower-case hex SHA-256 of an origin, by which monitors ask for a log, too. */
    static String nameOf(String origin) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
