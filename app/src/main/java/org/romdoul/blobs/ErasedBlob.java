package org.romdoul.blobs;

import java.io.IOException;
import java.util.UUID;

/** The key of the file's scope was destroyed: nobody can open it any more, and that was meant. */
public final class ErasedBlob extends IOException {

    private static final long serialVersionUID = 1;

    ErasedBlob(UUID id) {
        super("stored file " + id + ": its key was destroyed");
    }
}
