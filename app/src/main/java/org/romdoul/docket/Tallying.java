package org.romdoul.docket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts, as chunks are done, what became of each case, defendant and statute of a source. */
final class Tallying {

    private final Source source;
    private final List<Listed> listed;
    private final Set<Long> casesLeft = new HashSet<>();
    private final Set<Long> rowsLeft = new HashSet<>();
    private int casesTaken;
    private int casesThere;
    private int rowsTaken;
    private int rowsThere;
    private int entriesTaken;
    private int entriesThere;
    private int entriesLeft;

    Tallying(Source source) {
        this.source = source;
        this.listed = new ArrayList<>(source.listed());
        for (var one : source.listed()) (isOfCases(one) ? casesLeft : rowsLeft).add(one.line());
    }

    void add(Chunk chunk, Map<SourceCase, List<SourceDefendant>> cases) {
        cases.forEach((one, rows) -> {
            if (chunk.isElsewhere(one)) {
                leave(one, rows);
                return;
            }
            if (chunk.isThere(one)) casesThere++;
            else casesTaken++;
            for (var row : rows) add(chunk, row);
        });
        listed.addAll(chunk.settlement().listed());
    }

    private void add(Chunk chunk, SourceDefendant row) {
        if (!chunk.settlement().isAccepted(row)) {
            rowsLeft.add(row.line().number());
            return;
        }
        if (chunk.isThere(row)) rowsThere++;
        else rowsTaken++;
        for (var entry : row.entries()) {
            if (!chunk.settlement().isAccepted(row, entry)) entriesLeft++;
            else if (chunk.isThere(row, entry)) entriesThere++;
            else entriesTaken++;
        }
    }

    private void leave(SourceCase one, List<SourceDefendant> rows) {
        var problem = Problem.of("docket.row.elsewhere");
        listed.add(Source.listed(one, SourceCase.KEY, problem));
        casesLeft.add(one.line());
        for (var row : rows) {
            listed.add(Source.listed(row, SourceCase.KEY, "", problem));
            rowsLeft.add(row.line().number());
        }
    }

    Report report() {
        var inRowsLeft = rowsLeft.stream().mapToInt(source::entriesAt).sum();
        listed.sort(Comparator.comparing(Listed::file).thenComparing(Listed::line));
        return new Report(
                new Tally(source.allCases(), casesTaken, casesThere, casesLeft.size()),
                new Tally(source.allDefendants(), rowsTaken, rowsThere, rowsLeft.size()),
                new Tally(source.allEntries(), entriesTaken, entriesThere, entriesLeft + inRowsLeft),
                List.copyOf(listed),
                source.doubts().stream().filter(one -> !isLeft(one)).toList());
    }

    private boolean isLeft(Listed one) {
        return (isOfCases(one) ? casesLeft : rowsLeft).contains(one.line());
    }

    private static boolean isOfCases(Listed one) {
        return one.file().equals(Source.CASES);
    }
}
