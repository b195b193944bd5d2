package org.romdoul.estimators.mse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.romdoul.estimators.Golden;

/** Tables of lists for tests: the published ones beside the project, and random ones. */
final class Tables {
    private Tables() {}

    static CaptureTable shared(String name) {
        return read(text(name));
    }

    static String text(String name) {
        try {
            return Files.readString(Golden.shared("mse/" + name + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CaptureTable read(String csv) {
        TableReading reading = CaptureTable.read(csv);
        assertThat(reading).isInstanceOf(TableReading.Accepted.class);
        return ((TableReading.Accepted) reading).table();
    }

    /** Capture histories in the row order of the file: the order of the columns in the bootstrap vectors. */
    static int[] histories(String name) {
        return Golden.rows(Golden.shared("mse/" + name + ".csv")).stream()
                .mapToInt(row -> IntStream.range(0, row.length - 1)
                        .map(list -> row[list].equals("1") ? 1 << list : 0)
                        .sum())
                .toArray();
    }

    static CaptureTable of(int lists, int[] counts) {
        List<String> names =
                IntStream.range(0, lists).mapToObj(i -> "list " + (i + 1)).toList();
        return CaptureTable.of(names, counts);
    }

    /** A table in which most people are on one list and many combinations are empty. */
    static CaptureTable sparse(int lists, SplittableRandom random) {
        int[] counts = new int[1 << lists];
        for (int history = 1; history < counts.length; history++) {
            double scale = 60 * Math.pow(0.16, Integer.bitCount(history) - 1);
            counts[history] = (int) (-Math.log(random.nextDouble()) * scale);
        }
        return of(lists, counts);
    }

    /** The same people with list {@code j} at the place {@code order[j]}. */
    static CaptureTable reordered(CaptureTable table, int[] order) {
        int[] counts = new int[1 << table.lists()];
        for (int history = 1; history < counts.length; history++) {
            counts[moved(history, order)] = table.count(history);
        }
        String[] names = new String[table.lists()];
        for (int list = 0; list < names.length; list++) {
            names[order[list]] = table.names().get(list);
        }
        return CaptureTable.of(List.of(names), counts);
    }

    static int moved(int history, int[] order) {
        return IntStream.range(0, order.length)
                .filter(list -> (history >> list & 1) == 1)
                .map(list -> 1 << order[list])
                .sum();
    }
}
