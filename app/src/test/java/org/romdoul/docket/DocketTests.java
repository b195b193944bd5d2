package org.romdoul.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.access.Account;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.NewForMe;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.persons.Persons;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Standing;
import org.romdoul.prosecution.Termination;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fictional docket of the test resources: one row an oddity. */
@RomdoulTest
@Import(Staff.class)
class DocketTests {

    private static final Path FICTIONAL = Path.of("src/test/resources/docket");
    private static final AtomicInteger CODE = new AtomicInteger();
    private static final Watcher NOBODY = whole -> {};

    @Autowired
    Staff staff;

    @Autowired
    Dockets dockets;

    @Autowired
    Cases cases;

    @Autowired
    Persons persons;

    @Autowired
    Prosecution prosecution;

    @Autowired
    List<NewForMe> news;

    @Autowired
    JdbcClient sql;

    @Autowired
    @Qualifier("owner")
    javax.sql.DataSource owner;

    @TempDir
    private Path folder;

    private final String code = "fictional-docket-" + CODE.incrementAndGet();
    private final SourceIds ids = new SourceIds(code);
    private Actor lead;

    @BeforeEach
    void theDocketAndWhoTakesItIn() throws IOException {
        lead = staff.hire(staff.agency("prosecution"), Role.PROSECUTION_LEAD);
        for (var name : List.of(Source.CASES, Source.DEFENDANTS))
            Files.copy(FICTIONAL.resolve(name), folder.resolve(name));
    }

    // Refusals

    @Test
    void whoDoesNotRecordCourtCannotTakeItIn() {
        var officer = staff.hire(Role.INVESTIGATOR);
        assertThat(dockets.recorder(officer.number()))
                .isEqualTo(new Dockets.Nobody(Problem.of("docket.recorder.role", officer.number())));
        assertThat(dockets.recorder("U-99999"))
                .isEqualTo(new Dockets.Nobody(Problem.of("docket.recorder.unknown", "U-99999")));
    }

    @Test
    void whereSeveralLeadAProsecutionOneIsToBeNamed() {
        staff.hire(staff.agency("prosecution"), Role.PROSECUTION_LEAD);
        assertThat(dockets.recorder(null))
                .isInstanceOfSatisfying(
                        Dockets.Nobody.class,
                        nobody -> assertThat(nobody.problem().key()).isEqualTo("docket.recorder.several"));
        assertThat(dockets.recorder(lead.number()))
                .isInstanceOfSatisfying(
                        Dockets.Found.class,
                        found -> assertThat(found.account().id()).isEqualTo(lead.account()));
    }

    @Test
    void aCodeThatIsNoneAndADocketOfAnotherAgencyAreRefused() {
        var bent = new Terms("No Code", "Fictional", "Written for tests", Jurisdiction.US, PartialDate.UNKNOWN);
        assertThat(dockets.take(source(), bent, account(lead), true, NOBODY))
                .isEqualTo(new Dockets.Refused(Problem.of("docket.terms.code")));
        take(true);
        var stranger = staff.hire(staff.agency("prosecution"), Role.PROSECUTION_LEAD);
        assertThat(dockets.take(source(), terms(), account(stranger), true, NOBODY))
                .isEqualTo(new Dockets.Refused(Problem.of("docket.terms.elsewhere", code)));
    }

    @Test
    void aDocketOfAnotherCountryHasItsPartsItsMoneyAndItsOwnWordsForItsLaw() {
        var here = Jurisdiction.of("KH").orElseThrow();
        var elsewhere = new Terms(code, "Elsewhere", "Written for tests", here, PartialDate.UNKNOWN);
        var source = ((Source.Read) Source.read(folder, here)).source();
        assertThat(dockets.take(source, elsewhere, account(lead), true, NOBODY)).isInstanceOf(Dockets.Taken.class);

        assertThat(prosecution.docket(code).orElseThrow().jurisdiction()).isEqualTo("KH");
        assertThat(history("R1").all(Charge.class)).extracting(Charge::statute).containsExactly("1591");
        assertThat(dockets.take(source(), terms(), account(lead), true, NOBODY))
                .isEqualTo(new Dockets.Refused(Problem.of("docket.terms.jurisdiction", code, "KH")));
    }

