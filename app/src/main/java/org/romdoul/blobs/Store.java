package org.romdoul.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** Where the bytes are: a folder, or an object store. It keeps what it is given under a name, whole or not at all. */
interface Store extends AutoCloseable {

    /** What a name is in; files stay, pieces of uploads go. */
    enum Shelf {
        FILES,
        PIECES;

        String folder() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Name(Shelf shelf, UUID id) {
        /** The last two digits are random, the first are the time. */
        String folder() {
            return shelf.folder() + "/" + id.toString().substring(34);
        }

        String path() {
            return folder() + "/" + id;
        }
    }

    /** Something that is there. */
    record Kept(Name name, long size, Instant since) {}

    /** Bytes on their way. Closed before it was published, it leaves nothing. */
    abstract class Writing extends OutputStream {

        /** Waits until the bytes are safe, then makes them visible under their name, at once. */
        abstract void publish() throws IOException;
    }

    Writing write(Name name) throws IOException;

    /** @throws java.nio.file.NoSuchFileException where there is none */
    InputStream read(Name name) throws IOException;

    void remove(Name name) throws IOException;

    void list(Shelf shelf, Consumer<Kept> each) throws IOException;

    /** Removes what was begun before then and never published. @return how many */
    int forgetUnfinished(Instant before) throws IOException;

    /** @return how many more bytes fit, as far as anybody can say */
    long room() throws IOException;

    @Override
    default void close() {}
}
