package org.romdoul.docket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The rows of defendants that were not taken, whole or in part, as they came and with what is wrong in a column more. */
public final class Rejected {

    private static final String ERROR = "error";

    private Rejected() {}

    /**
     * @param file a new one, which only its owner may read
     * @param words says a problem
     * @return how many rows; where there is none, no file is made
     * @throws FileAlreadyExistsException rather than write over it
     */
    public static int write(Path file, Source source, Report report, Function<Listed, String> words)
            throws FileAlreadyExistsException {
        var wrong = report.listed().stream()
                .filter(one -> one.file().equals(Source.DEFENDANTS))
                .collect(Collectors.groupingBy(Listed::line, Collectors.mapping(words, Collectors.joining("; "))));
        if (wrong.isEmpty()) return 0;
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
                out.printRecord(head(source));
                for (var line : source.table().lines()) {
                    var why = wrong.get(line.number());
                    if (why != null) out.printRecord(row(source, line, why));
                }
            }
            return wrong.size();
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Iterable<String> head(Source source) {
        var head = new ArrayList<>(source.table().columns());
        if (!head.contains(ERROR)) head.add(ERROR);
        return head;
    }

    /** What it said before is said anew. */
    private static Iterable<String> row(Source source, SourceTable.Line line, String why) {
        var values = new ArrayList<>(line.values());
        var place = source.table().columns().indexOf(ERROR);
        if (place >= 0 && place < values.size()) values.set(place, why);
        else values.add(why);
        return values;
    }
}
