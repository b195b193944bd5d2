package org.romdoul.docket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.romdoul.input.PartialDate;

/** A folder with a docket in it, read and not yet judged: two files, what of them can be read, and what cannot. */
public final class Source {

    /** What came of reading a folder. */
    public sealed interface Reading {}

    public record Read(Source source) implements Reading {}

    /** @param problem of the folder or of a file as a whole: nothing of it can be taken */
    public record Unreadable(Problem problem) implements Reading {}

    static final String CASES = "cases.csv";
    static final String DEFENDANTS = "defendant_charges.csv";

    private final Jurisdiction jurisdiction;
    private final SourceTable table;
    private final int allCases;
    private final Map<String, SourceCase> cases;
    private final Map<String, List<SourceDefendant>> defendants;
    private final List<Listed> listed;
    private final List<Listed> doubts;
    private final Map<Long, Integer> entries = new HashMap<>();

    private Source(Jurisdiction jurisdiction, SourceTable cases, SourceTable defendants) {
        this.jurisdiction = jurisdiction;
        this.table = defendants;
        this.allCases = cases.lines().size();
        this.cases = new LinkedHashMap<>();
        this.defendants = new HashMap<>();
        var problems = new ArrayList<Listed>();
        var questions = new ArrayList<Listed>();
        for (var one : rows(cases, SourceCase.KEY, problems, questions, cells -> SourceCase.of(cells, jurisdiction)))
            this.cases.put(one.key(), one);
        for (var one : rows(defendants, SourceDefendant.KEY, problems, questions, this::counted)) place(one, problems);
        this.listed = List.copyOf(problems);
        this.doubts = List.copyOf(questions);
    }

    private SourceDefendant counted(Cells cells) {
        var row = SourceDefendant.of(cells);
        entries.put(cells.number(), row.entries().size());
        return row;
    }

    /** @param jurisdiction where the prosecutions were, which the files do not say */
    public static Reading read(Path folder, Jurisdiction jurisdiction) {
        for (var name : List.of(CASES, DEFENDANTS))
            if (!Files.isRegularFile(folder.resolve(name)))
                return new Unreadable(Problem.of("docket.file.missing", name, contents(folder)));
        return switch (SourceFile.read(folder.resolve(CASES), SourceCase.COLUMNS)) {
            case SourceFile.Unreadable no -> new Unreadable(no.problem());
            case SourceFile.Read cases ->
                switch (SourceFile.read(folder.resolve(DEFENDANTS), SourceDefendant.COLUMNS)) {
                    case SourceFile.Unreadable no -> new Unreadable(no.problem());
                    case SourceFile.Read defendants ->
                        new Read(new Source(jurisdiction, cases.table(), defendants.table()));
                };
        };
    }

    private static String contents(Path folder) {
        try (var files = Files.list(folder)) {
            var names = files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .limit(10)
                    .toList();
            return String.join(", ", names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows that can be read, each key once. */
    private static <T> List<T> rows(
            SourceTable table,
            String keyColumn,
            List<Listed> problems,
            List<Listed> doubts,
            Function<Cells, T> reading) {
        var rows = new ArrayList<T>();
        var keys = new HashSet<String>();
        for (var line : table.lines()) {
            var cells = Cells.of(table, line, keyColumn, problems::add, doubts::add);
            if (cells == null) continue;
            if (!keys.add(cells.key())) {
                cells.wrong(keyColumn, Problem.of("docket.row.twice"));
                continue;
            }
            var row = reading.apply(cells);
            if (!cells.isWrong()) rows.add(row);
        }
        return rows;
    }

    private void place(SourceDefendant one, List<Listed> problems) {
        if (cases.containsKey(one.caseKey()))
            defendants.computeIfAbsent(one.caseKey(), key -> new ArrayList<>()).add(one);
        else problems.add(listed(one, "case_id", "", Problem.of("docket.row.no-case", CASES)));
    }

    static Listed listed(SourceDefendant row, String column, String entry, Problem problem) {
        return new Listed(DEFENDANTS, row.line().number(), row.key(), column, entry, problem);
    }

    static Listed listed(SourceCase row, String column, Problem problem) {
        return new Listed(CASES, row.line(), row.key(), column, "", problem);
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    List<SourceCase> cases() {
        return List.copyOf(cases.values());
    }

    List<SourceDefendant> defendants(SourceCase one) {
        return defendants.getOrDefault(one.key(), List.of());
    }

    /** @return what could not be read */
    List<Listed> listed() {
        return listed;
    }

    /** @return what is taken as it stands, and should be looked at */
    List<Listed> doubts() {
        return doubts;
    }

    SourceTable table() {
        return table;
    }

    public int allCases() {
        return allCases;
    }

    public int allDefendants() {
        return table.lines().size();
    }

    /** @return how many statutes there are in rows that have a key of their own */
    public int allEntries() {
        return entries.values().stream().mapToInt(Integer::intValue).sum();
    }

    int entriesAt(long line) {
        return entries.getOrDefault(line, 0);
    }

    /** @return the last year in which anything ended: how long the source watched, where nobody says otherwise */
    PartialDate lastYear() {
        return defendants.values().stream()
                .flatMap(List::stream)
                .map(SourceDefendant::ended)
                .filter(year -> !year.isUnknown())
                .max(PartialDate::compareTo)
                .orElse(PartialDate.UNKNOWN);
    }
}
