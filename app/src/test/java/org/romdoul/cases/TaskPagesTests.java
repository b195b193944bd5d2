package org.romdoul.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.law.Law;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import({Staff.class, Opened.class})
class TaskPagesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Tasks tasks;

    @Autowired
    Memberships memberships;

    @Autowired
    Law law;

    private Actor officer;
    private Actor colleague;
    private OpenCase file;
    private Visitor visitor;
    private String path;

    @BeforeEach
    void aCase() {
        officer = staff.hire(Role.INVESTIGATOR);
        colleague = staff.hire(officer.agency(), Role.INVESTIGATOR);
        file = opened.by(officer);
        visitor = new Visitor(program, officer);
        path = "/c/" + file.code() + "/tasks";
    }

    @Test
    void refusesWhatIsMissingImpossibleOrTooLongAndLosesNothingTyped() {
        assertThat(set("", "", "1", "2", "2027").body()).contains("Please answer this");
        assertThat(set("CALL", "", "30", "2", "2027").body()).contains("There is no such day");
        assertThat(set("CALL", "", "", "3", "2027").body()).contains("due on a day");
        assertThat(set("CALL", "", "1", "3", "2020").body()).contains("from today on");
        assertThat(set("CALL", "", "1", "3", "2080").body()).contains("at most ten years");
        assertThat(set("OTHER", "", "1", "3", year()).body()).contains("Write what is to be done");
        assertThat(set("CALL", "evil\u0007bell", "1", "3", year()).body()).contains("U+0007");
        assertThat(set("CALL", "left\u202Eright", "1", "3", year()).body()).contains("U+202E");
        var long_ = "a".repeat(1_000_000);
        var refused = set("VISIT", long_, "17", "3", year());
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body())
                .contains("At most 4,000 letters; this has 1,000,000")
                .contains(long_)
                .contains("value=\"17\"")
                .contains("value=\"VISIT\"");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void givesNothingToSomebodyWhoDoesNotWorkOnTheCase() {
        var answer = visitor.post(
                path + "/new",
                "fact",
                fresh(),
                "kind",
                "CALL",
                "whose",
                colleague.number(),
                "due.day",
                "1",
                "due.month",
                "3",
                "due.year",
                year());
        assertThat(answer.body()).contains("does not work on the case");

        Actors.as(officer, () -> memberships.join(file, UUID.randomUUID(), colleague.number(), Membership.Part.MEMBER));
        assertThat(visitor.post(
                                path + "/new",
                                "fact",
                                fresh(),
                                "kind",
                                "CALL",
                                "whose",
                                colleague.number(),
                                "due.day",
                                "1",
                                "due.month",
                                "3",
                                "due.year",
                                year())
                        .to())
                .isEqualTo(path);
        assertThat(waiting())
                .singleElement()
                .satisfies(duty -> assertThat(duty.account()).isEqualTo(colleague.account()));
    }

    @Test
    void readsKhmerFiguresAndSetsAFormSentTwiceOnce() {
        var fact = fresh();
        var khmerYear = new StringBuilder();
        year().chars().forEach(figure -> khmerYear.appendCodePoint(figure - '0' + 0x17E0));
        for (var i = 0; i < 2; i++)
            assertThat(visitor.post(
                                    path + "/new",
                                    "fact",
                                    fact,
                                    "kind",
                                    "VISIT",
                                    "whose",
                                    officer.number(),
                                    "due.day",
                                    "១៧",
                                    "due.month",
                                    "៣",
                                    "due.year",
                                    khmerYear.toString(),
                                    "note",
                                    "Fictional: ask V1 about school")
                            .to())
                    .isEqualTo(path);

        assertThat(waiting())
                .singleElement()
                .satisfies(
                        duty -> assertThat(duty.due().atZone(law.now().zone()).toLocalDate())
                                .isEqualTo(law.today().plusYears(1).withMonth(3).withDayOfMonth(17)));
        assertThat(visitor.get(page()).body()).contains("ask V1 about school");
        assertThat(visitor.get(path).body()).doesNotContain("ask V1 about school");
    }

    @Test
    void whoComesSecondIsToldAndChangesNothing() {
        set("CALL", "", "1", "3", year());
        var task = page();
        var hand = fresh();
        assertThat(visitor.post(task + "/hand-on", "fact", hand, "whose", "").to())
                .isEqualTo(path);
        assertThat(visitor.post(task + "/hand-on", "fact", hand, "whose", "").to())
                .as("sent twice")
                .isEqualTo(path);
        assertThat(visitor.post(task + "/hand-on", "fact", fresh(), "whose", officer.number())
                        .body())
                .as("another hand")
                .contains("in the meantime");
        assertThat(visitor.post(task + "/done", "fact", fresh()).body()).contains("in the meantime");
        assertThat(visitor.get(task).to()).as("the task goes on elsewhere").isEqualTo(page());
        assertThat(waiting())
                .singleElement()
                .satisfies(duty -> assertThat(duty.account()).isNull());
    }

    @Test
    void isDoneOnceAndTakenBackForAReason() {
        set("CALL", "", "1", "3", year());
        set("REPORT", "", "1", "4", year());
        var call = waiting().getFirst().page();
        var report = waiting().getLast().page();
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(visitor.post(call + "/done", "fact", fact).to()).isEqualTo(path);
        assertThat(visitor.post(call + "/withdraw", "fact", fresh(), "reason", "MISTAKE")
                        .body())
                .contains("in the meantime");
        assertThat(visitor.post(report + "/withdraw", "fact", fresh()).body()).contains("Please answer this");
        assertThat(visitor.post(report + "/withdraw", "fact", fresh(), "reason", "OVERTAKEN")
                        .to())
                .isEqualTo(path);
        assertThat(visitor.get(report).body()).contains("Something else has happened");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aLimitOfLawSaysWhereItIsWrittenAndEndsWhereItIsDone() {
        var clock = law.start("police-custody", Instant.now().minusSeconds(49 * 3600));
        Actors.as(
                officer,
                () -> tasks.set(
                        file,
                        Task.under(clock, "detention-ends", officer.agency()).at("court")));

        assertThat(visitor.get(path).body())
                .contains("Critically overdue")
                .contains("Police custody ends")
                .contains("Code of Criminal Procedure, art. 96")
                .contains("kh-2026-01");
        assertThat(visitor.get(page()).body()).doesNotContain("/done").contains("This ends where it is done");
        assertThat(visitor.post(page() + "/done", "fact", fresh()).body()).contains("This ends where it is done");
        assertThat(waiting()).hasSize(1);
    }

    private Visitor.Answer set(String kind, String note, String day, String month, String year) {
        return visitor.post(
                path + "/new",
                "fact",
                fresh(),
                "kind",
                kind,
                "whose",
                officer.number(),
                "note",
                note,
                "due.day",
                day,
                "due.month",
                month,
                "due.year",
                year);
    }

    private List<Duty> waiting() {
        return Actors.as(officer, () -> tasks.of(file));
    }

    private String page() {
        return waiting().getFirst().page();
    }

    private String year() {
        return String.valueOf(law.today().plusYears(1).getYear());
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
