package org.romdoul.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
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
class CaseListPagesTests {

    private static final Pattern CODE = Pattern.compile("href=\"/c/([0-9A-Z]{4}-[0-9A-Z]{4})\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/c\\?[^\"]*)\" rel=\"next\"");

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Allegations allegations;

    @Autowired
    Cases cases;

    @Autowired
    Tasks tasks;

    private Actor officer;
    private Actor head;
    private Visitor hers;
    private Visitor lead;

    @BeforeEach
    void anAgency() {
        officer = staff.hire(Role.INVESTIGATOR);
        head = staff.hire(officer.agency(), Role.INVESTIGATION_LEAD);
        hers = new Visitor(program, officer);
        lead = new Visitor(program, head);
    }

    @Test
    void anAddressThatWasBentAsksForNothing() {
        opened.by(officer);
        assertThat(hers.get("/c?after=nothing").status()).isEqualTo(400);
        assertThat(hers.get("/c?sort=DUE&due=now&after=" + UUID.randomUUID()).status())
                .isEqualTo(400);
        assertThat(codes(hers.get("/c?stage=X&status=X&place=99&urgency=X&sort=X&owner=X")))
                .hasSize(1);
    }

    @Test
    void filtersShowWhatTheySayAndNothingOfOthers() {
        var here = opened.by(officer);
        var there = in("17", head);
        opened.by(staff.hire(Role.INVESTIGATOR));
        Actors.as(head, () -> {
            cases.reach(there, Stage.TRIAL);
            return there;
        });

        // The order is that of the ids, and these were made up by the test.
        assertThat(codes(lead.get("/c"))).containsExactlyInAnyOrder(code(there), code(here));
        assertThat(codes(lead.get("/c?owner=me"))).containsExactly(code(there));
        assertThat(codes(lead.get("/c?owner=team"))).containsExactlyInAnyOrder(code(there), code(here));
        assertThat(codes(lead.get("/c?stage=TRIAL"))).containsExactly(code(there));
        assertThat(codes(lead.get("/c?place=12"))).containsExactly(code(here));
        assertThat(codes(lead.get("/c?place=12&stage=TRIAL"))).isEmpty();
        assertThat(codes(lead.get("/c?status=CLOSED"))).isEmpty();
        assertThat(codes(hers.get("/c?place=12"))).containsExactly(code(here));
        assertThat(codes(hers.get("/c?place=17"))).isEmpty();
    }

    @Test
    void whatPressesIsFoundAsItsBadgeSays() {
        var critical = due(Duration.ofDays(-8));
        var overdue = due(Duration.ofDays(-2));
        var soon = due(Duration.ofDays(2));
        var later = due(Duration.ofDays(20));
        var idle = opened.by(officer);

        for (var who : List.of(hers, lead)) {
            assertThat(codes(who.get("/c?urgency=CRITICAL"))).containsExactly(code(critical));
            assertThat(codes(who.get("/c?urgency=OVERDUE"))).containsExactly(code(overdue));
            assertThat(codes(who.get("/c?urgency=SOON"))).containsExactly(code(soon));
            assertThat(codes(who.get("/c?urgency=LATER"))).containsExactly(code(later));
            assertThat(codes(who.get("/c?urgency=CRITICAL&urgency=OVERDUE&sort=DUE")))
                    .containsExactly(code(critical), code(overdue));
            assertThat(codes(who.get("/c?sort=DUE")))
                    .containsExactly(code(critical), code(overdue), code(soon), code(later), code(idle));
        }
    }

    @Test
    void aListIsReadOnWithoutGapOrRepetitionInEitherOrder() {
        var all = new ArrayList<String>();
        for (var i = 0; i < CaseList.PAGE + 3; i++)
            all.add(code(i % 2 == 0 ? opened.by(officer) : due(Duration.ofHours(100 + i / 4))));
        for (var address : List.of("/c?place=12", "/c?place=12&sort=DUE", "/c?place=12&sort=DUE&owner=me"))
            for (var who : List.of(hers, lead)) {
                if (who == lead && address.endsWith("me")) continue;
                var first = who.get(address);
                var next = NEXT.matcher(first.body());
                assertThat(next.find()).as(address).isTrue();
                var second = who.get(next.group(1).replace("&amp;", "&"));
                assertThat(NEXT.matcher(second.body()).find()).isFalse();
                var read = new ArrayList<>(codes(first));
                read.addAll(codes(second));
                assertThat(read).as(address).containsExactlyInAnyOrderElementsOf(all);
            }
    }

    private OpenCase due(Duration from) {
        var file = opened.by(officer);
        Actors.as(officer, () -> tasks.set(file, Task.by(Instant.now().plus(from), "call", officer.agency())));
        return file;
    }

    private OpenCase in(String place, Actor opener) {
        var alleged = new Allegation(
                Allegation.Child.YES,
                Set.of(Allegation.Act.TRANSFER),
                Set.of(),
                Set.of(Allegation.Purpose.LABOUR),
                place,
                "Fictional");
        return Actors.as(opener, () -> allegations.open(UUID.randomUUID(), PartialDate.ofYear(2026), alleged, opener));
    }

    private static String code(OpenCase file) {
        return file.code().toString();
    }

    private static List<String> codes(Visitor.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return CODE.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }
}
