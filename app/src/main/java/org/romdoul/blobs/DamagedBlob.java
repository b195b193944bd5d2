package org.romdoul.blobs;

import java.io.IOException;
import java.util.UUID;

/** What is stored is not what was sealed, or is gone. Found before the last of it has left: nobody takes it for whole. */
public final class DamagedBlob extends IOException {

    private static final long serialVersionUID = 1;

    private final Condition condition;

    DamagedBlob(UUID id, Condition condition, Throwable cause) {
        super("stored file " + id + ": " + condition, cause);
        this.condition = condition;
    }

    public Condition condition() {
        return condition;
    }
}
