package org.romdoul.estimators.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.romdoul.estimators.Refusal;

/**
 * A table of counts with its totals, in which small counts are left blank, and further ones so that the small cannot be worked out from
 * the totals.
 *
 * <p>A table with totals is a network: what comes into a row leaves by its cells. So what an attacker can conclude about a
 * blank cell is found exactly, as the largest flow that can be pushed through it either way, and the table is let go only when
 * every small count could be any of at least {@code k} values.
 */
public final class SuppressedTable {

    private final int rows;
    private final int columns;
    /** With the totals as last row and last column. */
    private final int[][] values;

    private final boolean[][] blank;
    private final boolean[][] small;

    private SuppressedTable(int[][] values, int k) {
        this.rows = values.length;
        this.columns = values[0].length;
        this.values = values;
        this.blank = new boolean[rows][columns];
        this.small = new boolean[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                small[r][c] = values[r][c] > 0 && values[r][c] < k;
                blank[r][c] = small[r][c];
            }
        }
    }

    /**
     * Protects a table. Zeros are published: where even "none" would tell something, merge categories first.
     *
     * @param counts cells, rows of equal length, 0 or more
     * @param k smallest count that may be shown, 2 or more; 10 is usual
     * @throws Refusal if rows differ in length, a count is negative, or there is none
     */
    public static SuppressedTable protect(int[][] counts, int k) {
        if (k < 2) {
            throw new IllegalArgumentException("with k = " + k + " no count is small");
        }
        var table = new SuppressedTable(withTotals(counts), k);
        table.suppressUntilSafe(k);
        return table;
    }

    /** Leaves only the small cells blank, as is often done: for showing what an attacker makes of it. */
    public static SuppressedTable primaryOnly(int[][] counts, int k) {
        return new SuppressedTable(withTotals(counts), k);
    }

    private static int[][] withTotals(int[][] counts) {
        if (counts.length == 0 || counts[0].length == 0) {
            throw Refusal.of("table", "it has no cells", "There is nothing to publish.");
        }
        int columns = counts[0].length;
        int[][] values = new int[counts.length + 1][columns + 1];
        for (int r = 0; r < counts.length; r++) {
            if (counts[r].length != columns) {
                throw Refusal.ofRow(
                        r, counts[r].length + " cells where others have " + columns, "Totals would not add up.");
            }
            for (int c = 0; c < columns; c++) {
                if (counts[r][c] < 0) {
                    throw Refusal.ofRow(r, "a count of " + counts[r][c], "People are counted from 0 up.");
                }
                values[r][c] = counts[r][c];
                values[r][columns] = Math.addExact(values[r][columns], counts[r][c]);
                values[counts.length][c] = Math.addExact(values[counts.length][c], counts[r][c]);
                values[counts.length][columns] = Math.addExact(values[counts.length][columns], counts[r][c]);
            }
        }
        return values;
    }

    /** The published count of a cell, empty if left blank; the last row and the last column are the totals. */
    public OptionalInt cell(int row, int column) {
        return blank[row][column] ? OptionalInt.empty() : OptionalInt.of(values[row][column]);
    }

    /** Cells left blank because they are small, totals among them. */
    public int primary() {
        return count(small);
    }

    /** Further cells left blank to protect them. */
    public int complementary() {
        return count(blank) - count(small);
    }

    private static int count(boolean[][] cells) {
        int count = 0;
        for (boolean[] row : cells) {
            for (boolean cell : row) {
                count += cell ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * What can be concluded of a cell from all that is published.
     *
     * @param least smallest count it can be
     * @param most largest count it can be; {@code Integer.MAX_VALUE} if nothing limits it
     */
    public record Range(int least, int most) {

        /** How many further values besides one it can have. */
        public int width() {
            return most - least;
        }
    }

    /** What an attacker, who knows that counts are whole and not negative, can conclude of a cell. */
    public Range attack(int row, int column) {
        int value = values[row][column];
        if (!blank[row][column]) {
            return new Range(value, value);
        }
        int tail = tail(row, column);
        int head = head(row, column);
        int up = push(head, tail, row, column, Integer.MAX_VALUE);
        int down = push(tail, head, row, column, value);
        return new Range(value - down, up == Integer.MAX_VALUE ? up : value + up);
    }

    // Nodes: row r is r, column c is rows + c. People flow from a row through its cells to the columns, and back
    // through the totals.

    private boolean reversed(int row, int column) {
        return (row == rows - 1) != (column == columns - 1);
    }

    private int tail(int row, int column) {
        return reversed(row, column) ? rows + column : row;
    }

    private int head(int row, int column) {
        return reversed(row, column) ? row : rows + column;
    }

    /** Largest change, up to a limit, that can be sent from one node to another through blank cells other than the one asked of. */
    private int push(int from, int to, int exceptRow, int exceptColumn, int limit) {
        int[][] flow = new int[rows][];
        for (int r = 0; r < rows; r++) {
            flow[r] = values[r].clone();
        }
        int sent = 0;
        while (sent < limit) {
            int[] cameFrom = path(from, to, flow, exceptRow, exceptColumn);
            if (cameFrom[to] < 0) {
                return sent;
            }
            int amount = limit - sent;
            for (int node = to; node != from; node = cameFrom[node]) {
                amount = Math.min(amount, room(cameFrom[node], node, flow));
            }
            if (amount == Integer.MAX_VALUE) {
                return amount;
            }
            for (int node = to; node != from; node = cameFrom[node]) {
                int r = Math.min(cameFrom[node], node);
                int c = Math.max(cameFrom[node], node) - rows;
                flow[r][c] += tail(r, c) == cameFrom[node] ? amount : -amount;
            }
            sent += amount;
        }
        return sent;
    }

    /** A cell can grow without limit and shrink to nothing. */
    private int room(int from, int to, int[][] flow) {
        int r = Math.min(from, to);
        int c = Math.max(from, to) - rows;
        return tail(r, c) == from ? Integer.MAX_VALUE : flow[r][c];
    }

    private int[] path(int from, int to, int[][] flow, int exceptRow, int exceptColumn) {
        int[] cameFrom = new int[rows + columns];
        Arrays.fill(cameFrom, -1);
        cameFrom[from] = from;
        var next = new ArrayDeque<Integer>(List.of(from));
        while (!next.isEmpty() && cameFrom[to] < 0) {
            int node = next.remove();
            for (int other : neighbours(node)) {
                int r = Math.min(node, other);
                int c = Math.max(node, other) - rows;
                boolean excepted = r == exceptRow && c == exceptColumn;
                if (cameFrom[other] < 0 && blank[r][c] && !excepted && room(node, other, flow) > 0) {
                    cameFrom[other] = node;
                    next.add(other);
                }
            }
        }
        return cameFrom;
    }

    private List<Integer> neighbours(int node) {
        var nodes = new ArrayList<Integer>();
        int first = node < rows ? rows : 0;
        int count = node < rows ? columns : rows;
        for (int i = 0; i < count; i++) {
            nodes.add(first + i);
        }
        return nodes;
    }

    private void suppressUntilSafe(int k) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (small[r][c] && attack(r, c).width() < k) {
                    closeCycle(r, c, k);
                }
            }
        }
    }

    /**
     * Blanks the cells of the cheapest cycle through which the cell can grow by k; cells already blank cost next to nothing. There always
     * is one: the totals of its row, its column and the table can grow with it.
     */
    private void closeCycle(int row, int column, int k) {
        int from = head(row, column);
        int to = tail(row, column);
        long[] cost = new long[rows + columns];
        Arrays.fill(cost, Long.MAX_VALUE);
        int[] cameFrom = new int[rows + columns];
        cost[from] = 0;
        var next =
                new PriorityQueue<long[]>((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        next.add(new long[] {0, from});
        while (!next.isEmpty()) {
            long[] head = next.remove();
            int node = (int) head[1];
            if (head[0] > cost[node]) {
                continue;
            }
            for (int other : neighbours(node)) {
                int r = Math.min(node, other);
                int c = Math.max(node, other) - rows;
                if ((r == row && c == column) || room(node, other, values) < k) {
                    continue;
                }
                long price = cost[node] + 1 + (blank[r][c] ? 0 : 1000L + values[r][c]);
                if (price < cost[other]) {
                    cost[other] = price;
                    cameFrom[other] = node;
                    next.add(new long[] {price, other});
                }
            }
        }
        for (int node = to; node != from; node = cameFrom[node]) {
            blank[Math.min(cameFrom[node], node)][Math.max(cameFrom[node], node) - rows] = true;
        }
    }
}