    @Test
    void partsAndMoneyAreThoseOfTheCountry() {
        var here = Jurisdiction.of("KH").orElseThrow();
        assertThat(Jurisdiction.of("XX")).isEmpty();
        assertThat(Jurisdiction.of("us")).isEmpty();
        assertThat(here.isPart("12")).isTrue();
        assertThat(Jurisdiction.US.isPart("12")).isFalse();
        assertThat(here.part("12")).isEqualTo("KH-12");
        assertThat(Jurisdiction.US.part("Guam")).isEqualTo("US-GU");
        assertThat(here.currency()).isEqualTo("KHR");
        assertThat(here.statute("1591")).isEqualTo("1591");
        assertThat(Jurisdiction.US.statute("1591")).isEqualTo("18 USC 1591");
    }

    @Test
    void everyRowThatIsNotTakenIsListedWithItsColumn() {
        var listed = take(true).listed().stream()
                .map(one -> one.file().substring(0, 1) + one.line() + " " + one.row() + " " + one.column()
                        + (one.entry().isEmpty() ? "" : " of " + one.entry()) + ": "
                        + one.problem().key().substring("docket.".length()))
                .toList();
        assertThat(listed)
                .containsExactlyInAnyOrder(
                        "c5 F4 year: value.year",
                        "c6 F1 case_id: row.twice",
                        "c7 F5 n_victims: value.number",
                        "c7 F5 state: value.state",
                        "c10  case_id: value.key",
                        "d8 R7 statute_counts of 1591: refused.too-many",
                        "d9 R8 statute_counts of 1592: refused.no-counts",
                        "d10 R9 statute_counts of 1589: refused.counts",
                        "d11 R10 year_terminated: refused.before-charge",
                        "d14 R13 statute_sentence: value.list",
                        "d15 R14 statute_counts: value.length",
                        "d16 R15 arrest_date: value.day",
                        "d17 R16 gender: value.word",
                        "d18 R17 case_id: row.no-case",
                        "d19 R1 row_id: row.twice",
                        "d20  : row.values",
                        "d22 R20 statute_months_sentenced of 2421_to_2424: refused.not-convicted",
                        "d24 R22 charge_date: refused.ahead",
                        "d25 R23 case_id: row.no-case",
                        "d26 R24 n_charges: value.number",
                        "d26 R24 restitution: value.money",
                        "d27 R25 statute_sentence: value.statute-twice",
                        "d29  row_id: value.key");
    }

    // What is taken

    @Test
    void aDryRunSaysWhatWouldHappenAndWritesNothing() {
        var before = facts();
        var rehearsed = take(false);
        assertThat(facts()).isEqualTo(before);
        assertThat(take(true)).isEqualTo(rehearsed);
        assertThat(facts()).isGreaterThan(before);
        assertThat(rehearsed.cases()).isEqualTo(new Tally(9, 5, 0, 4));
        assertThat(rehearsed.defendants()).isEqualTo(new Tally(28, 15, 0, 13));
        assertThat(rehearsed.entries()).isEqualTo(new Tally(27, 12, 0, 15));
    }

    @Test
    void aSecondTimeChangesNothing() {
        take(true);
        var before = facts();
        var again = take(true);
        assertThat(facts()).isEqualTo(before);
        assertThat(again.cases()).isEqualTo(new Tally(9, 0, 5, 4));
        assertThat(again.defendants()).isEqualTo(new Tally(28, 0, 15, 13));
        assertThat(again.entries()).isEqualTo(new Tally(27, 0, 12, 15));
    }

