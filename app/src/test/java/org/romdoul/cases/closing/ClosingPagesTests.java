package org.romdoul.cases.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.Membership;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Status;
import org.romdoul.cases.Task;
import org.romdoul.cases.Tasks;
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
class ClosingPagesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Tasks tasks;

    @Autowired
    Closings closings;

    @Autowired
    CaseFrames frames;

    @Autowired
    Memberships memberships;

    @Autowired
    Law law;

    private Actor officer;
    private OpenCase file;
    private Visitor proposer;
    private Visitor lead;
    private String path;

    @BeforeEach
    void aCase() {
        officer = staff.hire(Role.INVESTIGATOR);
        file = opened.by(officer);
        proposer = new Visitor(program, officer);
        lead = new Visitor(program, staff.hire(officer.agency(), Role.INVESTIGATION_LEAD));
        path = "/c/" + file.code() + "/closing";
    }

    @Test
    void aCaseIsNotClosedWithoutAReasonNorWhileAClockOfLawRuns() {
        assertThat(proposer.post(path, "fact", fresh(), "reason", "", "words", "w")
                        .body())
                .contains("Please answer this");
        assertThat(proposer.post(path, "fact", fresh(), "reason", "NO_CRIME", "words", " ")
                        .body())
                .contains("Please answer this");
        assertThat(proposer.post(path, "fact", fresh(), "reason", "NO_CRIME", "words", "a\u202Eb")
                        .body())
                .contains("U+202E");
        var clock = law.start("police-custody", Instant.now());
        Actors.as(officer, () -> tasks.set(file, Task.under(clock, "detention-ends", officer.agency())));
        assertThat(propose("Fictional: nothing was found").body())
                .contains("A limit of law runs in this case")
                .contains("Fictional: nothing was found");
        assertThat(status()).isEqualTo(Status.OPEN);
    }

    @Test
    void nobodyReadsHerOwnProposalAndOnlyALeadReadsOne() {
        propose("Fictional: nothing was found");
        var member = staff.hire(officer.agency(), Role.INVESTIGATOR);
        Actors.as(officer, () -> memberships.join(file, UUID.randomUUID(), member.number(), Membership.Part.MEMBER));

        assertThat(proposer.get(path).body()).contains("waits for the second reader");
        assertThat(answer(proposer, closing(), "").body()).contains("it takes two people");
        assertThat(answer(new Visitor(program, member), closing(), "").body()).contains("The head of a unit answers");
        assertThat(status()).isEqualTo(Status.CLOSING);
    }

    @Test
    void aLeadGivesItBackForAReasonAndTheProposerIsTold() {
        propose("Fictional: nothing was found");
        assertThat(lead.get("/today").body()).contains("somebody proposes to close it");
        assertThat(answer(lead, "", "").body()).contains("Please answer this");
        assertThat(answer(lead, "no", "").body()).contains("Please answer this");
        assertThat(answer(lead, "no", "Fictional: ask the neighbours").to()).isEqualTo(path);

        assertThat(status()).isEqualTo(Status.OPEN);
        assertThat(lead.get("/today").body()).doesNotContain("somebody proposes to close it");
        assertThat(proposer.get("/today").body()).contains("was given back").contains(path);
        assertThat(proposer.get(path).body()).contains("Fictional: ask the neighbours");
    }

    @Test
    void aClosedCaseHasNothingToDoAndIsOpenedAgainOnce() {
        Actors.as(
                officer,
                () -> tasks.set(file, Task.by(Instant.now().plus(Duration.ofDays(3)), "call", officer.agency())));
        propose("Fictional: joined to another");
        assertThat(answer(lead, closing(), "").to()).isEqualTo(path);
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(Actors.as(officer, () -> tasks.of(file))).isEmpty();
        assertThat(proposer.post(
                                "/c/" + file.code() + "/tasks/new",
                                "fact",
                                fresh(),
                                "kind",
                                "CALL",
                                "due.day",
                                "1",
                                "due.month",
                                "3",
                                "due.year",
                                "" + law.today().plusYears(1).getYear())
                        .body())
                .contains("Reopen it first");

        assertThat(proposer.post(path + "/reopening", "fact", fresh(), "reason", "", "words", "")
                        .body())
                .contains("Please answer this");
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(proposer.post(path + "/reopening", "fact", fact, "reason", "NEW_EVIDENCE", "words", "new")
                            .to())
                    .isEqualTo(path);
        assertThat(proposer.post(path + "/reopening", "fact", fresh(), "reason", "OTHER", "words", "late words")
                        .body())
                .contains("opened it again in the meantime", "late words");
        assertThat(status()).isEqualTo(Status.OPEN);
    }

    @Test
    void twoWhoProposeAtOnceAreBothKeptAndTheSecondReaderDecides() {
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(proposer.post(path, "fact", fact, "reason", "NO_CRIME", "words", "first hand")
                            .to())
                    .isEqualTo(path);
        assertThat(proposer.post(path, "fact", fresh(), "reason", "OTHER", "words", "again by her")
                        .body())
                .contains("you have proposed to close it already", "again by her");
        var second = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(lead.post(path, "fact", second, "reason", "NO_SUSPECT", "words", "second hand")
                            .to())
                    .isEqualTo(path);
        assertThat(lead.get(path).body()).contains("first hand", "second hand", "The second reader decides");
        assertThat(answer(lead, second, "").body()).contains("it takes two people");

        var other = new Visitor(program, staff.hire(officer.agency(), Role.INVESTIGATION_LEAD));
        assertThat(other.get("/today").body()).contains("somebody proposes to close it");
        assertThat(answer(other, fresh(), "").body()).contains("answered this proposal");
        assertThat(status()).isEqualTo(Status.CLOSING);
        assertThat(answer(other, second, "").to()).isEqualTo(path);
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(proposer.get(path).body()).contains("Whose reason holds", "first hand", "second hand");
        assertThat(proposer.get("/today").body()).contains("for the reason that somebody else gave");
        assertThat(lead.get("/today").body()).contains("closed, as you proposed");
    }

    @Test
    void ofTwoWhoProposeInTheSameMomentOneIsTheFirst() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var sent : both.invokeAll(List.<Callable<Visitor.Answer>>of(
                    () -> propose("Fictional: one"),
                    () -> lead.post(path, "fact", fresh(), "reason", "NO_CRIME", "words", "Fictional: other"))))
                assertThat(sent.get().to()).isEqualTo(path);
        }
        assertThat(Actors.as(officer, () -> closings.last(file)).orElseThrow().contested())
                .hasSize(1);
    }

    @Test
    void anAnswerSentTwiceCountsOnceAndASecondReaderLosesNoWord() {
        propose("Fictional: nothing was found");
        var other = new Visitor(program, staff.hire(officer.agency(), Role.INVESTIGATION_LEAD));
        var closing = closing();
        var answer = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(lead.post(path + "/answer", "fact", answer, "closing", closing, "accepted", closing)
                            .to())
                    .isEqualTo(path);
        assertThat(other.post(
                                path + "/answer",
                                "fact",
                                fresh(),
                                "closing",
                                closing,
                                "accepted",
                                "no",
                                "words",
                                "my doubts")
                        .body())
                .contains("Somebody has answered this proposal", "my doubts");
        assertThat(lead.post(path, "fact", fresh(), "reason", "OTHER", "words", "too late")
                        .body())
                .contains("This case is closed", "too late");
    }

    private Visitor.Answer propose(String words) {
        return proposer.post(path, "fact", fresh(), "reason", "NO_EVIDENCE", "words", words);
    }

    private Visitor.Answer answer(Visitor reader, String accepted, String words) {
        return reader.post(
                path + "/answer", "fact", fresh(), "closing", closing(), "accepted", accepted, "words", words);
    }

    private String closing() {
        return Actors.as(officer, () -> closings.last(file)).orElseThrow().id().toString();
    }

    private Status status() {
        return Actors.as(officer, () -> frames.of(file)).status();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
