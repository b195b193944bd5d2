package org.romdoul.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.estimate.Answer;
import org.romdoul.estimate.ListsEstimation;
import org.romdoul.input.PartialDate;
import org.romdoul.input.Typed;
import org.romdoul.journal.Facts;
import org.romdoul.persons.Age;
import org.romdoul.persons.Identity;
import org.romdoul.persons.Part;
import org.romdoul.persons.Persons;
import org.romdoul.persons.Sex;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** People planted in the cases of three kinds of agencies, counted by a role that sees none of them. */
@RomdoulTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Staff.class)
class OverlapsTests {

    /** Of the names, which must not be planted twice. */
    private static final AtomicLong SEED = new AtomicLong(20_261_128);

    private static final Map<List<String>, Integer> PLANTED = Map.of(
            List.of("police"), 12,
            List.of("social"), 9,
            List.of("hotline"), 7,
            List.of("police", "social"), 5,
            List.of("hotline", "police"), 4,
            List.of("hotline", "police", "social"), 3);

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Persons persons;

    @Autowired
    Facts facts;

    @Autowired
    OverlapRows rows;

    @Autowired
    Overlaps overlaps;

    @Autowired
    Agencies agencies;

    @Autowired
    @Qualifier("publication")
    DataSource publication;

    @Test
    void nobodyElseCountsOrReads() {
        plant();
        var researcher = staff.hire(staff.agency("research"), Role.RESEARCHER);
        var page = new Visitor(program, researcher);
        var made = page.post(
                        "/studies/overlap/count",
                        "fact",
                        page.get("/studies/overlap").fact())
                .to();

        assertThat(page.get(made).status()).isEqualTo(200);
        assertThat(page.get(made + "/lists.csv").status()).isEqualTo(200);
        for (var role : new Role[] {Role.INVESTIGATOR, Role.ADMINISTRATOR, Role.MONITOR, Role.RESEARCHER}) {
            var stranger = new Visitor(program, staff.hire(role));
            assertThat(stranger.get(made).status()).isEqualTo(404);
            assertThat(stranger.get(made + "/lists.csv").status()).isEqualTo(404);
            if (role != Role.RESEARCHER)
                assertThat(stranger.post(
                                        "/studies/overlap/count",
                                        "fact",
                                        UUID.randomUUID().toString())
                                .status())
                        .isEqualTo(404);
        }
        assertThat(page.get("/studies/overlap/00000000").status()).isEqualTo(404);
    }

    @Test
    void theMonitorReadsThatSomebodyCountedAndNeitherFileNorHashWhereANumberIsSmall() {
        var oversight = agencies.oversight().map(Agency::id).orElseGet(() -> staff.agency("oversight"));
        var watching = staff.hire(oversight, Role.MONITOR);
        plant();
        var page = new Visitor(program, staff.hire(staff.agency("research"), Role.RESEARCHER));
        var made = page.post(
                        "/studies/overlap/count",
                        "fact",
                        page.get("/studies/overlap").fact())
                .to();
        var monitor = new Visitor(program, watching);
        var overlap = as(watching, () -> overlaps.find(made.substring(made.lastIndexOf('/') + 1), watching))
                .orElseThrow();

        assertThat(monitor.get("/studies/overlap").body()).contains(made).doesNotContain("/studies/overlap/count");
        assertThat(monitor.get(made).status()).isEqualTo(200);
        assertThat(monitor.get(made).body().contains(Draw.sha256(overlap.file())))
                .isEqualTo(overlap.isWhole());
        assertThat(monitor.get(made).body()).doesNotContain("lists.csv");
        assertThat(monitor.get(made + "/lists.csv").status()).isEqualTo(404);
    }

    @Test
    void publicationReadsCountsAndNothingTheyAreMadeOf() {
        var publisher = JdbcClient.create(publication);

        for (var table : List.of("persons.person", "vault.search_token", "studies.overlap", "access.account"))
            assertThatThrownBy(() -> publisher
                            .sql("SELECT count(*) FROM " + table)
                            .query(Long.class)
                            .single())
                    .rootCause()
                    .hasMessageContaining("permission denied");
    }

    @Test
    void everybodyPlantedIsCountedOnceUnderTheAgenciesThatKnowHer() {
        var before = counted();
        plant();
        var after = counted();

        var found = new HashMap<List<String>, Integer>();
        after.forEach((lists, people) -> found.merge(lists, people - before.getOrDefault(lists, 0), Integer::sum));
        found.values().removeIf(none -> none == 0);
        var wanted = new HashMap<>(PLANTED);
        // Without a name, or with one word for a name, nobody can be recognised again.
        wanted.merge(List.of("police"), 2, Integer::sum);
        wanted.merge(List.of("social"), 1, Integer::sum);
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void thePageTheFileAndTheCommandSayTheSameAndTheFormMakesOneCount(@TempDir Path folder) throws Exception {
        plant();
        var researcher = staff.hire(staff.agency("research"), Role.RESEARCHER);
        var page = new Visitor(program, researcher);
        var fact = page.get("/studies/overlap").fact();
        var made = page.post("/studies/overlap/count", "fact", fact).to();

        assertThat(page.post("/studies/overlap/count", "fact", fact).to()).isEqualTo(made);
        var file = Files.writeString(
                folder.resolve("lists.csv"), page.get(made + "/lists.csv").body());
        var answer = ListsEstimation.of(Files.readAllBytes(file), ListsEstimation.RESAMPLES, ListsEstimation.SEED);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Given.class,
                        given -> assertThat(page.get(made + "?lang=en").text())
                                .contains(given.estimation()
                                        .shown(FieldWorkTests.words())
                                        .finding())
                                .contains(given.estimation().source().sha256()));
        for (var language : List.of("en", "km", "vi"))
            assertThat(page.get(made + "?lang=" + language).body()).doesNotContain("overlap.", "NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,b,n\n1,0,-5\n0,1,3\n1,1,2\n' | line 2: a negative count, -5; this is not a table of people",
                "'a,b,c,n\n1,1,0,3\n0,0,1,4\n1,1,1,5\n' | lists a and b name the same people; a copy is not a second source",
                "'a,b,n\n1,0,30\n0,1,50\n' | nobody is on two lists; every total from here to infinity fits",
                "'a;b;n\n1;0;30\n' | line 1: fewer than two lists",
                "'a,b,n\n1,0,x\n1,1,2\n' | line 2: 'x' is no whole number of people",
            })
    void aTableThatIsNoneIsRefusedOnThePageByRowAndMeaning(String file, String said) {
        var page = new Visitor(program, staff.hire(staff.agency("research"), Role.RESEARCHER));

        var answer = page.upload("/studies/overlap?lang=en", "list", file.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text().replace("&#39;", "'"))
                .contains("No estimate can be made", said)
                .doesNotContain("NaN", "Exception");
    }

