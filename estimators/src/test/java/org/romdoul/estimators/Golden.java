package org.romdoul.estimators;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values computed by another program, with the script that made them beside the file. */
public final class Golden {

    private Golden() {}

    /** A file of the project's own {@code testdata/statistics}. */
    public static JsonNode ofProject(String name) {
        return json(Path.of(System.getProperty("basedir", "."), "..", "testdata", "statistics", name));
    }

    /** A file of the real input beside the project; the test is skipped, visibly, where that is absent. */
    public static Path shared(String name) {
        Path file = Path.of(System.getProperty("romdoul.shared", "../../shared"), "data", name);
        assumeTrue(Files.exists(file), () -> "real input is not beside the project: " + name);
        return file;
    }

    public static JsonNode ofShared(String name) {
        return json(shared(name));
    }

    /** Lines of a file without the first. */
    public static List<String> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a comma-separated file without its header; quotes are dropped, and no field may contain a comma. */
    public static List<String[]> rows(Path file) {
        return lines(file).stream()
                .map(line -> line.replace("\"", "").split(",", -1))
                .toList();
    }

    /** The names in the header of a comma-separated file. */
    public static List<String> header(Path file) {
        try (var lines = Files.lines(file)) {
            return Arrays.asList(
                    lines.findFirst().orElseThrow().replace("\"", "").split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers of an array, in which R's NA is {@code null} and becomes NaN. */
    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(n -> n.isNumber() ? n.doubleValue() : Double.NaN)
                .toArray();
    }

    public static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(n -> strings.add(n.stringValue()));
        return strings;
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }
}
