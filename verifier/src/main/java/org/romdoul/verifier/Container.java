package org.romdoul.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files of a bundle: in a zip, or unpacked in a folder. */
interface Container extends AutoCloseable {

    /** Files in the largest bundle that is read. */
    int MAX_FILES = 500_000;

    /**
     * One file.
     *
     * @param path below the bundle's base directory, of the form that {@link Paths} allows
     * @param size bytes
     * @param crc32 what the container says of its bytes, or -1 where it says nothing
     * @param place where its bytes begin in the container
     */
    record Item(String path, long size, long crc32, long place) {}

    /** What it is, in a few words. */
    String kind();

    /** Every file once, by path in the order of ASCII. */
    List<Item> items();

    /** The file's bytes, exactly {@link Item#size} of them or an exception. */
    InputStream open(Item item) throws IOException;

    @Override
    void close() throws IOException;
}
