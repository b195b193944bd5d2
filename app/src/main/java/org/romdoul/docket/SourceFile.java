package org.romdoul.docket;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one file and, where it cannot be read, says why in words that help: most are saved by a spreadsheet program. */
final class SourceFile {

    /** What came of it. */
    sealed interface Reading {}

    record Read(SourceTable table) implements Reading {}

    record Unreadable(Problem problem) implements Reading {}

    private static final long LARGEST = 100L << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> OTHER_SEPARATORS = List.of(";", "\t", "|");

    private SourceFile() {}

    static Reading read(Path file, List<String> needed) {
        var name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST) return no("docket.file.large", name, LARGEST >> 20);
            var bytes = Files.readAllBytes(file);
            if (isSixteenBit(bytes)) return no("docket.file.sixteen-bit", name);
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return parsed(name, text.toString(), needed);
        } catch (CharacterCodingException e) {
            return no("docket.file.encoding", name, firstBrokenLine(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading parsed(String name, String text, List<String> needed) throws IOException {
        var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (plain.isBlank()) return no("docket.file.empty", name);
        try (var parser = CSVParser.parse(new StringReader(plain), CSVFormat.RFC4180)) {
            return table(name, parser, needed);
        } catch (UncheckedIOException | IOException badlyQuoted) {
            return no("docket.file.quoting", name, unclosed(plain));
        }
    }

    private static Reading table(String name, CSVParser parser, List<String> needed) {
        var records = parser.iterator();
        var head = values(records.next()).stream().map(String::strip).toList();
        var columns =
                head.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        for (var separator : OTHER_SEPARATORS)
            if (head.size() == 1 && head.getFirst().contains(separator))
                return no("docket.file.separator", name, separator.equals("\t") ? "tab" : separator);
        var missing =
                needed.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) return no("docket.file.columns", name, String.join(", ", missing));
        if (new HashSet<>(columns).size() < columns.size()) return no("docket.file.column-twice", name);
        var lines = new ArrayList<SourceTable.Line>();
        // The parser reads ahead to know whether there is a next one: where that begins is asked before.
        for (var number = parser.getCurrentLineNumber() + 1;
                records.hasNext();
                number = parser.getCurrentLineNumber() + 1) {
            var values = values(records.next());
            if (!values.equals(List.of(""))) lines.add(new SourceTable.Line(number, values));
        }
        return new Read(new SourceTable(name, columns, List.copyOf(lines)));
    }

    private static List<String> values(CSVRecord record) {
        return record.stream().toList();
    }

    private static boolean isSixteenBit(byte[] bytes) {
        if (bytes.length < 2) return false;
        var littleEnd = bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        var bigEnd = bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        return littleEnd || bigEnd || bytes[0] == 0 || bytes[1] == 0;
    }

    // Only where decoding has failed: line by line, for the one that does not decode.
    private static long firstBrokenLine(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            var line = 1L;
            for (int from = 0, at = 0; at <= bytes.length; at++) {
                if (at < bytes.length && bytes[at] != '\n') continue;
                if (!decodes(ByteBuffer.wrap(bytes, from, at - from))) return line;
                from = at + 1;
                line++;
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean decodes(ByteBuffer line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(line) != null;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** @return the first line whose quotation marks do not pair off, where a value over several lines is not what was meant */
    private static long unclosed(String text) {
        var number = 0L;
        for (var line : text.lines().toList()) {
            number++;
            if (line.chars().filter(letter -> letter == '"').count() % 2 == 1) return number;
        }
        return number;
    }

    private static Unreadable no(String key, Object... arguments) {
        return new Unreadable(Problem.of(key, arguments));
    }
}
