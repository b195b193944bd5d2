package org.romdoul.journal.audit;

import java.io.IOException;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** Where the files are that facts refer to; the room that keeps them implements it. No key is needed to look. */
@NamedInterface("audit")
public interface FileStore {

    /** How a stored file is, held against what its fact says. */
    enum State {
        INTACT,
        MISSING,
        DIFFERS
    }

    /**
     * Reads a stored file again.
     *
     * @param size bytes stored
     * @param sha256 of them, in hexadecimal
     * @throws IOException where the store does not answer: that is no verdict
     */
    State look(UUID id, long size, String sha256) throws IOException;
}
