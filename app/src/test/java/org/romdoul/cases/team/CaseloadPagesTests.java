package org.romdoul.cases.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.Membership;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.Task;
import org.romdoul.cases.Tasks;
import org.romdoul.database.RomdoulTest;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import({Staff.class, Opened.class})
class CaseloadPagesTests {

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
    NeedToKnow needToKnow;

    private Actor leaver;
    private Actor heir;
    private Actor lead;
    private Visitor visitor;
    private String page;

    @BeforeEach
    void aUnit() {
        leaver = staff.hire(Role.INVESTIGATOR);
        heir = staff.hire(leaver.agency(), Role.INVESTIGATOR);
        lead = staff.hire(leaver.agency(), Role.INVESTIGATION_LEAD);
        visitor = new Visitor(program, lead);
        page = "/team/" + leaver.number();
    }

    @Test
    void isForTheLeadOfHerOwnPeopleAlone() {
        var otherLead = staff.hire(Role.INVESTIGATION_LEAD);
        for (var stranger : new Actor[] {heir, otherLead, staff.hire(Role.ADMINISTRATOR)}) {
            var answer = new Visitor(program, stranger).get(page);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(new Visitor(program, stranger)
                            .post(page, "to", heir.number())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/team").body()).contains(leaver.number()).doesNotContain(otherLead.number());
    }

    @Test
    void workGoesToAColleagueWhoIsThere() {
        var file = opened.by(leaver);
        assertThat(visitor.post(page, "to", "").body()).contains("Please answer this");
        assertThat(visitor.post(page, "to", leaver.number()).body()).contains("Choose somebody else");
        assertThat(visitor.post(page, "to", staff.hire(Role.INVESTIGATOR).number())
                        .body())
                .contains("Choose somebody of your agency");
        assertThat(opened.mayRead(leaver, file.code())).isTrue();
    }

    @Test
    void everyCaseAndTaskMovesAndTheLeaverReadsThemNoMore() {
        var hers = opened.by(leaver);
        var joined = opened.by(heir);
        Actors.as(heir, () -> memberships.join(joined, UUID.randomUUID(), leaver.number(), Membership.Part.MEMBER));
        var due = Instant.now().plus(Duration.ofDays(2));
        var task = Task.by(due, "call", leaver.agency()).of(leaver.account());
        Actors.as(leaver, () -> tasks.set(hers, task));
        Actors.as(leaver, () -> tasks.set(opened.to(leaver, joined.code()), task));

        assertThat(visitor.get(page).body())
                .contains(hers.code().toString(), joined.code().toString());
        assertThat(visitor.post(page, "to", heir.number()).to()).isEqualTo(page);
        assertThat(visitor.get(page).body()).contains("has no case and no task");
        assertThat(opened.mayRead(leaver, hers.code())).isFalse();
        assertThat(opened.mayRead(leaver, joined.code())).isFalse();
        assertThat(Actors.as(heir, () -> tasks.of(heir, Tasks.Whose.MINE, 10))).hasSize(2);
        assertThat(visitor.post(page, "to", heir.number()).to())
                .as("sent twice")
                .isEqualTo(page);
    }

    @Test
    void aCaseFromWhichTheOtherIsExcludedStaysAndIsNamed() {
        var free = opened.by(leaver);
        var conflict = opened.by(leaver);
        staff.as(lead, () -> {
            needToKnow.exclude(conflict.id(), heir.account(), UUID.randomUUID());
            return lead;
        });

        var answer = visitor.post(page, "to", heir.number());

        assertThat(answer.body())
                .contains("stay where they are", conflict.code().toString())
                .doesNotContain(free.code().toString());
        assertThat(opened.mayRead(heir, conflict.code())).isFalse();
        assertThat(opened.mayRead(heir, free.code())).isTrue();
    }
}
