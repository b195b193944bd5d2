package org.romdoul.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.Home;
import org.romdoul.database.RomdoulTest;
import org.romdoul.evidence.Exhibit.Origin;
import org.romdoul.evidence.Receiving.Answer;
import org.romdoul.evidence.Receiving.Answer.Received;
import org.romdoul.evidence.Receiving.Answer.Refused;
import org.romdoul.evidence.Receiving.Coming;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest(properties = "romdoul.evidence.largest=100KB")
@Import(Staff.class)
class ExhibitTests {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };
    private static final Described DESCRIBED = new Described(
            Origin.SEIZED, "STORE-1", "S-100", "A telephone that was on the table", PartialDate.ofYear(2026));

    @Autowired
    Exhibits exhibits;

    @Autowired
    Receiving receiving;

    @Autowired
    Cases cases;

    @Autowired
    Staff staff;

    @Autowired
    Home home;

    Actor officer;
    OpenCase file;

    @BeforeEach
    void openACase() {
        officer = staff.hire(Role.INVESTIGATOR);
        file = begin();
    }

    @Test
    void showsAStrangerNothingThoughSheHoldsTheCase() {
        receive(PNG, "a.png", "image/png", null);
        var stranger = staff.hire(Role.INVESTIGATOR);
        assertThat(staff.as(stranger, () -> exhibits.of(file))).isEmpty();
    }

    @Test
    void opensNoExhibitOfAnotherCase() {
        var exhibit = received(receive(PNG, "a.png", "image/png", null));
        var other = begin();
        assertThatThrownBy(() -> as(() -> open(other, exhibit))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnEmptyFileOneThatIsTooLargeOneThatBrokeOffAndOneWithAnotherHash() throws IOException {
        var before = stored();
        assertThat(receive(new byte[0], "a.png", null, null)).isEqualTo(refused("exhibit.file.empty"));
        assertThat(receive(new byte[200_000], "a.png", null, null))
                .matches(answer -> answer instanceof Refused no && no.reason().equals("exhibit.file.too-large"));
        assertThat(receive(breaking(50_000), "a.bin", null, null)).isEqualTo(refused("exhibit.file.broke-off"));
        assertThat(receive(breaking(5), "a.bin", null, null)).isEqualTo(refused("exhibit.file.broke-off"));
        assertThat(receive(PNG, "a.png", null, "0".repeat(64)))
                .matches(answer -> answer instanceof Refused no && no.reason().equals("exhibit.file.other-hash"));
        assertThat(as(() -> exhibits.of(file))).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void givesBackTheBytesAndRecordsWhoOpenedThemAndWhatFor() {
        var exhibit = received(receive(PNG, "a.png", "image/png", null));
        assertThat(as(() -> exhibits.readings(file, exhibit))).isEmpty();
        assertThat(as(() -> open(file, exhibit))).isEqualTo(PNG);
        assertThat(as(() -> exhibits.readings(file, exhibit))).singleElement().satisfies(reading -> {
            assertThat(reading.actor()).isEqualTo(officer.account());
            assertThat(reading.purpose()).isEqualTo("court");
        });
    }

    @Test
    void recordsAFormSentTwiceOnceAndASecondFileBesideIt() {
        var form = UUID.randomUUID();
        for (var i = 0; i < 2; i++) {
            receive(form, PNG);
            receive(form, "second".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(as(() -> exhibits.of(file))).extracting(Exhibit::label).containsExactly("E1", "E2");
    }

    @Test
    void recordsThingsBesideFilesUnderTheNextLabel() {
        receive(PNG, "a.png", null, null);
        var id = UUID.randomUUID();
        for (var i = 0; i < 2; i++) as(() -> exhibits.add(file, id, DESCRIBED));
        assertThat(as(() -> exhibits.of(file)))
                .extracting(Exhibit::code, Exhibit::isFile)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(file.code() + "-E1", true),
                        org.assertj.core.groups.Tuple.tuple(file.code() + "-E2", false));
    }

    @Test
    void keepsTheNameAndTheWordsForThoseWhoHoldTheCaseAndNowhereElse() throws IOException {
        var exhibit = received(receive(PNG, "Lotus Example at home.png", null, null));
        assertThat(as(() -> exhibits.fileName(file, exhibit))).contains("Lotus Example at home.png");
        assertThat(as(() -> exhibits.words(file, exhibit))).isEqualTo(DESCRIBED.words());
        assertThat(exhibit.toString()).doesNotContain("Lotus", "telephone");
        assertThat(stored()).noneMatch(path -> path.contains("Lotus"));
    }

    private Answer receive(byte[] bytes, String name, @Nullable String type, @Nullable String sha256) {
        return receive(new ByteArrayInputStream(bytes), name, type, sha256);
    }

    private Answer receive(InputStream bytes, String name, @Nullable String type, @Nullable String sha256) {
        return as(() -> receiving.receive(file, UUID.randomUUID(), DESCRIBED, new Coming(bytes, name, type, sha256)));
    }

    private void receive(UUID form, byte[] bytes) {
        as(() ->
                receiving.receive(file, form, DESCRIBED, new Coming(new ByteArrayInputStream(bytes), "a", null, null)));
    }

    private static Exhibit received(Answer answer) {
        return ((Received) answer).exhibit();
    }

    private static Refused refused(String reason) {
        return new Refused(reason, List.of());
    }

    private byte[] open(OpenCase from, Exhibit exhibit) {
        try (var opened = exhibits.open(from, exhibit, Purpose.COURT, "The court asks for it")) {
            return opened.readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private OpenCase begin() {
        return as(() -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, officer));
    }

    private static InputStream breaking(int after) {
        return new InputStream() {
            private int left = after;

            @Override
            public int read() throws IOException {
                if (left == 0) throw new IOException("connection reset");
                left--;
                return 7;
            }
        };
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> all = Files.walk(home.folder("blobs"))) {
            return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        }
    }

    /** As her, and in no transaction: as the pages work. */
    private <T> T as(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Actors.as(officer, work));
    }
}
