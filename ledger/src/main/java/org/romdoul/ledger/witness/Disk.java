package org.romdoul.ledger.witness;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A folder as operating systems promise it: what was written may be lost or torn by a crash until it is synced, and a
 * rename until the folder is.
 */
interface Disk {

    /** The file's bytes; null where there is none. */
    byte @Nullable [] read(String name) throws IOException;

    /** Makes the file, or makes it anew. */
    void write(String name, byte[] bytes) throws IOException;

    /** Returns when the file's bytes will survive a crash. */
    void sync(String name) throws IOException;

    /** Puts a file in the place of another, in one step. */
    void rename(String from, String to) throws IOException;

    /** Returns when the folder's names will survive a crash. */
    void syncNames() throws IOException;
}
