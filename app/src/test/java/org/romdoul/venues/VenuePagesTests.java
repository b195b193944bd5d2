package org.romdoul.venues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
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
class VenuePagesTests {

    private static final String ADDRESS = "Fictional: Paper Lantern, 1 Sample Street";

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    private Actor officer;
    private Visitor police;
    private String venue;

    @BeforeEach
    void aVenue() {
        officer = staff.hire(Role.INVESTIGATOR);
        police = new Visitor(program, officer);
        venue = registered("KARAOKE", "12", ADDRESS);
    }

    @Test
    void theRegisterIsReadByThoseAtWorkWithCasesAndWrittenByThoseWhoOpenThem() {
        for (var role : new Role[] {Role.RESEARCHER, Role.ADMINISTRATOR}) {
            var nobody = new Visitor(program, staff.hire(role));
            assertThat(nobody.get("/v").status()).as(role.name()).isEqualTo(404);
            assertThat(nobody.get(venue).status()).as(role.name()).isEqualTo(404);
            assertThat(nobody.get("/today").body()).doesNotContain("href=\"/v\"");
        }
        var clerk = new Visitor(program, staff.hire(Role.CLERK));
        assertThat(clerk.get(venue).status()).isEqualTo(200);
        assertThat(clerk.get("/v/new").status()).isEqualTo(404);
        assertThat(clerk.post("/v/new", "fact", fresh(), "kind", "BAR").status())
                .isEqualTo(404);
        assertThat(clerk.post(venue + "/inspections", "fact", fresh(), "result", "NOTHING")
                        .status())
                .isEqualTo(404);
        assertThat(police.get("/v/V-00000").status()).isEqualTo(404);
        assertThat(police.get("/v/nothing").status()).isEqualTo(404);
    }

    @Test
    void aVenueNeedsAKindAndKeepsWhatWasTyped() {
        var nothing = police.post("/v/new", "fact", fresh(), "kind", "", "place", "99", "address", "a\u202Eb typed");
        assertThat(nothing.body()).contains("U+202E", "typed");
        assertThat(nothing.problems()).hasSize(3);
    }

    @Test
    void aFormSentTwiceRegistersOneVenue() {
        var fact = fresh();
        var first = police.post("/v/new", "fact", fact, "kind", "FARM", "place", "", "address", "");
        assertThat(police.post("/v/new", "fact", fact, "kind", "FARM", "place", "", "address", "")
                        .to())
                .isEqualTo(first.to());
        assertThat(police.get(first.to()).body()).contains("Nobody has written it down");
    }

    @Test
    void anAddressStandsInNoListAndIsOpenedForAReasonByTheAgencyThatKeepsIt() {
        assertThat(police.get("/v").body()).doesNotContain("Paper Lantern");
        assertThat(police.get(venue).body()).contains("••••••").doesNotContain("Paper Lantern");

        var stranger = new Visitor(program, staff.hire(Role.INVESTIGATION_LEAD));
        assertThat(stranger.get(venue).body()).contains("ask them").doesNotContain("Paper Lantern");
        assertThat(stranger.get(venue + "/address").status()).isEqualTo(404);
        assertThat(stranger.post(venue + "/address", "purpose", "SAFETY", "reason", "why")
                        .status())
                .isEqualTo(404);

        assertThat(police.post(venue + "/address", "purpose", "", "reason", " ").problems())
                .hasSize(2);
        assertThat(police.get(venue).body()).doesNotContain("Paper Lantern");
        assertThat(police.post(venue + "/address", "purpose", "INSPECTION", "reason", "tomorrow")
                        .to())
                .isEqualTo(venue);
        assertThat(police.get(venue).body()).contains(ADDRESS);

        var colleague = new Visitor(program, staff.hire(officer.agency(), Role.INVESTIGATOR));
        assertThat(colleague.get(venue).body())
                .contains("Who opened the address", officer.number(), "For an inspection")
                .doesNotContain("Paper Lantern");
        assertThat(stranger.get(venue).body()).doesNotContain("Who opened the address");
    }

