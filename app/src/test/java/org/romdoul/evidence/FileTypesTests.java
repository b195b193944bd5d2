package org.romdoul.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileTypesTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
    private static final byte[] NOISE = {7, 1, 99, 3, 14, 2, 77, 5};

    @Test
    void saysThatAPictureNamedLikeADocumentIsUnlikeItsName() throws IOException {
        assertThat(FileTypes.unlike(null, "report.pdf", type(PNG))).isTrue();
        assertThat(FileTypes.unlike("application/pdf", "x", type(PNG))).isTrue();
        assertThat(FileTypes.unlike("image/png", "report.pdf", type(PNG))).isTrue();
    }

    @Test
    void saysThatBytesWithoutTheMarkOfTheirKindAreUnlike() throws IOException {
        assertThat(type(NOISE)).isEqualTo("application/octet-stream");
        assertThat(FileTypes.unlike(null, "picture.jpg", type(NOISE))).isTrue();
    }

    @Test
    void findsNothingOddInADocumentThatIsAZipOrATableThatIsText() throws IOException {
        assertThat(FileTypes.unlike(null, "letter.docx", type(ZIP))).isFalse();
        assertThat(FileTypes.unlike("text/csv", "calls.csv", type("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(FileTypes.unlike("image/png", "picture.png", type(PNG))).isFalse();
        assertThat(FileTypes.unlike(null, null, type(NOISE))).isFalse();
        assertThat(FileTypes.unlike(null, "image.E01", type(NOISE))).isFalse();
    }

    @Test
    void leavesTheBytesWhereTheyWere() throws IOException {
        var bytes = new ByteArrayInputStream(PNG);
        FileTypes.detect(bytes);
        assertThat(bytes.readAllBytes()).isEqualTo(PNG);
    }

    @Test
    void takesNoTypeFromASenderThatIsNone() {
        assertThat(FileTypes.declared("Image/PNG; name=\"Lotus Example.png\"")).contains("image/png");
        assertThat(FileTypes.declared("Lotus Example")).isEmpty();
        assertThat(FileTypes.declared("application/octet-stream")).isEmpty();
        assertThat(FileTypes.declared(null)).isEmpty();
    }

    private static String type(byte[] bytes) throws IOException {
        return FileTypes.detect(new ByteArrayInputStream(bytes));
    }
}
