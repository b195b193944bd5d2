package org.romdoul.blobs;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.romdoul.blobs.Store.Name;
import org.romdoul.blobs.Store.Shelf;
import org.romdoul.journal.audit.FileStore;

/** Lets the audit hold every reference against the stored bytes. */
final class StoredFiles implements FileStore {

    private static final int BUFFER = 256 * 1024;

    private final Store store;

    StoredFiles(Store store) {
        this.store = store;
    }

    @Override
    public State look(UUID id, long size, String sha256) throws IOException {
        return switch (look(store, id, size, sha256)) {
            case INTACT -> State.INTACT;
            case MISSING -> State.MISSING;
            case DIFFERS -> State.DIFFERS;
        };
    }

    static Condition look(Store store, UUID id, long size, String sha256) throws IOException {
        var hash = new Hash();
        var buffer = new byte[BUFFER];
        try (var stored = store.read(new Name(Shelf.FILES, id))) {
            for (int read; hash.size() <= size && (read = stored.read(buffer)) > 0; ) hash.add(buffer, 0, read);
        } catch (NoSuchFileException gone) {
            return Condition.MISSING;
        }
        return hash.size() == size && hash.hex().equals(sha256) ? Condition.INTACT : Condition.DIFFERS;
    }
}