    @Test
    void itCanBeBrokenOffAndResumed() throws IOException {
        var lines = new StringBuilder(Files.readString(folder.resolve(Source.CASES))
                .lines()
                .findFirst()
                .orElseThrow());
        for (var i = 0; i < 100; i++) lines.append("\nB").append(i).append(",ZZ,9,2010,0,1,0,0,1,0");
        Files.writeString(folder.resolve(Source.CASES), lines);
        var done = new AtomicInteger();
        assertThatThrownBy(() -> dockets.take(source(), terms(), account(lead), true, whole -> {
                    if (done.incrementAndGet() == 50) throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");
        var resumed = take(true).cases();
        assertThat(resumed.there()).isBetween(40, 99);
        assertThat(resumed.taken() + resumed.there()).isEqualTo(100);
        assertThat(take(true).cases()).isEqualTo(new Tally(100, 0, 100, 0));
    }

    @Test
    void eachColumnBecomesWhatTheDocumentationSays() {
        take(true);
        var first = history("R1");
        assertThat(first.accused()).hasValueSatisfying(accused -> {
            assertThat(accused.label()).isEqualTo("S1");
            assertThat(accused.sex()).isEqualTo(Defendant.Sex.FEMALE);
            assertThat(accused.ageAtArrest()).isEqualTo(30);
            assertThat(accused.role()).isEqualTo(Defendant.Role.UNKNOWN);
        });
        assertThat(lines(first))
                .containsExactlyInAnyOrder(
                        "Defendant 2010-02-01",
                        "Arrest 2010-03-02",
                        "Bail XXXX",
                        "Charge 2010-02-01",
                        "Judgment 2012",
                        "Verdict 2012",
                        "Sentence 2012",
                        "Sentence 2012",
                        "Termination 2012");
        assertThat(first.all(Charge.class)).extracting(Charge::statute).containsExactly("18 USC 1591");
        assertThat(stands("R1")).isEqualTo("convicted final");
        assertThat(history("R2").all(Charge.class))
                .extracting(charge -> charge.statute() + " " + charge.counts())
                .containsExactlyInAnyOrder("8 USC 1324 3", "18 USC 1961-1968 1");
        assertThat(history("R26").all(Charge.class)).extracting(Charge::statute).containsExactly("9999");
        assertThat(stands("R26")).isEqualTo("acquitted final");
    }

    @Test
    void aPunishmentIsAConvictionEvenWhereTheSourceNamesNoStatute() {
        take(true);
        assertThat(history("R3").all(Charge.class))
                .extracting(charge -> charge.statute() + " " + charge.counts() + " " + charge.happened())
                .containsExactly("unspecified 2 2010-02-01");
        assertThat(stands("R3")).isEqualTo("convicted final");
    }

    @Test
    void unknownIsNotOpen() {
        take(true);
        assertThat(stands("R4")).isEqualTo("unknown ");
        assertThat(stands("R5")).isEqualTo("open ");
        assertThat(stands("R6")).isEqualTo("unknown ");
        assertThat(history("R6").all(Termination.class)).singleElement().satisfies(termination -> {
            assertThat(termination.ended()).isEqualTo(Termination.Ended.UNKNOWN);
            assertThat(termination.happened())
                    .as("the last year the source knows")
                    .isEqualTo(PartialDate.ofYear(2012));
        });
    }

    @Test
    void whatContradictsItselfIsLeftOutAndTheRestOfTheRowIsTaken() {
        take(true);
        assertThat(history("R7").all(Charge.class))
                .extracting(charge -> charge.statute() + " " + charge.counts())
                .as("charged that day, with three charges, whatever they are")
                .containsExactly("unspecified 3");
        assertThat(history("R8").all(Charge.class)).extracting(Charge::statute).containsExactly("18 USC 1589");
        assertThat(stands("R7")).isEqualTo("convicted final");
    }

    @Test
    void whatMayBeAmissIsTakenAsItStandsAndNamed() {
        var doubts = take(true).doubts().stream()
                .map(one -> one.row() + " " + one.column() + " " + one.problem().key())
                .toList();
        assertThat(doubts)
                .containsExactlyInAnyOrder(
                        "R11 statute_months_sentenced docket.doubt.not-known",
                        "R11 total_months_sentenced docket.doubt.not-known",
                        "R12 statute_months_sentenced docket.doubt.months",
                        "R12 total_months_sentenced docket.doubt.months",
                        "R21 arrest_date docket.doubt.after-the-end");
        assertThat(history("R11").all(Sentence.class)).allMatch(sentence -> sentence.monthsPrison() == null);
        assertThat(history("R12").all(Sentence.class))
                .extracting(Sentence::monthsPrison)
                .containsOnly(12_000);
        assertThat(stands("R11")).isEqualTo("convicted final");
    }

    @Test
    void aRowThatWasMendedTakesThePlaceOfWhatStoodInForIt() throws IOException {
        take(true);
        replace("R7,F6,Male,30,,2010-03-02,2010-02-01,,,1591,1,", "R7,F6,Male,30,,2010-03-02,2010-02-01,,,1591,2,");
        for (var time = 0; time < 2; time++) {
            var mended = take(true);
            assertThat(mended.entries()).isEqualTo(new Tally(27, 1 - time, 12 + time, 14));
            assertThat(history("R7").all(Charge.class))
                    .extracting(charge -> charge.statute() + " " + charge.counts())
                    .containsExactly("18 USC 1591 2");
            assertThat(history("R7").accused().orElseThrow().label()).isEqualTo(people().get(ids.of("person", "R7")));
        }
    }

    @Test
    void aRowThatNowSaysSomethingElseIsListedAndNeverOverwritten() throws IOException {
        take(true);
        var before = facts();
        replace("R1,F1,Female,30,,2010-03-02,2010-02-01", "R1,F1,Female,31,,2010-03-02,2010-02-01");
        replace("'1961_to_1968']\",\"['3', '1']", "'1961_to_1968']\",\"['3', '2']");
        var changed = take(true);
        assertThat(changed.listed())
                .filteredOn(one -> one.problem().key().equals("docket.row.differs"))
                .extracting(one -> one.row() + " " + one.entry())
                .containsExactlyInAnyOrder("R1 ", "R2 1961_to_1968");
        assertThat(facts()).isEqualTo(before);
        assertThat(changed.defendants()).isEqualTo(new Tally(28, 0, 14, 14));
    }

    @Test
    void whatWasLeftOutComesBackAsAFileThatSaysWhy() throws IOException {
        var source = source();
        var report = take(true);
        var file = folder.resolve("left-out.csv");
        assertThat(Rejected.write(file, source, report, one -> one.problem().key()))
                .isEqualTo(17);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("\"['1', None]\"", "docket.refused.too-many");
        assertThatThrownBy(() -> Rejected.write(file, source, report, one -> ""))
                .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);

        Files.move(file, folder.resolve(Source.DEFENDANTS), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(take(true).defendants())
                .as("four rows are on record in part")
                .isEqualTo(new Tally(17, 0, 4, 13));
    }

    private List<NewForMe.Item> newsOf(Actor actor) {
        return staff.as(
                actor,
                () -> news.stream().flatMap(room -> room.of(actor).stream()).toList());
    }

    // Who sees it, and what it starts

    @Test
    void itStartsNoClockAndPutsNothingOnAnybodysToday() {
        var monitor = staff.hire(Role.MONITOR);
        var tasks = owner("SELECT count(*) FROM cases.task");
        var told = List.of(newsOf(lead), newsOf(monitor));
        take(true);
        assertThat(owner("SELECT count(*) FROM cases.task")).isEqualTo(tasks);
        assertThat(List.of(newsOf(lead), newsOf(monitor))).isEqualTo(told);
        assertThat(as(
                        lead,
                        () -> sql.sql("SELECT count(*) FROM cases.desk WHERE next_due IS NOT NULL")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void aStrangerSeesNothingOfItAndWhoLeadsTheAgencyDoes() {
        take(true);
        var stranger = staff.hire(Role.PROSECUTOR);
        assertThat(as(stranger, () -> cases.openAll(List.of(ids.of("case", "F1")), stranger)))
                .isEmpty();
        assertThat(as(
                        stranger,
                        () -> sql.sql("SELECT count(*) FROM docket.source_case")
                                .query(Long.class)
                                .single()))
                .isZero();
        var colleague = staff.hire(lead.agency(), Role.PROSECUTION_LEAD);
        assertThat(as(colleague, () -> cases.openAll(List.of(ids.of("case", "F1")), colleague)))
                .hasSize(1);
    }

    @Test
    void aCaseInOtherHandsIsListedAndNotOpened() {
        var prosecutor = staff.hire(lead.agency(), Role.PROSECUTOR);
        take(true);
        var report = take(source(), prosecutor, true);
        assertThat(report.listed())
                .filteredOn(one -> one.problem().key().equals("docket.row.elsewhere"))
                .hasSize(5 + 17);
        assertThat(as(prosecutor, () -> cases.openAll(List.of(ids.of("case", "F1")), prosecutor)))
                .isEmpty();
    }

    @Test
    void itsCasesStandBelowTheWorkOfTheDay() {
        var today = as(lead, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, lead));
        take(true);
        assertThat(as(
                        lead,
                        () -> sql.sql("SELECT scope FROM cases.desk WHERE agency = :agency ORDER BY scope DESC LIMIT 1")
                                .param("agency", lead.agency())
                                .query(UUID.class)
                                .single()))
                .isEqualTo(today.id());
    }

    @Test
    void theOverviewSaysWhereItComesFromAndWhomItCounts() {
        take(true);
        var file = as(lead, () -> cases.openAll(List.of(ids.of("case", "F1")), lead))
                .getFirst();
        var block = as(lead, () -> new DocketSummary(new SourceCaseRows(sql), prosecution).of(file));
        assertThat(block.rows())
                .extracting(row -> row.label() + " " + row.text() + " " + row.arguments())
                .containsExactly(
                        "docket.from A fictional docket []",
                        "docket.victims docket.count [3]",
                        "docket.minors docket.count [1]");
    }

    @Test
    void idsSayNothingAndAreNeverTheSameForTwoThings() {
        assertThat(ids.of("case", "F1")).isEqualTo(new SourceIds(code).of("case", "F1"));
        assertThat(ids.of("a", "b", "c")).isNotEqualTo(ids.of("a", "b c")).isNotEqualTo(ids.of("a", "bc"));
        assertThat(ids.of("case", "F1").version()).isEqualTo(8);
        assertThat(ids.of("case", "F1").variant()).isEqualTo(2);
    }

    private Source source() {
        return switch (Source.read(folder, Jurisdiction.US)) {
            case Source.Read read -> read.source();
            case Source.Unreadable no -> throw new AssertionError(no);
        };
    }

    private Terms terms() {
        return new Terms(code, "A fictional docket", "Written for tests", Jurisdiction.US, PartialDate.UNKNOWN);
    }

    private Report take(boolean apply) {
        return take(source(), lead, apply);
    }

    private Report take(Source source, Actor actor, boolean apply) {
        return switch (dockets.take(source, terms(), account(actor), apply, NOBODY)) {
            case Dockets.Taken taken -> taken.report();
            case Dockets.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static Account account(Actor actor) {
        return new Account(actor.account(), actor.number(), actor.agency(), actor.role(), false);
    }

    private void replace(String before, String after) throws IOException {
        var file = folder.resolve(Source.DEFENDANTS);
        var text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private History history(String row) {
        var id = ids.of("defendant", row, "");
        return as(lead, () -> {
            var files = cases.openAll(
                    List.of(ids.of("case", "F1"), ids.of("case", "F2"), ids.of("case", "F3"), ids.of("case", "F6")),
                    lead);
            return java.util.Objects.requireNonNull(prosecution.histories(files).get(id));
        });
    }

    private String stands(String row) {
        var outcome = Standing.of(history(row)).outcome();
        var board = as(
                lead,
                () -> sql.sql(
                                "SELECT outcome || ' ' || coalesce(finality, '') FROM prosecution.standing WHERE defendant = :d")
                        .param("d", ids.of("defendant", row, ""))
                        .query(String.class)
                        .single());
        assertThat(board).isEqualTo(outcome.code() + " " + outcome.firmness());
        return board;
    }

    private Map<UUID, String> people() {
        return as(
                lead,
                () -> persons.in(cases.openAll(List.of(ids.of("case", "F6")), lead)).stream()
                        .collect(java.util.stream.Collectors.toMap(one -> one.id(), one -> one.label())));
    }

    private static List<String> lines(History history) {
        return history.facts().stream()
                .map((CourtFact fact) -> fact.getClass().getSimpleName() + " " + fact.happened())
                .toList();
    }

    private long facts() {
        return owner(
                "SELECT (SELECT count(*) FROM ledger.leaf WHERE label <> 'clock') + (SELECT count(*) FROM ledger.pending)");
    }

    private long owner(String query) {
        return JdbcClient.create(owner).sql(query).query(Long.class).single();
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(staff.as(actor, work));
    }
}