    @Test
    void aTableThatIsBroughtGivesOnThePageWhatItGivesByCommand() {
        var page = new Visitor(program, staff.hire(staff.agency("research"), Role.RESEARCHER));
        var file = "a,b,c,n\n1,0,0,60\n0,1,0,55\n0,0,1,48\n1,1,0,21\n1,0,1,17\n0,1,1,19\n1,1,1,9\n"
                .getBytes(StandardCharsets.UTF_8);

        var answer = page.upload("/studies/overlap?lang=en", "list", file);

        assertThat(ListsEstimation.of(file, ListsEstimation.RESAMPLES, ListsEstimation.SEED))
                .isInstanceOfSatisfying(Answer.Given.class, given -> {
                    var shown = given.estimation().shown(FieldWorkTests.words());
                    assertThat(answer.text())
                            .contains(shown.finding())
                            .contains(given.estimation().source().sha256());
                    for (var row : shown.charts().getFirst().table().rows())
                        assertThat(answer.text()).contains(row);
                    assertThat(answer.text()).contains(shown.method());
                });
    }

    @Test
    void whoeverWatchesReadsNoSmallNumberAndNothingThatGivesItAway() {
        var counted = Stream.of(
                        new Overlap.Counted(List.of("police"), 40),
                        new Overlap.Counted(List.of("social"), 30),
                        new Overlap.Counted(List.of("police", "social"), 3))
                .toList();
        var overlap = ((Typed.Value<Overlap>) Overlap.of("ABCD2345", counted, null)).value();

        assertThat(overlap.rows(true))
                .extracting(row -> row.people().orElse(-1))
                .containsExactly(30, 40, 3);
        assertThat(overlap.rows(false).stream().filter(row -> row.people().isEmpty()))
                .as("the small one, and another, so that the total does not give it away")
                .hasSizeGreaterThan(1);
        assertThat(overlap.isWhole())
                .as("so that neither estimate nor hash is told")
                .isFalse();
        assertThat(Overlap.of("ABCD2345", overlap.file(), null)).isEqualTo(overlap);
        assertThat(Overlap.of("ABCD2345", List.of(), null)).isEqualTo(Typed.problem("overlap.record.nobody"));
        assertThat(Overlap.of("ABCD2345", counted.subList(0, 1), null))
                .isEqualTo(Typed.problem("overlap.record.one-list"));
        assertThat(new String(overlap.file().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo("police,social,people\n0,1,30\n1,0,40\n1,1,3\n");
    }

    private Map<List<String>, Integer> counted() {
        return rows.count().stream().collect(Collectors.toMap(Overlap.Counted::lists, Overlap.Counted::people));
    }

    private void plant() {
        var chance = new SplittableRandom(SEED.getAndIncrement());
        var files = Map.of(
                "police", opened(CaseFile.Origin.ALLEGATION, "police", Role.INVESTIGATOR),
                "social", opened(CaseFile.Origin.ALLEGATION, "social", Role.SOCIAL_WORKER),
                "hotline", opened(CaseFile.Origin.ALLEGATION, "hotline", Role.HOTLINE));
        for (var one : PLANTED.entrySet())
            for (var i = 0; i < one.getValue(); i++) {
                var name = "Lotus " + word(chance) + " " + word(chance);
                for (var list : one.getKey()) meet(Objects.requireNonNull(files.get(list)), Part.PRESUMED_VICTIM, name);
            }
        var police = Objects.requireNonNull(files.get("police"));
        var social = Objects.requireNonNull(files.get("social"));
        meet(police, Part.PRESUMED_VICTIM, null);
        meet(police, Part.PRESUMED_VICTIM, "Lotus");
        meet(social, Part.PRESUMED_VICTIM, "Lotus");
        meet(social, Part.WITNESS, "Lotus Witness");
        meet(opened(CaseFile.Origin.DOCKET, "court", Role.CLERK), Part.PRESUMED_VICTIM, "Lotus Past");
    }

    private OpenCase opened(CaseFile.Origin origin, String kind, Role role) {
        var officer = staff.hire(staff.agency(kind), role);
        return as(officer, () -> cases.begin(origin, PartialDate.ofYear(2026), null, officer));
    }

    private void meet(OpenCase file, Part part, @Nullable String name) {
        as(file.reader(), () -> {
            var person = persons.register(file, facts.id(), part, Sex.FEMALE, Age.UNKNOWN, PartialDate.ofYear(2026));
            return persons.record(file, person, facts.id(), new Identity<>(null, name, null, null, null, null), null);
        });
    }

    private static String word(SplittableRandom chance) {
        return chance.ints(10, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Objects.requireNonNull(staff.as(actor, work));
    }
}
