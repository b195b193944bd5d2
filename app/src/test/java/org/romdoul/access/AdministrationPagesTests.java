package org.romdoul.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import({Staff.class, Opened.class})
class AdministrationPagesTests {

    @Autowired
    WebApplicationContext program;

    @Autowired
    Accounts accounts;

    @Autowired
    Agencies agencies;

    @Autowired
    Staff staff;

    private Agency police;
    private Actor keeper;
    private Visitor keeping;
    private String number = "";

    @BeforeEach
    void somebodyIsHired() {
        police = agencies.add("KEPT-UNIT", "police", "A unit (fictional)", PartialDate.UNKNOWN, Actor.SYSTEM);
        var office =
                agencies.add("KEEPING", Agency.OPERATIONS, "An office (fictional)", PartialDate.UNKNOWN, Actor.SYSTEM);
        keeper = staff.hire(office.id(), Role.ADMINISTRATOR);
        keeping = new Visitor(program, keeper);
        number = accounts.freeNumber();
        assertThat(accounts.add(police, number, Role.INVESTIGATOR, "Lotus Example", "en", Actor.SYSTEM))
                .isInstanceOf(Accounts.Added.class);
    }

    private long changes() {
        return accounts.lastChanges(10_000).stream()
                .filter(one -> one.number().equals(number))
                .count();
    }

    private static String fact() {
        return UUID.randomUUID().toString();
    }

    private String[] account(String fact, String agency, String role, String typed) {
        return new String[] {
            "fact", fact, "agency", agency, "role", role, "name", "Reed Example", "number", typed, "language", "km"
        };
    }

    @Test
    void forEverybodyElseThesePagesAreNotThere() {
        for (var role : Arrays.stream(Role.values())
                .filter(role -> role != Role.ADMINISTRATOR)
                .toList()) {
            var other = new Visitor(program, staff.hire(police.id(), role));
            for (var page : new String[] {"/accounts", "/accounts/new", "/accounts/" + number, "/agencies/new"})
                assertThat(other.get(page).status()).as(role + page).isEqualTo(404);
            for (var form : new String[] {"/reset", "/lock", "/unlock"})
                assertThat(other.post("/accounts/" + number + form, "fact", fact())
                                .status())
                        .isEqualTo(404);
            assertThat(other.post("/accounts/new", account(fact(), police.code(), "CLERK", ""))
                            .status())
                    .isEqualTo(404);
            assertThat(other.post("/agencies/new", "code", "MINE", "kind", "police", "name", "Mine")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(changes()).isOne();
        assertThat(agencies.byCode("MINE")).isEmpty();
    }

    @Test
    void anAgencysAdministratorKeepsHerOwnAgencysPeopleAndNoOthers() {
        var elsewhere = staff.hire(Role.ADMINISTRATOR);
        var other = new Visitor(program, elsewhere);
        assertThat(other.get("/accounts").text()).doesNotContain(number);
        assertThat(other.get("/accounts/" + number).status()).isEqualTo(404);
        assertThat(other.post("/accounts/" + number + "/lock").status()).isEqualTo(404);
        assertThat(other.get("/agencies/new").status()).isEqualTo(404);
        assertThat(other.post("/accounts/new", account(fact(), police.code(), "CLERK", ""))
                        .problems())
                .containsExactly("Choose an agency.");
        var own = new Visitor(program, staff.hire(police.id(), Role.ADMINISTRATOR));
        assertThat(own.get("/accounts/" + number).status()).isEqualTo(200);
    }

    @Test
    void nobodyKeepsHerOwnAccount() {
        assertThat(keeping.get("/accounts/" + keeper.number()).status()).isEqualTo(404);
        assertThat(keeping.post("/accounts/" + keeper.number() + "/reset", "fact", fact())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasTypedIsShownAgainBesideWhatIsWrong() {
        var refused = keeping.post("/accounts/new", account(fact(), police.code(), "CHIEF", "77"));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused.body()).contains("Reed Example", "value=\"77\"");
        assertThat(keeping.post("/accounts/new", account(fact(), police.code(), "CLERK", number))
                        .problems())
                .containsExactly("Somebody has this staff number already.");
        var agency = keeping.post("/agencies/new", "code", "a b", "kind", "police", "name", "Reed Office");
        assertThat(agency.problems()).singleElement().asString().startsWith("2 to 16 capital letters");
        assertThat(agency.body()).contains("Reed Office");
    }

    @Test
    void anAccountIsAddedOnceAndItsPasswordIsShownOnce() {
        var form = account(fact(), police.code(), "CLERK", "");
        var added = keeping.post("/accounts/new", form);
        assertThat(added.text()).contains("It is shown only now").containsPattern("(\\w{4}-){3}\\w{4}");
        assertThat(added.text()).doesNotContain("Reed Example");
        assertThat(keeping.post("/accounts/new", form).problems())
                .singleElement()
                .asString()
                .startsWith("This account has been added already");
        assertThat(keeping.get("/accounts").text()).doesNotContain("Reed Example", "Lotus Example");
    }

    @Test
    void aResetSentTwiceIsOneAndItsPasswordIsShownOnce() {
        var fact = fact();
        assertThat(keeping.post("/accounts/" + number + "/reset", "fact", fact).text())
                .containsPattern("(\\w{4}-){3}\\w{4}");
        var again = keeping.post("/accounts/" + number + "/reset", "fact", fact);
        assertThat(again.to()).isEqualTo("/accounts/" + number);
        assertThat(changes()).isEqualTo(2);
    }

    @Test
    void lockedAndLetInAgainOnceEach() {
        for (var i = 0; i < 2; i++) keeping.post("/accounts/" + number + "/lock");
        assertThat(keeping.get("/accounts/" + number).text()).contains("Locked", "Unlock");
        assertThat(accounts.byNumber(number))
                .hasValueSatisfying(one -> assertThat(one.suspended()).isTrue());
        for (var i = 0; i < 2; i++) keeping.post("/accounts/" + number + "/unlock");
        assertThat(changes()).isEqualTo(3);
    }
}
