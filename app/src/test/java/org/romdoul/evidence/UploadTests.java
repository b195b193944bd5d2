package org.romdoul.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.blobs.Sweep;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.evidence.Exhibit.Origin;
import org.romdoul.evidence.Receiving.Answer;
import org.romdoul.evidence.UploadRows.Upload;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class UploadTests {

    private static final Described DESCRIBED =
            new Described(Origin.PRODUCED, null, null, "A recording", PartialDate.ofYear(2026));

    @Autowired
    Uploads uploads;

    @Autowired
    Exhibits exhibits;

    @Autowired
    Sweep sweep;

    @Autowired
    Cases cases;

    @Autowired
    Staff staff;

    final Random random = new Random(17);
    final UUID id = UUID.randomUUID();
    byte[] bytes = new byte[10_000_000];
    Actor officer;
    OpenCase file;

    @BeforeEach
    void openACase() {
        random.nextBytes(bytes);
        officer = staff.hire(Role.INVESTIGATOR);
        file = as(officer, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, officer));
        as(officer, () -> uploads.begin(file, id, bytes.length));
    }

    @Test
    void showsNobodyElseAnUploadThoughSheReadsTheCase() {
        var lead = staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        var hers = as(lead, () -> cases.open(file.code(), lead).orElseThrow());
        assertThat(as(lead, () -> uploads.find(hers, id))).isEmpty();
    }

    @Test
    void takesNoMoreThanWasSaid() {
        assertThat(append(new ByteArrayInputStream(new byte[bytes.length + 1]))).isNull();
        assertThat(upload().offset()).isLessThan(bytes.length);
    }

    @Test
    void takesTheSamePlaceFromOneHandOnly() {
        var before = upload();
        assertThat(append(from(0, 100), before)).isEqualTo(100L);
        assertThat(append(from(0, 100), before)).isNull();
        assertThat(upload().offset()).isEqualTo(100);
    }

    @Test
    void goesOnWhereTheLineBrokeAsOftenAsItBreaks() throws Exception {
        for (var offset = 0L; offset < bytes.length; offset = upload().offset())
            append(breaking((int) offset, 1 + random.nextInt(3_000_000)));
        var answer = as(officer, () -> uploads.finish(file, upload(), DESCRIBED, told(sha256())));
        var exhibit = ((Answer.Received) answer).exhibit();
        var filed = Objects.requireNonNull(exhibit.file());
        assertThat(filed.blob().sha256()).isEqualTo(sha256());
        assertThat(sweep.run(java.time.Duration.ofMinutes(-10), false).pieces()).isPositive();
        assertThat(as(officer, () -> uploads.finish(file, upload(), DESCRIBED, told(sha256()))))
                .isEqualTo(new Answer.Received(exhibit));
        assertThat(as(officer, () -> exhibits.of(file))).hasSize(1);
    }

    @Test
    void makesNoExhibitOfAPart() {
        append(from(0, 100));
        assertThat(as(officer, () -> uploads.finish(file, upload(), DESCRIBED, told(sha256()))))
                .isEqualTo(new Answer.Refused("exhibit.file.broke-off", List.of()));
    }

    @Test
    void keepsPiecesThatAreNeededWhenTheSweepComes() throws Exception {
        append(from(0, 9_000_000));
        sweep.run(java.time.Duration.ofMinutes(-10), true);
        append(from(9_000_000, bytes.length));
        assertThat(as(officer, () -> uploads.finish(file, upload(), DESCRIBED, told(sha256()))))
                .isInstanceOf(Answer.Received.class);
    }

    @Test
    void refusesAWholeThatIsNotWhatTheSenderHashedAndKeepsItsPieces() {
        append(from(0, bytes.length));
        assertThat(as(officer, () -> uploads.finish(file, upload(), DESCRIBED, told("0".repeat(64)))))
                .isInstanceOf(Answer.Refused.class);
        assertThat(as(officer, () -> exhibits.of(file))).isEmpty();
        assertThat(upload().offset()).isEqualTo(bytes.length);
    }

    private static Uploads.Told told(String sha256) {
        return new Uploads.Told("a.bin", null, sha256);
    }

    private Upload upload() {
        return as(officer, () -> uploads.find(file, id).orElseThrow());
    }

    private @Nullable Long append(InputStream from) {
        return append(from, upload());
    }

    private @Nullable Long append(InputStream from, Upload upload) {
        return Actors.as(officer, () -> {
            try {
                return uploads.append(upload, file.id(), from).orElse(null);
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
    }

    private InputStream from(int start, int end) {
        return new ByteArrayInputStream(bytes, start, end - start);
    }

    private InputStream breaking(int start, int length) {
        var end = Math.min(bytes.length, start + length);
        var rest = from(start, end);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return rest.read();
            }

            @Override
            public int read(byte[] to, int at, int most) throws IOException {
                var read = rest.read(to, at, most);
                if (read < 0 && end < bytes.length) throw new IOException("connection reset");
                return read;
            }
        };
    }

    private String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    private static <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Actors.as(actor, work));
    }
}
