package org.romdoul.cases.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Agencies;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.Membership;
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
class TransferPagesTests {

    private static final String WORDS = "Fictional: it happened in Reed Province";

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Agencies agencies;

    @Autowired
    Memberships memberships;

    @Autowired
    NeedToKnow needToKnow;

    private Actor officer;
    private Actor otherLead;
    private OpenCase file;
    private Visitor owner;
    private Visitor asked;
    private String path;
    private String offer;

    @BeforeEach
    void aCase() {
        officer = staff.hire(Role.INVESTIGATOR);
        otherLead = staff.hire(Role.INVESTIGATION_LEAD);
        file = opened.by(officer);
        owner = new Visitor(program, officer);
        asked = new Visitor(program, otherLead);
        path = "/c/" + file.code() + "/transfer";
        offer = "/transfers/" + file.code();
    }

    @Test
    void refusesAnOfferThatNobodyCouldTakeOrMayMake() {
        assertThat(owner.post(path, "fact", fresh(), "agency", "NOWHERE", "reason", "PLACE", "words", WORDS)
                        .body())
                .contains("Please answer this", WORDS);
        var empty = agencies.byId(staff.agency("police")).orElseThrow().code();
        assertThat(offer(owner, empty).body()).contains("Nobody there can answer");
        assertThat(owner.get(path).body()).doesNotContain("value=\"" + empty + "\"");
        staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        assertThat(offer(owner, code(officer)).body()).contains("holds the case already");
        var member = staff.hire(officer.agency(), Role.INVESTIGATOR);
        Actors.as(officer, () -> memberships.join(file, UUID.randomUUID(), member.number(), Membership.Part.MEMBER));
        assertThat(offer(new Visitor(program, member), code(otherLead)).body()).contains("or leads its agency");
        assertThat(asked.get("/transfers").body()).doesNotContain(file.code().toString());
    }

    @Test
    void theLeadDecidesBeforeSheReads() {
        assertThat(asked.get(offer).status()).isEqualTo(404);
        offer(owner, code(otherLead));

        assertThat(asked.get("/today").body()).contains("is offered to your agency", offer);
        var page = asked.get(offer);
        assertThat(page.body())
                .contains(officer.number(), "It happened elsewhere")
                .doesNotContain(WORDS);
        assertThat(asked.get("/c/" + file.code()).status()).isEqualTo(404);
        assertThat(owner.get(path).body()).contains(WORDS);
        for (var stranger : new Actor[] {
            officer, staff.hire(Role.INVESTIGATION_LEAD), staff.hire(otherLead.agency(), Role.INVESTIGATOR)
        }) assertThat(new Visitor(program, stranger).get(offer).status()).isEqualTo(404);
    }

    @Test
    void anExcludedLeadIsNotAsked() {
        staff.as(otherLead, () -> {
            needToKnow.exclude(file.id(), otherLead.account(), UUID.randomUUID());
            return otherLead;
        });
        offer(owner, code(otherLead));

        assertThat(asked.get("/transfers").body()).doesNotContain(file.code().toString());
        assertThat(asked.get(offer).status()).isEqualTo(404);
    }

    @Test
    void aRefusalNeedsAReasonAndComesBackToWhoAsked() {
        offer(owner, code(otherLead));
        assertThat(asked.post(offer, "fact", fresh(), "takes", "").body()).contains("Please answer this");
        assertThat(asked.post(offer, "fact", fresh(), "takes", "no", "reason", "")
                        .body())
                .contains("Please answer this");
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(asked.post(offer, "fact", fact, "takes", "no", "reason", "CAPACITY")
                            .to())
                    .isEqualTo("/transfers");

        assertThat(owner.get("/today").body()).contains("does not take it over", path);
        assertThat(owner.get(path).body()).contains("Not taken over", "Too much work");
    }

    @Test
    void whoeverTakesItAnswersForItAndTheOthersReadItNoMore() {
        offer(owner, code(otherLead));
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(asked.post(offer, "fact", fact, "takes", "yes").to()).isEqualTo("/c/" + file.code());

        assertThat(asked.get(path).body()).contains(WORDS);
        assertThat(owner.get("/c/" + file.code()).status()).isEqualTo(404);
        assertThat(owner.get("/today").body()).contains("has taken it over").doesNotContain(path);
        var second = new Visitor(program, staff.hire(otherLead.agency(), Role.INVESTIGATION_LEAD));
        assertThat(second.post(offer, "fact", fresh(), "takes", "no", "reason", "CAPACITY")
                        .body())
                .contains("answered or taken back in the meantime");
    }

    @Test
    void anOfferIsTakenBackOnceAndOneAtATime() {
        offer(owner, code(otherLead));
        assertThat(owner.post(path, "fact", fresh(), "agency", code(otherLead), "reason", "OTHER", "words", "again")
                        .body())
                .contains("offered already", "again");
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(owner.post(path + "/withdrawal", "fact", fact).to()).isEqualTo(path);
        assertThat(owner.post(path + "/withdrawal", "fact", fresh()).body()).contains("in the meantime");
        assertThat(asked.post(offer, "fact", fresh(), "takes", "yes").body()).contains("in the meantime");
        assertThat(opened.mayRead(otherLead, file.code())).isFalse();
    }

    private Visitor.Answer offer(Visitor visitor, String agency) {
        return visitor.post(path, "fact", fresh(), "agency", agency, "reason", "PLACE", "words", WORDS);
    }

    private String code(Actor actor) {
        return agencies.byId(actor.agency()).orElseThrow().code();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