    @Test
    void anInspectionNeedsADayAndAResult() {
        assertThat(police.post(venue + "/inspections", "fact", fresh(), "happened.year", "2999", "result", "")
                        .problems())
                .hasSize(2);
        var fact = fresh();
        for (var i = 0; i < 2; i++)
            assertThat(police.post(
                                    venue + "/inspections",
                                    "fact",
                                    fact,
                                    "happened.month",
                                    "3",
                                    "happened.year",
                                    "2026",
                                    "result",
                                    "REFUSED_ENTRY")
                            .to())
                    .isEqualTo(venue);
        assertThat(police.get(venue).body().split("Entry was refused – ")).hasSize(2);
        assertThat(police.get("/v?kind=KARAOKE&place=12&ours=yes").body()).contains("Entry was refused");
    }

    @Test
    void aVenueShowsTheCasesThatNameItToThoseWhoHoldThemAlone() {
        var mine = opened.by(officer);
        var other = staff.hire(Role.INVESTIGATOR);
        var hers = opened.by(other);
        var stranger = new Visitor(program, other);

        assertThat(name(police, mine, "nothing").body()).contains("five letters or figures");
        assertThat(name(police, mine, "").body()).contains("Please answer this");
        assertThat(name(police, mine, "V-00000").body()).contains("No venue has this code");
        assertThat(name(police, hers, code()).status()).isEqualTo(404);

        assertThat(name(police, mine, code().toLowerCase(java.util.Locale.ROOT)).status())
                .isEqualTo(302);
        assertThat(name(police, mine, code()).body()).contains("names it already");
        assertThat(name(stranger, hers, code()).status()).isEqualTo(302);

        assertThat(police.get(venue).body())
                .contains(mine.code().toString())
                .doesNotContain(hers.code().toString());
        assertThat(stranger.get(venue).body())
                .contains(hers.code().toString())
                .doesNotContain(mine.code().toString());
        assertThat(new Visitor(program, staff.hire(Role.MONITOR)).get(venue).body())
                .contains("None of the cases you may open names it");
        assertThat(police.get("/c/" + mine.code()).body()).contains(code());
    }

    @Test
    void aNamingIsTakenBackAndTheVenueNamedAgain() {
        var mine = opened.by(officer);
        var path = "/c/" + mine.code() + "/venues";
        name(police, mine, code());
        var naming = police.get(path).body().replaceFirst("(?s).*name=\"naming\" value=\"([0-9a-f-]{36}).*", "$1");
        for (var i = 0; i < 2; i++)
            assertThat(police.post(path + "/end", "fact", fresh(), "naming", naming)
                            .to())
                    .isEqualTo(path);
        assertThat(police.get(path).body()).contains("names no venue yet");
        assertThat(police.get(venue).body()).contains("None of the cases you may open names it");
        assertThat(name(police, mine, code()).to()).isEqualTo(path);
        assertThat(police.get("/c/" + mine.code() + "/timeline").body())
                .contains("Venue named", "Naming of a venue taken back");
    }

    @Test
    void theRegisterIsReadOnFromTheLastVenueSeen() {
        for (var i = 0; i < Register.PAGE; i++) registered("BOAT", "", "");
        var first = police.get("/v?ours=yes");
        assertThat(first.body()).doesNotContain(code());
        var next =
                first.body().replaceFirst("(?s).*<a class=\"govuk-link\" href=\"(/v\\?[^\"]*after=[^\"]*)\".*", "$1");
        assertThat(police.get(next.replace("&amp;", "&")).body()).contains(code());
        assertThat(police.get("/v?ours=yes&after=nothing").status()).isEqualTo(400);
    }

    private Visitor.Answer name(Visitor who, OpenCase file, String code) {
        return who.post("/c/" + file.code() + "/venues", "fact", fresh(), "code", code);
    }

    private String registered(String kind, String place, String address) {
        var fact = police.get("/v/new").fact();
        return police.post("/v/new", "fact", fact, "kind", kind, "place", place, "address", address)
                .to();
    }

    private String code() {
        return venue.substring("/v/".length());
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
