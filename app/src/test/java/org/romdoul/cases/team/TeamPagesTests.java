package org.romdoul.cases.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import({Staff.class, Opened.class})
class TeamPagesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Accounts accounts;

    @Autowired
    NeedToKnow needToKnow;

    @Autowired
    Memberships memberships;

    private Actor officer;
    private Actor colleague;
    private OpenCase file;
    private Visitor owner;
    private String team;

    @BeforeEach
    void aCase() {
        officer = staff.hire(Role.INVESTIGATOR);
        colleague = staff.hire(officer.agency(), Role.INVESTIGATOR);
        file = opened.by(officer);
        owner = new Visitor(program, officer);
        team = "/c/" + file.code() + "/team";
    }

    @Test
    void refusesWhoeverIsNotThereOrMayNot() {
        var monitor = staff.hire(staff.agency("oversight"), Role.MONITOR);
        var gone = staff.hire(officer.agency(), Role.INVESTIGATOR);
        staff.as(gone, () -> accounts.suspend(gone.number(), officer.account()));
        var excluded = staff.hire(officer.agency(), Role.INVESTIGATOR);
        staff.as(excluded, () -> {
            needToKnow.exclude(file.id(), excluded.account(), UUID.randomUUID());
            return excluded;
        });

        assertThat(typed("U-99999").body()).contains("Nobody whose work is cases has this number");
        assertThat(typed(monitor.number()).body()).contains("Nobody whose work is cases has this number");
        assertThat(typed(gone.number()).body()).contains("not at work any more");
        assertThat(typed(excluded.number()).body()).contains("may not work on this case");
        assertThat(typed("").body()).contains("Please answer this");
        assertThat(typed("U\u202E-102").body()).contains("U+202E");
        assertThat(seats()).containsExactly(officer.number());
    }

    @Test
    void whoDoesNotAnswerForTheCaseLetsNobodyIn() {
        typed(colleague.number());
        var member = new Visitor(program, colleague);
        var third = staff.hire(officer.agency(), Role.INVESTIGATOR);

        assertThat(member.get(team).body()).doesNotContain("name=\"number\"");
        var answer = member.post(team, "fact", fresh(), "number", third.number(), "part", "MEMBER");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("decides who works on it");
        assertThat(seats()).doesNotContain(third.number());
    }

    @Test
    void theOwnerHandsOverBeforeSheLeaves() {
        var mine = seat(officer);
        assertThat(owner.post(team + "/end", "fact", fresh(), "membership", mine)
                        .body())
                .contains("must hand it over before she leaves");

        assertThat(owner.post(team, "fact", fresh(), "number", colleague.number(), "part", "OWNER")
                        .to())
                .isEqualTo(team);
        var left = owner.post(team + "/end", "fact", fresh(), "membership", seat(officer));
        assertThat(left.to()).isEqualTo("/c");
        assertThat(owner.get(team).status()).isEqualTo(404);
        assertThat(Actors.as(colleague, () -> memberships.of(opened.to(colleague, file.code()))))
                .extracting(seat -> seat.person().number())
                .containsExactly(colleague.number());
    }

    @Test
    void aFormSentTwiceLetsHerInOnceAndOneOfYesterdayChangesNothingToday() {
        var fact = fresh();
        owner.post(team, "fact", fact, "number", colleague.number(), "part", "OWNER");
        var now = new Visitor(program, colleague);
        now.post(team, "fact", fresh(), "number", officer.number(), "part", "OWNER");

        assertThat(owner.post(team, "fact", fact, "number", colleague.number(), "part", "OWNER")
                        .to())
                .isEqualTo(team);
        assertThat(seats()).containsExactly(officer.number(), colleague.number());
    }

    @Test
    void aNumberIsReadAsPeopleWriteIt() {
        var figures = colleague.number().substring(2);
        var khmer = new StringBuilder();
        figures.chars().forEach(figure -> khmer.appendCodePoint(figure - '0' + 0x17E0));

        assertThat(typed(" u " + khmer).to()).isEqualTo(team);
        assertThat(seats()).containsExactly(officer.number(), colleague.number());
    }

    private Visitor.Answer typed(String number) {
        return owner.post(team, "fact", fresh(), "number", number, "part", "MEMBER");
    }

    private List<String> seats() {
        return Actors.as(officer, () -> memberships.of(file)).stream()
                .map(seat -> seat.person().number())
                .toList();
    }

    private String seat(Actor actor) {
        return Actors.as(officer, () -> memberships.of(file)).stream()
                .filter(seat -> seat.person().id().equals(actor.account()))
                .findFirst()
                .orElseThrow()
                .membership()
                .toString();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
