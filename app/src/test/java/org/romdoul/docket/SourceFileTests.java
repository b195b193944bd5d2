package org.romdoul.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people have them: what cannot be read is said in a way that helps. */
class SourceFileTests {

    private static final Path FICTIONAL = Path.of("src/test/resources/docket");

    @TempDir
    private Path folder;

    private String cases = "";
    private String defendants = "";

    @BeforeEach
    void theFictionalDocket() throws IOException {
        cases = Files.readString(FICTIONAL.resolve(Source.CASES));
        defendants = Files.readString(FICTIONAL.resolve(Source.DEFENDANTS));
        write(Source.CASES, cases, StandardCharsets.UTF_8);
        write(Source.DEFENDANTS, defendants, StandardCharsets.UTF_8);
    }

    private void write(String name, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Problem problem() {
        return switch (Source.read(folder, Jurisdiction.US)) {
            case Source.Unreadable no -> no.problem();
            case Source.Read read -> throw new AssertionError("it was read");
        };
    }

    @Test
    void aFolderWithoutTheFilesSaysWhatIsMissingAndWhatIsThere() throws IOException {
        Files.delete(folder.resolve(Source.DEFENDANTS));
        assertThat(problem()).isEqualTo(Problem.of("docket.file.missing", "defendant_charges.csv", "cases.csv"));
        Files.delete(folder.resolve(Source.CASES));
        assertThat(problem()).isEqualTo(Problem.of("docket.file.missing", "cases.csv", ""));
    }

    @Test
    void anEmptyFileSaysSo() throws IOException {
        write(Source.CASES, " \r\n", StandardCharsets.UTF_8);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.empty", "cases.csv"));
    }

    @Test
    void anotherEncodingIsNamedWithItsLine() throws IOException {
        write(Source.CASES, cases.replace("Guam", "Gu\u00E5m"), StandardCharsets.ISO_8859_1);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.encoding", "cases.csv", 4L));
        write(Source.CASES, "\uFEFF" + cases, StandardCharsets.UTF_16LE);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.sixteen-bit", "cases.csv"));
        write(Source.CASES, cases, StandardCharsets.UTF_16BE);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.sixteen-bit", "cases.csv"));
    }

    @Test
    void anotherSeparatorIsNamed() throws IOException {
        write(Source.CASES, cases.replace(',', ';'), StandardCharsets.UTF_8);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.separator", "cases.csv", ";"));
        write(Source.CASES, cases.replace(',', '\t'), StandardCharsets.UTF_8);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.separator", "cases.csv", "tab"));
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsNamedWithItsLine() throws IOException {
        write(Source.DEFENDANTS, defendants.replace("\"['3', '1']\"", "\"['3', '1']"), StandardCharsets.UTF_8);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.quoting", "defendant_charges.csv", 3L));
        write(Source.DEFENDANTS, defendants + "\"R99", StandardCharsets.UTF_8);
        assertThat(problem().key()).isEqualTo("docket.file.quoting");
    }

    @Test
    void missingColumnsAreNamed() throws IOException {
        write(
                Source.DEFENDANTS,
                defendants.replaceFirst("gender,arrest_age", "sex,arrest_age"),
                StandardCharsets.UTF_8);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.columns", "defendant_charges.csv", "gender"));
        write(Source.DEFENDANTS, defendants.replaceFirst("race", "gender"), StandardCharsets.UTF_8);
        assertThat(problem()).isEqualTo(Problem.of("docket.file.column-twice", "defendant_charges.csv"));
    }

    @Test
    void whatASpreadsheetAddsDoesNoHarm() throws IOException {
        var plain = read();
        write(
                Source.CASES,
                "\uFEFF" + cases.replace("\n", "\r\n").replaceFirst("case_id", " Case_ID ") + "\r\n\r\n",
                StandardCharsets.UTF_8);
        assertThat(read().cases()).isEqualTo(plain.cases());
    }

    @Test
    void theOrderOfColumnsIsFreeAndFurtherColumnsAreLeftAlone() throws IOException {
        var plain = read();
        var turned = cases.lines()
                .map(line ->
                        "x," + String.join(",", List.of(line.split(",", -1)).reversed()))
                .toList();
        write(Source.CASES, String.join("\n", turned), StandardCharsets.UTF_8);
        assertThat(read().cases()).isEqualTo(plain.cases());
    }

    private Source read() {
        return switch (Source.read(folder, Jurisdiction.US)) {
            case Source.Read read -> read.source();
            case Source.Unreadable no -> throw new AssertionError(no);
        };
    }
}
