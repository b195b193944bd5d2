package org.romdoul.publication;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.disclosure.SuppressedTable;

/** Counts by row and column with their totals, as far as they may be shown. */
final class Cells {

    /**
     * The smallest count of people that is shown of the cases worked here (minimum frequency rule; offices of statistics use 3 to
     * 11: Hundepool et al., Statistical Disclosure Control, 2012, chapter 5). Ours is strict: few courts hear such cases.
     */
    static final int SMALLEST = 10;

    private final int[][] counts;
    private final int columns;
    private final @Nullable SuppressedTable guard;

    private Cells(int[][] counts, int columns, boolean guarded) {
        this.counts = counts;
        this.columns = columns;
        this.guard = guarded && counts.length > 0 ? SuppressedTable.protect(counts, SMALLEST) : null;
    }

    static Cells of(int[][] counts, int columns, boolean guarded) {
        return new Cells(counts, columns, guarded);
    }

    /** A count, or a total where row or column is one past the last; empty where it would expose somebody. */
    OptionalInt at(int row, int column) {
        if (guard != null) return guard.cell(row, column);
        return OptionalInt.of(IntStream.range(0, counts.length)
                .filter(r -> r == row || row == counts.length)
                .map(r -> IntStream.range(0, columns)
                        .filter(c -> c == column || column == columns)
                        .map(c -> counts[r][c])
                        .sum())
                .sum());
    }

    OptionalLong longAt(int row, int column) {
        var count = at(row, column);
        return count.isPresent() ? OptionalLong.of(count.getAsInt()) : OptionalLong.empty();
    }

    OptionalInt ofColumn(int column) {
        return at(counts.length, column);
    }

    OptionalInt total() {
        return at(counts.length, columns);
    }

    /** Whether nothing of a column is left blank, its total included. */
    boolean isWhole(int column) {
        return IntStream.rangeClosed(0, counts.length)
                .allMatch(row -> at(row, column).isPresent());
    }

    /** Whether all totals of columns, and the total of all, may be shown. */
    boolean hasTotals() {
        return IntStream.rangeClosed(0, columns)
                .allMatch(column -> at(counts.length, column).isPresent());
    }

    /** How many numbers are left blank because they are small; totals among them. */
    int small() {
        return guard == null ? 0 : guard.primary();
    }

    /** How many more, so that the small ones cannot be worked out. */
    int further() {
        return guard == null ? 0 : guard.complementary();
    }
}
