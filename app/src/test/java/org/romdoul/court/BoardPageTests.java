package org.romdoul.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.persons.Age;
import org.romdoul.persons.Part;
import org.romdoul.persons.Persons;
import org.romdoul.persons.Sex;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import(Staff.class)
class BoardPageTests {

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
    Visitor visitor;

    @BeforeEach
    void aProsecutor() {
        prosecutor = staff.hire(staff.agency("prosecution"), Role.PROSECUTOR);
        visitor = new Visitor(program, prosecutor);
    }

    @Test
    void strangersSeeNobodyAndNoCourt() {
        held(Duration.ofHours(50));
        var stranger = new Visitor(program, staff.hire(Role.PROSECUTION_LEAD));
        assertThat(stranger.get("/board").text()).contains("Nobody is accused").doesNotContain("COURT-1");
        assertThat(stranger.get("/board/list?court=COURT-1").text()).doesNotContain(" S1 ");
    }

    @Test
    void whatIsAskedForWrongIsNotAnError() {
        for (var query : List.of(
                "?court=';--",
                "?outcome=guilty",
                "?urgency=now",
                "?after=x",
                "?after=" + UUID.randomUUID(),
                "?after=a.b.c"))
            assertThat(visitor.get("/board" + query).status()).as(query).isEqualTo(200);
        var list = visitor.get("/board/list?court=NONE&from.day=31&from.month=2&from.year=2026");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains("id=\"from-error\"");
    }

    @Test
    void whoIsHeldPastTheLimitIsFoundByIt() {
        var past = held(Duration.ofHours(50));
        var soon = held(Duration.ofHours(40));
        var free = accused("free").file();
        assertThat(codes("?urgency=PAST")).containsExactly(past.code().toString());
        assertThat(codes("?urgency=SOON"))
                .containsExactlyInAnyOrder(past.code().toString(), soon.code().toString());
        assertThat(codes("?urgency=HELD"))
                .containsExactlyInAnyOrder(past.code().toString(), soon.code().toString());
        assertThat(codes("")).contains(free.code().toString());
        assertThat(visitor.get("/board?urgency=PAST").text()).contains("Past the limit");
    }

    @Test
    void nobodyIsForgottenBehindAPageOfOthersWhoAreHeld() {
        var past = held(Duration.ofHours(50));
        for (var i = 0; i < 27; i++) held(Duration.ofHours(1));
        assertThat(codes("?urgency=PAST")).containsExactly(past.code().toString());
        assertThat(codes("?urgency=HELD")).hasSize(25);
    }

    @Test
    void outcomesAppealsAndCourtsAreFound() {
        var open = story("open");
        open.charged("2024", "KH-TSE-12", 1);
        open.set(at(Instant.now().plus(Duration.ofDays(2))));
        record(open);
        var convicted = story("convicted");
        convicted.judged("2024", false, convicted.charged("2023", "KH-TSE-12", 1));
        record(convicted);
        var appealed = story("appealed");
        appealed.judged("2024", false, appealed.charged("2023", "KH-TSE-12", 1));
        appealed.appealed("2025");
        record(appealed);

        assertThat(codes("?outcome=open")).containsExactly(code(open));
        assertThat(codes("?outcome=convicted")).containsExactlyInAnyOrder(code(convicted), code(appealed));
        assertThat(codes("?outcome=under_appeal")).containsExactly(code(appealed));
        assertThat(codes("?court=COURT-1")).containsExactly(code(open));
        assertThat(visitor.get("/board/list?court=COURT-1").text())
                .contains(code(open) + " S1 Trial KH-TSE-12, one count");
    }

    @Test
    void aPageEndsAndTheNextBeginsWhereItEnded() {
        for (var i = 0; i < 27; i++) accused("page-" + i);
        var first = visitor.get("/board");
        var next = java.util.regex.Pattern.compile("href=\"(/board\\?[^\"]*after=[^\"]*)\"")
                .matcher(first.body());
        assertThat(next.find()).isTrue();
        var second = visitor.get(next.group(1).replace("&amp;", "&"));
        assertThat(codesOf(first)).hasSize(25);
        assertThat(codesOf(second)).hasSize(2).doesNotContainAnyElementsOf(codesOf(first));
    }

    private List<String> codes(String query) {
        return codesOf(visitor.get("/board" + query));
    }

    private static List<String> codesOf(Visitor.Answer page) {
        return java.util.regex.Pattern.compile("href=\"/c/([0-9A-Z]{4}-[0-9A-Z]{4})/court\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String code(Story story) {
        return story.file().code().toString();
    }

    private OpenCase held(Duration since) {
        var story = story("held");
        story.held(at(Instant.now().minus(since)), "KH-CPC-96", false);
        story.set(at(Instant.now().plus(Duration.ofDays(2))));
        record(story);
        return story.file();
    }

    private Story accused(String name) {
        var story = story(name);
        record(story);
        return story;
    }

    private Story story(String name) {
        var file = as(() -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, prosecutor));
        var person = as(() ->
                persons.register(file, UUID.randomUUID(), Part.SUSPECT, Sex.UNKNOWN, Age.UNKNOWN, PartialDate.UNKNOWN));
        return new Story(file, name, person).accused("2023", Defendant.Role.RECRUITER);
    }

    private void record(Story story) {
        assertThat(as(() -> prosecution.together(story.file(), story.facts()))).isEmpty();
    }

    private static String at(Instant moment) {
        return PartialDate.at(moment).edtf();
    }

    private <T> T as(Supplier<T> work) {
        return Objects.requireNonNull(staff.as(prosecutor, work));
    }
}
