package org.romdoul.ledger.write;

/** Where the stored hash tiles of a log are found again. */
@FunctionalInterface
public interface Tiles {

    /**
     * The first {@code width} hashes of a tile; a wider stored one may be cut.
     *
     * @param level 0..7
     * @param index the tile's place in its level, from 0
     * @param width 1..256
     * @return exactly {@code 32 * width} bytes
     * @throws IllegalStateException when the store has lost it
     */
    byte[] tile(int level, long index, int width);
}
