package org.romdoul.blobs;

import java.io.IOException;

/** The store has no room left. What was there before is as it was. */
public final class StoreFull extends IOException {

    private static final long serialVersionUID = 1;
    private static final long NO_ROOM = 1 << 20;

    StoreFull(Throwable cause) {
        super("the store of files has no room left", cause);
    }

    /** @return the failure as what it is: systems say in many languages that a disk is full, and all of them how much is free */
    static IOException unless(Store store, IOException failure) {
        if (failure instanceof StoreFull) return failure;
        try {
            return store.room() < NO_ROOM ? new StoreFull(failure) : failure;
        } catch (IOException silent) {
            return failure;
        }
    }
}
