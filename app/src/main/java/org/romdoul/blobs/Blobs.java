package org.romdoul.blobs;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.blobs.Store.Name;
import org.romdoul.blobs.Store.Shelf;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Opening;
import org.romdoul.vault.Vault;

/**
 * The room's face: takes files in, and gives them to whoever holds an {@link Opening.File}. Whoever keeps a file inserts the
 * fact that refers to it afterwards; a crash between the two leaves an orphan, which {@link Sweep} names.
 */
public final class Blobs {

    private final Store store;
    private final Vault vault;
    private final Facts facts;

    Blobs(Store store, Vault vault, Facts facts) {
        this.store = store;
        this.vault = vault;
        this.facts = facts;
    }

    /**
     * Begins to take a file in.
     *
     * @param scope of the fact that will refer to it; its key is what must be destroyed for the file to be gone
     */
    public Arrival begin(UUID scope) throws IOException {
        var id = facts.id();
        var key = Envelope.freshKey();
        return new Arrival(store, new Name(Shelf.FILES, id), key, vault.wrap(key, scope, id));
    }

    /** Begins to take in a piece of a file that comes in several requests. */
    public Arrival beginPiece(UUID scope) throws IOException {
        var id = facts.id();
        var key = Envelope.freshKey();
        return new Arrival(store, new Name(Shelf.PIECES, id), key, vault.wrapPiece(key, scope, id));
    }

    /**
     * Opens a file. Its stream ends with a {@link DamagedBlob}, and without its last block, where what is stored is not what
     * was sealed.
     */
    public InputStream open(Opening.File opening, BlobRef ref) throws IOException {
        return open(
                new Name(Shelf.FILES, ref.id()), ref, wrapped -> key(ref, vault.unwrap(opening, ref.id(), wrapped)));
    }

    public InputStream openPiece(Opening.Content opening, BlobRef ref) throws IOException {
        return open(
                new Name(Shelf.PIECES, ref.id()),
                ref,
                wrapped -> key(ref, vault.unwrapPiece(opening, ref.id(), wrapped)));
    }

    private static KeysetHandle key(BlobRef ref, Optional<KeysetHandle> found) throws IOException {
        return found.orElseThrow(() -> new ErasedBlob(ref.id()));
    }

    private InputStream open(Name name, BlobRef ref, Envelope.Unwrapping keys) throws IOException {
        try {
            return new OpenedBlob(ref, store.read(name), keys);
        } catch (NoSuchFileException gone) {
            throw new DamagedBlob(ref.id(), Condition.MISSING, gone);
        }
    }

    /** The bytes as they are stored, encrypted (docs/formats/blob.md): for a court that may not read them yet. */
    public InputStream stored(BlobRef ref) throws IOException {
        try {
            return store.read(new Name(Shelf.FILES, ref.id()));
        } catch (NoSuchFileException gone) {
            throw new DamagedBlob(ref.id(), Condition.MISSING, gone);
        }
    }

    /** Hashes what is stored again; that needs no key. */
    public Condition check(BlobRef ref) throws IOException {
        return StoredFiles.look(store, ref.id(), ref.storedSize(), ref.storedSha256());
    }

    /** Removes a piece that is part of a whole now. */
    public void dropPiece(BlobRef ref) throws IOException {
        store.remove(new Name(Shelf.PIECES, ref.id()));
    }

    /** @return how many more bytes fit, as far as anybody can say */
    public long room() throws IOException {
        return store.room();
    }
}
