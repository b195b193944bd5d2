package org.romdoul.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Stage;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.persons.Age;
import org.romdoul.persons.Part;
import org.romdoul.persons.PersonInCase;
import org.romdoul.persons.Persons;
import org.romdoul.persons.Sex;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Judgment;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Verdict;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import(Staff.class)
class CourtPageTests {

    private static final Pattern CORRECT = Pattern.compile("href=\"([^\"]*/correct/[0-9a-f-]{36})\"");

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Persons persons;

    @Autowired
    Prosecution prosecution;

    Actor prosecutor;
    OpenCase file;
    Visitor visitor;
    String court = "";

    @BeforeEach
    void aCaseWithASuspect() {
        prosecutor = staff.hire(staff.agency("prosecution"), Role.PROSECUTOR);
        file = as(
                prosecutor, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, prosecutor));
        visitor = new Visitor(program, prosecutor);
        court = "/c/" + file.code() + "/court";
    }

    // Who may not

    @Test
    void strangersFindNoneOfThePages() {
        accuse(Part.SUSPECT);
        charge();
        var stranger = new Visitor(program, staff.hire(Role.PROSECUTOR));
        for (var page : List.of("", "/accused", "/S1/charge", "/S1/judgment"))
            assertThat(stranger.get(court + page).status()).as(page).isEqualTo(404);
        assertThat(stranger.get(correction()).status()).isEqualTo(404);
        for (var page : List.of("", "/accused", "/S1/charge"))
            assertThat(stranger.post(court + page, "statute", "KH-TSE-12").status())
                    .as(page)
                    .isEqualTo(404);
        assertThat(history().all(Charge.class)).hasSize(1);
    }

    @Test
    void whoReadsTheCaseAndDoesNotRecordCourtSeesWhatStandsAndNoForm() {
        accuse(Part.SUSPECT);
        charge();
        var officer = staff.hire(prosecutor.agency(), Role.INVESTIGATOR);
        as(prosecutor, () -> {
            cases.join(file, officer.account(), org.romdoul.cases.Membership.Part.MEMBER);
            return file;
        });
        var reader = new Visitor(program, officer);
        assertThat(reader.get(court).body()).contains("S1").doesNotContain("/S1/charge", "/correct/");
        for (var page : List.of("/accused", "/S1/charge"))
            assertThat(reader.get(court + page).status()).as(page).isEqualTo(404);
        assertThat(reader.get(correction()).status()).isEqualTo(404);
        assertThat(reader.post(court + "/S1/charge", "statute", "KH-TSE-12").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoStepNoAccusedOrNoFactIsNotFound() {
        accuse(Part.SUSPECT);
        for (var page : List.of("/S2/charge", "/S1/defendant", "/S1/verdict", "/S1/nothing", "/S1/correct/nothing"))
            assertThat(visitor.get(court + page).status()).as(page).isEqualTo(404);
        assertThat(visitor.get(court + "/S1/correct/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    // What is typed wrong

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingTypedIsLost() {
        accuse(Part.SUSPECT);
        var answer = visitor.post(
                court + "/S1/charge",
                "statute",
                "",
                "statuteOther",
                "Article ១២",
                "counts",
                "many",
                "happened.day",
                "31",
                "happened.month",
                "4",
                "happened.year",
                "2026");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("id=\"happened-error\"", "id=\"counts-error\"")
                .contains("value=\"Article ១២\"", "value=\"many\"", "value=\"31\"");
        assertThat(history().all(Charge.class)).isEmpty();

        var refused = visitor.post(
                court + "/S1/charge", "statuteOther", "Article ១២", "counts", "1", "happened.year", "2026");
        assertThat(refused.body())
                .contains("Write the article as a code")
                .contains("value=\"Article ១២\"")
                .contains("id=\"statute-error\"");
    }

    @Test
    void badInputIsRefusedAndNeverAnError() {
        accuse(Part.SUSPECT);
        var tricks = List.of("\u202Eevil", "a\u0000b", "x".repeat(1_000_000), "'; DROP TABLE", "-1", "9".repeat(40));
        for (var trick : tricks)
            for (var field : List.of("statuteOther", "counts", "happened.year", "fact", "override")) {
                var answer = visitor.post(
                        court + "/S1/charge",
                        merged(field, trick, "statuteOther", "KH TSE 12", "counts", "1", "happened.year", "2026"));
                assertThat(answer.status()).as(field + " " + trick.length()).isIn(200, 302);
            }
        assertThat(visitor.post(court + "/S1/detention", "kind", "DUNGEON", "gravity", "", "basis", "x")
                        .body())
                .contains("id=\"kind-error\"", "id=\"gravity-error\"", "id=\"happened-error\"");
        assertThat(visitor.post(court + "/S1/detention-end", "detention", "not-an-id", "way", "RELEASED")
                        .body())
                .contains("id=\"detention-error\"");
    }

    @Test
    void aTimeNeedsItsDayAndKhmerFiguresAreFigures() {
        accuse(Part.SUSPECT);
        var asked = visitor.get(court + "/S1/detention");
        assertThat(asked.body()).contains("KH-CPC-96");
        String[] held = {
            "fact", asked.fact(), "kind", "POLICE_CUSTODY", "gravity", "FELONY", "basis", "KH-CPC-96", "time", "១៤:៣០"
        };
        assertThat(visitor.post(court + "/S1/detention", merged("happened.year", "២០២៦", held))
                        .body())
                .contains("id=\"time-error\"");
        sent(visitor.post(
                court + "/S1/detention",
                merged("happened.day", "០២", merged("happened.month", "០៣", merged("happened.year", "២០២៦", held)))));
        // Half past two in Phnom Penh.
        assertThat(history().all(org.romdoul.prosecution.Detention.class))
                .extracting(one -> one.happened().edtf())
                .containsExactly("2026-03-02T07:30Z");
    }

    // What is recorded

    @Test
    void aFormSentTwiceIsRecordedOnce() {
        accuse(Part.SUSPECT);
        var fact = visitor.get(court + "/S1/charge").fact();
        for (var time = 0; time < 2; time++)
            sent(visitor.post(
                    court + "/S1/charge",
                    "fact",
                    fact,
                    "statute",
                    "KH-TSE-12",
                    "counts",
                    "2",
                    "happened.year",
                    "2020"));
        assertThat(history().all(Charge.class)).hasSize(1);
    }

    @Test
    void aPresumedVictimIsNotChargedBeforeSomebodySaysWhy() {
        accuse(Part.PRESUMED_VICTIM);
        var asked = visitor.get(court + "/V1/charge");
        assertThat(asked.body()).contains("This person is presumed a victim", "name=\"override\"");
        String[] charge = {"fact", asked.fact(), "statute", "KH-TSE-12", "counts", "1", "happened.year", "2026"};
        var refused = visitor.post(court + "/V1/charge", charge);
        assertThat(refused.body()).contains("id=\"override-error\"");
        assertThat(history().all(Charge.class)).isEmpty();

        sent(visitor.post(court + "/V1/charge", merged("override", "A fictional reason", charge)));
        var lead = staff.hire(prosecutor.agency(), Role.PROSECUTION_LEAD);
        assertThat(new Visitor(program, lead).get("/today").body())
                .contains("A presumed victim was charged in case " + file.code());
    }

    @Test
    void aSuspectIsNotAskedAfterAsAVictim() {
        accuse(Part.SUSPECT);
        assertThat(visitor.get(court + "/S1/charge").body()).doesNotContain("override", "presumed a victim");
    }

    @Test
    void aJudgmentItsVerdictsAndItsSentenceAreRecordedTogetherOrNotAtAll() {
        accuse(Part.SUSPECT);
        charge();
        charge("KH-TSE-15", "3");
        var form = visitor.get(court + "/S1/judgment");
        var one = field(form, "KH-TSE-12", "finding");
        var three = field(form, "KH-TSE-15", "guiltyAtTrial");
        String[] judged = {"fact", form.fact(), "level", "FIRST_INSTANCE", "happened.year", "2021", one, "guiltyAtTrial"
        };

        assertThat(visitor.post(
                                court + "/S1/judgment",
                                "fact",
                                form.fact(),
                                "level",
                                "SUPREME",
                                "happened.year",
                                "2021")
                        .body())
                .contains("Say what the court found on at least one charge");
        var refused = visitor.post(court + "/S1/judgment", merged(three, "4", judged));
        assertThat(refused.body())
                .contains("This is more counts than the charge has left", "id=\"" + three + "-error\"");
        var suspended = merged("sentence.monthsSuspended", "13", merged("sentence.monthsPrison", "12", judged));
        assertThat(visitor.post(court + "/S1/judgment", suspended).body())
                .contains("id=\"sentence.monthsSuspended-error\"");
        assertThat(history().all(Judgment.class)).isEmpty();

        var whole = merged("sentence.monthsPrison", "180", merged(three, "2", judged));
        for (var time = 0; time < 2; time++) sent(visitor.post(court + "/S1/judgment", whole));
        assertThat(history().all(Judgment.class)).hasSize(1);
        assertThat(history().all(Verdict.class)).extracting(Verdict::counts).containsExactlyInAnyOrder(1, 2);
        assertThat(history().all(Sentence.class))
                .extracting(Sentence::monthsPrison)
                .containsExactly(180);
        assertThat(visitor.get(court).body()).contains("15 years in prison").contains("guilty at trial (2 counts)");
    }

    @Test
    void thePageSaysWhatStandsAndTheFactsItFollowsFromInPlainWords() {
        accuse(Part.SUSPECT);
        charge();
        judge("guiltyAtTrial");
        record(
                "appeal",
                "against",
                only("appeal", "against"),
                "charge",
                "none",
                "party",
                "ACCUSED",
                "happened.year",
                "2022");
        assertThat(visitor.get(court).body()).contains("Convicted, under appeal");
        record(
                "appeal-outcome",
                "appeal",
                only("appeal-outcome", "appeal"),
                "level",
                "SUPREME",
                "result",
                "OVERTURNED",
                "happened.year",
                "2024");

        var page = visitor.get(court);
        assertThat(page.body()).contains("Conviction overturned, final");
        assertThat(page.text())
                .contains(
                        "2020 Charged under KH-TSE-12, one count",
                        "2021 Judgment: Court of first instance",
                        "2021 On the charge under KH-TSE-12: guilty at trial (one count)",
                        "2022 The accused appealed against the decision of 2021",
                        "2024 Supreme court: Overturned");
        for (var fact : history().facts())
            assertThat(page.text()).doesNotContain(fact.id().toString());
    }

    @Test
    void theCaseGoesOnWithWhatIsRecordedWhoeverRecordsIt() {
        accuse(Part.SUSPECT);
        isIn(Stage.INVESTIGATION, "Investigation");
        charge();
        isIn(Stage.PROSECUTION, "Prosecution");
        var clerk = staff.hire(staff.agency("court"), Role.CLERK);
        as(prosecutor, () -> {
            cases.join(file, clerk.account(), org.romdoul.cases.Membership.Part.MEMBER);
            return file;
        });
        visitor = new Visitor(program, clerk);
        judge("guiltyAtTrial");
        isIn(Stage.TRIAL, "Trial");
        record(
                "appeal",
                "against",
                only("appeal", "against"),
                "charge",
                "none",
                "party",
                "ACCUSED",
                "happened.year",
                "2022");
        isIn(Stage.APPEAL, "Appeal");
        record(
                "appeal-outcome",
                "appeal",
                only("appeal-outcome", "appeal"),
                "level",
                "SUPREME",
                "result",
                "UPHELD",
                "happened.year",
                "2024");
        isIn(Stage.FINAL, "Final judgment");
    }

    private void isIn(Stage stage, String words) {
        assertThat(visitor.get(court).body()).contains("<span>" + words + "</span>");
        for (var one : Stage.values())
            assertThat(visitor.get("/c?stage=" + one).body().contains("/c/" + file.code()))
                    .as("listed under %s", one)
                    .isEqualTo(one == stage);
    }

    /** Of two accused, a step says which of them it is about. */
    @Test
    void theTimelineSaysWhomEachLineIsAbout() {
        accuse(Part.SUSPECT);
        accuse(Part.SUSPECT);
        charge();

        assertThat(visitor.get("/c/" + file.code() + "/timeline").text())
                .contains("Charged · S1", "Accused named · S1", "Accused named · S2", "Person registered · S2")
                .doesNotContain("Charged · S2", "Case opened ·");
    }

    @Test
    void onlyWhatCanComeNextIsOffered() {
        accuse(Part.SUSPECT);
        assertThat(visitor.get(court).body())
                .contains("/S1/charge", "/S1/detention\"")
                .doesNotContain("/S1/plea", "/S1/judgment", "/S1/appeal", "/S1/detention-end", "/S1/hearing-outcome");
        charge();
        assertThat(visitor.get(court).body())
                .contains("/S1/plea", "/S1/judgment")
                .doesNotContain("/S1/appeal");
    }

    // What was recorded wrong

    @Test
    void aCorrectionShowsWhatItReplaces() {
        accuse(Part.SUSPECT);
        charge();
        var wrong = correction();
        var form = visitor.get(wrong);
        assertThat(form.body()).contains("Charged under KH-TSE-12, one count").contains("value=\"2020\"");
        sent(visitor.post(wrong, "fact", form.fact(), "statute", "KH-TSE-15", "counts", "2", "happened.year", "2019"));
        assertThat(visitor.get(court).body())
                .contains("Charged under KH-TSE-15, 2 counts")
                .contains("It was recorded wrong before as: 2020, Charged under KH-TSE-12, one count");
        assertThat(history().all(Charge.class)).hasSize(1);
    }

    @Test
    void twoHandsOnOneFactAreBothKeptAndAPersonDecides() {
        accuse(Part.SUSPECT);
        charge();
        var wrong = correction();
        var first = visitor.get(wrong).fact();
        var second = visitor.get(wrong).fact();
        correct(wrong, first, "KH-TSE-15");
        correct(wrong, second, "KH-TSE-17");
        correct(wrong, second, "KH-TSE-17");
        assertThat(visitor.get(court).body())
                .contains("Two people corrected this at the same time")
                .contains("Charged under KH-TSE-17");
        assertThat(history().all(Charge.class)).extracting(Charge::statute).containsExactly("KH-TSE-15");

        choose("taken");
        assertThat(history().all(Charge.class)).extracting(Charge::statute).containsExactly("KH-TSE-17");
        assertThat(visitor.get(court).body()).doesNotContain("Two people corrected");
    }

    @Test
    void whoKeepsTheFirstDropsTheSecond() {
        accuse(Part.SUSPECT);
        charge();
        var wrong = correction();
        var first = visitor.get(wrong).fact();
        var second = visitor.get(wrong).fact();
        correct(wrong, first, "KH-TSE-15");
        correct(wrong, second, "KH-TSE-17");
        choose("kept");
        assertThat(history().all(Charge.class)).extracting(Charge::statute).containsExactly("KH-TSE-15");
        assertThat(visitor.get(court).body()).doesNotContain("Two people corrected");
    }

    @Test
    void twoHandsThatSayTheSameDoNotDiffer() {
        accuse(Part.SUSPECT);
        charge();
        var wrong = correction();
        correct(wrong, visitor.get(wrong).fact(), "KH-TSE-15");
        correct(wrong, UUID.randomUUID().toString(), "KH-TSE-15");
        assertThat(visitor.get(court).body()).doesNotContain("Two people corrected");
    }

    private void choose(String which) {
        var page = visitor.get(court);
        var contest = Pattern.compile("name=\"" + which + "\" value=\"([0-9a-f-]{36})\"")
                .matcher(page.body());
        assertThat(contest.find()).isTrue();
        sent(visitor.post(court, "fact", page.fact(), which, contest.group(1)));
    }

    private void correct(String wrong, String fact, String statute) {
        sent(visitor.post(wrong, "fact", fact, "statute", statute, "counts", "1", "happened.year", "2020"));
    }

    private String correction() {
        var found = CORRECT.matcher(visitor.get(court).body());
        String last = null;
        while (found.find()) last = found.group(1);
        return Objects.requireNonNull(last);
    }

    private void accuse(Part part) {
        var person = register(part);
        var form = visitor.get(court + "/accused");
        sent(visitor.post(
                court + "/accused",
                "fact",
                form.fact(),
                "person",
                person.id().toString(),
                "role",
                "RECRUITER",
                "sex",
                "UNKNOWN",
                "happened.year",
                "2020"));
    }

    private void sent(Visitor.Answer answer) {
        assertThat(answer.to())
                .as(() -> answer.status() + " " + answer.problems())
                .isEqualTo(court);
    }

    private void charge() {
        charge("KH-TSE-12", "1");
    }

    private void charge(String statute, String counts) {
        record("charge", "statute", statute, "counts", counts, "happened.year", "2020");
    }

    private void judge(String finding) {
        var form = visitor.get(court + "/S1/judgment");
        record(
                "judgment",
                "level",
                "FIRST_INSTANCE",
                "happened.year",
                "2021",
                field(form, "KH-TSE-12", "finding"),
                finding,
                "sentence.monthsPrison",
                "180");
    }

    private void record(String step, String... answers) {
        var fact = visitor.get(court + "/S1/" + step).fact();
        sent(visitor.post(court + "/S1/" + step, merged("fact", fact, answers)));
    }

    /** @return the one answer that is offered */
    private String only(String step, String field) {
        var found = Pattern.compile("name=\"" + field + "\" type=\"radio\" value=\"([0-9a-f-]{36})\"")
                .matcher(visitor.get(court + "/S1/" + step).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String field(Visitor.Answer form, String statute, String ending) {
        var charge = history().all(Charge.class).stream()
                .filter(one -> one.statute().equals(statute))
                .findFirst()
                .orElseThrow();
        var name = "charge-" + charge.charge() + "." + ending;
        assertThat(form.body()).contains("name=\"" + name + "\"");
        return name;
    }

    private History history() {
        return as(prosecutor, () -> prosecution.of(file)).getFirst();
    }

    private PersonInCase register(Part part) {
        return as(
                prosecutor,
                () -> persons.register(file, UUID.randomUUID(), part, Sex.UNKNOWN, Age.UNKNOWN, PartialDate.UNKNOWN));
    }

    private static String[] merged(String name, String value, String... others) {
        var all = new java.util.LinkedHashMap<String, String>();
        for (var i = 0; i < others.length; i += 2) all.put(others[i], others[i + 1]);
        all.put(name, value);
        return all.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Objects.requireNonNull(staff.as(actor, work));
    }
}
