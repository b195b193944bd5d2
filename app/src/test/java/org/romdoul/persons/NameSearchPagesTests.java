package org.romdoul.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import({Staff.class, Opened.class})
class NameSearchPagesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient sql;

    private Actor officer;
    private OpenCase file;
    private String name;

    @BeforeEach
    void somebodyOfAName() {
        officer = staff.hire(Role.INVESTIGATOR);
        file = opened.by(officer);
        name = "Lotus" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + " Example";
        somebody();
    }

    @Test
    void aNameIsFoundInNobodyElsesCases() {
        var stranger = staff.hire(Role.INVESTIGATION_LEAD);
        assertThat(find(stranger).body())
                .contains("nobody is recorded under this name")
                .doesNotContain(file.code().toString());
        assertThat(searches(stranger))
                .as("that she looked is kept at her own agency")
                .containsExactly(stranger.agency());
    }

    @Test
    void whomASearchFindsIsRecordedBesideHerCaseAndToldToWhoAnswersForIt() {
        var lead = staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        var found = find(lead);
        assertThat(found.body()).contains(file.code().toString(), "W1");
        assertThat(searches(lead)).containsExactly(file.id());

        var person = "/c/" + file.code() + "/p/W1";
        assertThat(new Visitor(program, officer).get(person).body())
                .contains("Found by a search for the name", lead.number());
        var member = staff.hire(Role.PROSECUTOR);
        var owner = new Visitor(program, officer);
        owner.post("/c/" + file.code() + "/team", "fact", fresh(), "number", member.number(), "part", "MEMBER");
        assertThat(new Visitor(program, member).get(person).body())
                .contains("W1")
                .doesNotContain("Found by a search");
    }

    @Test
    void aPageIsShownOfManyAndOfWhoIsNotShownNothingIsRead() {
        for (var i = 1; i < 25; i++) somebody();
        assertThat(find(officer).body()).doesNotContain("There are more");

        somebody();

        var found = find(officer).body();
        assertThat(found).contains("There are more");
        assertThat(found.split("/p/W")).hasSize(1 + 25);
        assertThat(searches(officer)).hasSize(25 + 25);
    }

    /** "Chan Dara" could be a code; were it taken for one, the name would stand in the address. */
    @Test
    void aNameThatCouldBeACodeIsSearchedForAndComesIntoNoAddress() {
        name = "Chan Dara";
        somebody();

        var answer = find(officer);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains(file.code().toString(), "W2");
        var stranger = find(staff.hire(Role.INVESTIGATOR));
        assertThat(stranger.to()).isNullOrEmpty();
    }

    @Test
    void aSearchForNothingIsNone() {
        assertThat(new Visitor(program, officer).post("/c/find", "words", " ").body())
                .contains("Please answer this");
        assertThat(new Visitor(program, officer)
                        .post("/c/find", "words", file.code().toString().toLowerCase(java.util.Locale.ROOT))
                        .to())
                .isEqualTo("/c/" + file.code());
        assertThat(searches(officer)).isEmpty();
    }

    private void somebody() {
        staff.as(officer, () -> {
            var person = persons.register(
                    file, UUID.randomUUID(), Part.WITNESS, Sex.UNKNOWN, Age.ADULT, PartialDate.UNKNOWN);
            return persons.record(
                    file, person, UUID.randomUUID(), new Identity<>(null, name, null, null, null, null), null);
        });
    }

    private Visitor.Answer find(Actor who) {
        return new Visitor(program, who).post("/c/find", "words", name);
    }

    private java.util.List<UUID> searches(Actor who) {
        return staff.as(
                who,
                () -> sql.sql("SELECT scope FROM vault.reading WHERE kind = 'search' AND actor = :actor")
                        .param("actor", who.account())
                        .query(UUID.class)
                        .list());
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
