package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.romdoul.ledger.Answers.accepted;
import static org.romdoul.ledger.Answers.refused;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.ledger.read.EntryBundle;
import org.romdoul.ledger.read.Tile;
import org.romdoul.ledger.read.TilePath;
import org.romdoul.ledger.read.TreeHash;

class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 15, tile/0/000.p/15",
        "2, 999, 256, tile/2/999",
        "2, 1000, 1, tile/2/x001/000.p/1",
        "63, 9223372036854775807, 255, tile/63/x009/x223/x372/x036/x854/x775/807.p/255",
        "-1, 7, 256, tile/entries/007",
        "-1, 1000000, 3, tile/entries/x001/x000/000.p/3"
    })
    void namesTilesAsTheSpecificationDoes(int level, long index, int width, String path) {
        TilePath tile = new TilePath(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(accepted(TilePath.parse(path))).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "tile//000",
                "tile/64/000",
                "tile/00/000",
                "tile/-1/000",
                "tile/Entries/000",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x01/002",
                "tile/0/xx1/002",
                "tile/0/x001/x002",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p/1/",
                "tile/0/000.p/1.p/1",
                "tile/0/000.P/1",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/0/x001/x009/x223/x372/x036/x854/x775/807",
                "tile/0/000/",
                "/tile/0/000",
                "tiles/0/000",
                "tile/0/..",
                "tile/0/x../000"
            })
    void refusesOtherPaths(String path) {
        refused(TilePath.parse(path));
    }

    @Test
    void bothHandsNameTilesAlike() {
        for (long index : new long[] {0, 1, 999, 1000, 123_456_789L, Long.MAX_VALUE}) {
            for (int width : new int[] {1, 255, 256}) {
                assertThat(org.romdoul.ledger.write.Tile.entriesPath(index, width))
                        .isEqualTo(new TilePath(TilePath.ENTRIES, index, width).path());
            }
        }
        StoredLog log = new StoredLog();
        for (int i = 0; i < 600; i++) {
            log.append(new byte[] {(byte) i});
        }
        assertThat(log.commit())
                .hasSize(4)
                .allSatisfy(tile -> assertThat(tile.path())
                        .isEqualTo(new TilePath(tile.level(), tile.index(), tile.width()).path()));
    }

    @ParameterizedTest
    @CsvSource({
        "70000, 0, 272, 256",
        "70000, 0, 273, 112",
        "70000, 0, 274, 0",
        "70000, 1, 0, 256",
        "70000, 1, 1, 17",
        "70000, 2, 0, 1",
        "70000, 3, 0, 0",
        "70000, -1, 273, 112",
        "256, 0, 0, 256",
        "256, 0, 1, 0",
        "256, 1, 0, 1",
        "255, 0, 0, 255",
        "0, 0, 0, 0",
        "9223372036854775807, 0, 36028797018963967, 255",
        "9223372036854775807, 0, 36028797018963968, 0",
        "9223372036854775807, 0, 9223372036854775807, 0",
        "9223372036854775807, 7, 0, 127",
        "9223372036854775807, 8, 0, 0",
        "9223372036854775807, 63, 0, 0",
        "5, 0, -1, 0"
    })
    void knowsHowWideATileOfATreeIs(long size, int level, long index, int width) {
        assertThat(TilePath.width(size, level, index)).isEqualTo(width);
    }

    @Test
    void thereIsNoTileOutsideTheFormat() {
        assertThatThrownBy(() -> new TilePath(-2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(64, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TilePath(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsATileOfExactlyItsWidth() {
        byte[] hashes = new byte[3 * 32];
        new Random(3).nextBytes(hashes);
        Tile tile = accepted(Tile.parse(hashes, 3));
        assertThat(tile.width()).isEqualTo(3);
        assertThat(tile.hash(2)).isEqualTo(Arrays.copyOfRange(hashes, 64, 96));
        assertThat(tile.bytes()).isEqualTo(hashes);
        assertThat(accepted(Tile.parse(Arrays.copyOf(hashes, 32), 1)).root()).isEqualTo(tile.hash(0));
        refused(Tile.parse(hashes, 2));
        refused(Tile.parse(hashes, 4));
        refused(Tile.parse(Arrays.copyOf(hashes, 95), 3));
        refused(Tile.parse(new byte[0], 0));
        refused(Tile.parse(new byte[257 * 32], 257));
        accepted(Tile.parse(new byte[256 * 32], 256));
    }

    @Test
    void entriesOfEveryLengthComeBack() {
        Random random = new Random(4);
        for (int width : new int[] {1, 2, 255, 256}) {
            List<byte[]> entries =
                    random.ints(width, 0, 700).mapToObj(byte[]::new).toList();
            entries.forEach(random::nextBytes);
            byte[] bytes = org.romdoul.ledger.write.EntryBundle.bytes(entries);
            EntryBundle bundle = accepted(EntryBundle.parse(bytes, width));
            assertThat(bundle.width()).isEqualTo(width);
            TreeHash hash = new TreeHash();
            for (int i = 0; i < width; i++) {
                assertThat(bundle.entry(i)).isEqualTo(entries.get(i));
                assertThat(bundle.leafHash(i, hash)).isEqualTo(hash.leaf(entries.get(i)));
            }
            refused(EntryBundle.parse(bytes, width - 1));
            refused(EntryBundle.parse(bytes, width + 1));
            refused(EntryBundle.parse(Arrays.copyOf(bytes, bytes.length - 1), width));
            refused(EntryBundle.parse(Arrays.copyOf(bytes, bytes.length + 1), width));
        }
        assertThat(accepted(EntryBundle.parse(new byte[] {0, 0}, 1)).entry(0)).isEmpty();
        assertThat(refused(EntryBundle.parse(new byte[] {0, 0, 1}, 2))).contains("cut short");
        assertThat(refused(EntryBundle.parse(new byte[] {0, 0}, 2))).contains("cut short");
        assertThat(refused(EntryBundle.parse(new byte[514], 257))).contains("1 to 256");
        assertThat(refused(EntryBundle.parse(new byte[0], 0))).contains("1 to 256");
    }

    @Test
    void theLongestEntryFits() {
        byte[] longest = new byte[65_535];
        longest[65_534] = 9;
        byte[] bytes = org.romdoul.ledger.write.EntryBundle.bytes(List.of(longest));
        assertThat(accepted(EntryBundle.parse(bytes, 1)).entry(0)).isEqualTo(longest);
        assertThatThrownBy(() -> org.romdoul.ledger.write.EntryBundle.bytes(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> org.romdoul.ledger.write.EntryBundle.bytes(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> org.romdoul.ledger.write.EntryBundle.bytes(Collections.nCopies(257, new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
