package org.romdoul.estimators.mse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.romdoul.estimators.mse.TableReading.Accepted;
import org.romdoul.estimators.mse.TableReading.Refused;
import org.romdoul.estimators.mse.TableReading.Remark;

/** Reads one table of lists and says, by row, what is wrong and what it would do to an estimate. */
final class TableReader {
    private static final int FEW_ON_SEVERAL_LISTS = 10;

    /** Rows told one by one: a file of a million rows of one kind would be told a million times. */
    private static final int MOST_TOLD = 20;

    private static final Pattern QUOTED = Pattern.compile("^\"(.*)\"$");
    private static final Pattern COUNT = Pattern.compile("-?\\d{1,10}");

    private final List<String> lines;
    private final List<Remark> reasons = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private List<String> names = List.of();
    private long[] counts = {};
    private int[] firstRow = {};
    private int repeated;
    private int untold;

    TableReader(String csv) {
        lines = csv.replace("\uFEFF", "").lines().toList();
    }

    TableReading read() {
        readHeader();
        if (reasons.isEmpty()) {
            counts = new long[1 << names.size()];
            firstRow = new int[counts.length];
            for (int row = 2; row <= lines.size(); row++) {
                if (!lines.get(row - 1).isBlank()) {
                    readRow(row, fields(lines.get(row - 1)));
                }
            }
        }
        if (reasons.isEmpty()) {
            judge();
        }
        if (untold > 0) {
            reasons.add(new Remark(0, untold + " further rows cannot be read", "mend these first"));
        }
        if (!reasons.isEmpty()) {
            return new Refused(List.copyOf(reasons));
        }
        if (repeated > MOST_TOLD) {
            String what = repeated - MOST_TOLD + " further rows have the lists of an earlier one";
            remarks.add(
                    new Remark(0, what, "the counts were added; if the file is a copy of itself, people count twice"));
        }
        int[] whole = Arrays.stream(counts).mapToInt(Math::toIntExact).toArray();
        return new Accepted(CaptureTable.of(names, whole), List.copyOf(remarks));
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(field -> QUOTED.matcher(field.strip()).replaceAll("$1").strip())
                .toList();
    }

    private void readHeader() {
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            refuse(1, "the text is empty", "there is nothing to estimate from");
            return;
        }
        List<String> header = fields(lines.getFirst());
        names = header.subList(0, header.size() - 1);
        if (names.size() < CaptureTable.FEWEST_LISTS) {
            refuse(
                    1,
                    "fewer than two lists",
                    "who is missing shows only in how lists overlap; columns are separated by commas");
        } else if (names.size() > CaptureTable.MOST_LISTS) {
            refuse(
                    1,
                    "more than " + CaptureTable.MOST_LISTS + " lists",
                    "merge lists of the same kind of source first");
        }
        if (names.stream().anyMatch(String::isBlank) || new HashSet<>(names).size() < names.size()) {
            refuse(1, "a list has no name or the name of another", "estimates could not say which lists they rest on");
        }
    }

    private void readRow(int row, List<String> fields) {
        if (fields.size() != names.size() + 1) {
            String what = fields.size() + " columns where the header has " + (names.size() + 1);
            refuse(row, what, "it cannot be told which lists these people are on");
            return;
        }
        int history = 0;
        for (int list = 0; list < names.size(); list++) {
            String mark = fields.get(list);
            if (!mark.equals("0") && !mark.equals("1")) {
                refuse(row, "'" + mark + "' for list " + names.get(list), "a person is on a list (1) or not (0)");
                return;
            }
            history |= mark.equals("1") ? 1 << list : 0;
        }
        readCount(row, history, fields.getLast());
    }

    private void readCount(int row, int history, String text) {
        if (!COUNT.matcher(text).matches()) {
            refuse(
                    row,
                    "'" + text + "' is no whole number of people",
                    "rates and weighted counts have another likelihood");
            return;
        }
        long count = Long.parseLong(text);
        if (count < 0) {
            refuse(row, "a negative count, " + count, "this is not a table of people");
        } else if (history == 0 && count > 0) {
            refuse(row, count + " people on no list", "these are the people to be estimated and cannot be counted");
        } else {
            if (firstRow[history] > 0 && ++repeated <= MOST_TOLD) {
                String what = "the same lists as line " + firstRow[history];
                remarks.add(new Remark(row, what, "the counts were added; if one row is a copy, people count twice"));
            } else if (firstRow[history] == 0) {
                firstRow[history] = row;
            }
            counts[history] += count;
        }
    }

    private void judge() {
        long people = Arrays.stream(counts).sum();
        if (people == 0 || people > Integer.MAX_VALUE) {
            refuse(0, people + " people", people == 0 ? "there is nothing to estimate from" : "too many to count here");
            return;
        }
        judgeLists(people);
        judgeOverlap();
    }

    private void judgeLists(long people) {
        for (int list = 0; list < names.size(); list++) {
            long onList = on(1 << list);
            if (onList == 0) {
                refuse(0, "nobody is on list " + names.get(list), "an empty list says nothing; leave its column out");
            } else if (onList == people) {
                String what = "everybody is on list " + names.get(list);
                refuse(0, what, "no other list finds anyone it has missed, so nothing shows how many it missed");
            }
            for (int other = 0; other < list; other++) {
                if (onList > 0 && onList == on(1 << other) && onList == on(1 << list | 1 << other)) {
                    String what = "lists " + names.get(other) + " and " + names.get(list) + " name the same people";
                    refuse(0, what, "a copy is not a second source: it would make the total look certain and small");
                }
            }
        }
    }

    private void judgeOverlap() {
        long several = 0;
        for (int history = 1; history < counts.length; history++) {
            several += Integer.bitCount(history) > 1 ? counts[history] : 0;
        }
        if (several == 0) {
            refuse(0, "nobody is on two lists", "every total from here to infinity fits such a table");
        } else if (several < FEW_ON_SEVERAL_LISTS) {
            remarks.add(new Remark(0, several + " people are on several lists", "the total rests on these few"));
        }
        for (int list = 0; several > 0 && list < names.size(); list++) {
            int bit = 1 << list;
            if (on(bit) == counts[bit]) {
                String what = "nobody on list " + names.get(list) + " is on another list";
                remarks.add(new Remark(0, what, "it only adds its own people and pulls the total up"));
            }
        }
    }

    private long on(int lists) {
        long sum = 0;
        for (int history = 1; history < counts.length; history++) {
            sum += (history & lists) == lists ? counts[history] : 0;
        }
        return sum;
    }

    private void refuse(int row, String what, String meaning) {
        if (reasons.size() < MOST_TOLD) {
            reasons.add(new Remark(row, what, meaning));
        } else {
            untold++;
        }
    }
}
