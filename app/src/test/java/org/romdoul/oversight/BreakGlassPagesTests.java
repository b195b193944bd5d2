package org.romdoul.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Agencies;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.CaseLists;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Standings;
import org.romdoul.database.RomdoulTest;
import org.romdoul.journal.Facts;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.romdoul.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest
@Import({Staff.class, Opened.class})
class BreakGlassPagesTests {

    private static final String PAGE = "/c/emergency";
    private static final String WORDS = "Fictional: V1 calls from a locked room";

    @Autowired
    WebApplicationContext program;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    @Autowired
    Agencies agencies;

    @Autowired
    NeedToKnow needToKnow;

    @Autowired
    BreakGlass breakGlass;

    @Autowired
    BreakGlassRows rows;

    @Autowired
    Standings standings;

    @Autowired
    CaseLists lists;

    @Autowired
    Accounts accounts;

    @Autowired
    Vault vault;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient sql;

    private Actor officer;
    private Actor outsider;
    private Actor monitor;
    private OpenCase file;
    private Visitor visitor;

    @BeforeEach
    void aCase() {
        officer = staff.hire(Role.INVESTIGATOR);
        outsider = staff.hire(Role.SOCIAL_WORKER);
        if (agencies.oversight().isEmpty()) staff.agency("oversight");
        monitor = staff.hire(agencies.oversight().orElseThrow().id(), Role.MONITOR);
        file = opened.by(officer);
        visitor = new Visitor(program, outsider);
    }

    @Test
    void whoeverNeverHoldsACaseFindsNoSuchPage() {
        for (var role : new Role[] {Role.MONITOR, Role.RESEARCHER, Role.ADMINISTRATOR}) {
            var other = new Visitor(program, staff.hire(role));
            assertThat(other.get(PAGE).status()).isEqualTo(404);
            assertThat(other.post(
                                    PAGE,
                                    "fact",
                                    fresh(),
                                    "code",
                                    file.code().toString(),
                                    "reason",
                                    "DANGER",
                                    "words",
                                    WORDS,
                                    "hours",
                                    "1")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aFormThatLacksSomethingIsNoAttempt() {
        var before = told();
        assertThat(visitor.post(PAGE, "fact", fresh(), "code", file.code().toString(), "words", "", "hours", "1")
                        .body())
                .contains("Please answer this", file.code().toString());
        assertThat(attempt(file.code().toString(), "WHATEVER", WORDS, "1").body())
                .contains("Please answer this");
        assertThat(attempt(file.code().toString(), "DANGER", WORDS, "4").body()).contains("from 1 to 3");
        assertThat(attempt(file.code().toString(), "DANGER", "a\u202Eb", "1").body())
                .contains("U+202E");
        assertThat(told()).isEqualTo(before);
        assertThat(opened.mayRead(outsider, file.code())).isFalse();
    }

    @Test
    void failuresLookAlikeAndEachIsTold() {
        staff.as(outsider, () -> {
            needToKnow.exclude(file.id(), outsider.account(), UUID.randomUUID());
            return outsider;
        });
        var before = told();
        var excluded = attempt(file.code().toString(), "DANGER", WORDS, "1");
        var missing = attempt("0000-0000", "DANGER", WORDS, "1");
        var noCode = attempt("not a code at all", "DANGER", WORDS, "1");

        assertThat(excluded.status()).isEqualTo(200);
        assertThat(plain(excluded, file.code().toString())).isEqualTo(plain(missing, "0000-0000"));
        assertThat(plain(noCode, "not a code at all")).isEqualTo(plain(missing, "0000-0000"));
        assertThat(told() - before).isEqualTo(3);
        assertThat(opened.mayRead(outsider, file.code())).isFalse();
        assertThat(new Visitor(program, monitor).get("/oversight").body())
                .contains(outsider.number(), "Nothing was opened", "not a code")
                .doesNotContain(WORDS);
    }

    @Test
    void oversightAndTheOwnerAreToldWhoOpenedWhatAndTheCaseSaysSo() {
        assertThat(attempt(file.code().toString(), "DANGER", WORDS, "3").to()).isEqualTo("/c/" + file.code());

        assertThat(visitor.get("/c/" + file.code()).body()).contains("Open in an emergency");
        var watching = new Visitor(program, monitor);
        assertThat(watching.get("/today").body()).contains(outsider.number() + " opened a case in an emergency");
        assertThat(watching.get("/oversight").body())
                .contains(file.code().toString(), "Somebody is in danger")
                .doesNotContain(WORDS);
        assertThat(watching.get("/c/" + file.code()).status()).isEqualTo(404);
        var owner = new Visitor(program, officer);
        assertThat(owner.get("/today").body())
                .contains("was opened in an emergency by " + outsider.number(), "/c/" + file.code() + "/emergencies");
        assertThat(owner.get("/c/" + file.code() + "/emergencies").body()).contains(WORDS);
    }

    @Test
    void aFormSentTwiceIsOneAttempt() {
        var fact = fresh();
        var before = told();
        for (var i = 0; i < 2; i++)
            assertThat(visitor.post(
                                    PAGE,
                                    "fact",
                                    fact,
                                    "code",
                                    file.code().toString(),
                                    "reason",
                                    "DUTY",
                                    "words",
                                    WORDS,
                                    "hours",
                                    "១")
                            .to())
                    .isEqualTo("/c/" + file.code());
        assertThat(told() - before).isEqualTo(1);
    }

    @Test
    void twoClicksAtOnceAreOneAttemptAndBothOpen() throws Exception {
        var before = told();
        for (var round = 0; round < 10; round++) {
            var fact = UUID.randomUUID();
            var together = new CyclicBarrier(2);
            Callable<Optional<CaseCode>> click = () -> staff.as(outsider, () -> {
                meet(together);
                return breakGlass.attempt(outsider, fact, file.code().value(), BreakGlass.Reason.DUTY, WORDS, 1);
            });
            try (var hands = Executors.newFixedThreadPool(2)) {
                for (var answer : hands.invokeAll(List.of(click, click)))
                    assertThat(answer.get()).contains(file.code());
            }
        }
        assertThat(told() - before).isEqualTo(10);
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
    }

    @Test
    void whatWasOpenedIsShutWhenItsHourIsPast() {
        for (var past : new boolean[] {false, true}) {
            var officer = staff.hire(Role.PROSECUTOR);
            var clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(past ? -1 : 0));
            var code = staff.as(
                    officer,
                    () -> breakGlassOf(agencies, clock)
                            .attempt(
                                    officer, UUID.randomUUID(), file.code().value(), BreakGlass.Reason.DUTY, WORDS, 1));
            assertThat(code).as("it was granted").isPresent();
            assertThat(opened.mayRead(officer, file.code())).isEqualTo(!past);
            assertThat(new Visitor(program, officer).get("/c/" + file.code()).status())
                    .isEqualTo(past ? 404 : 200);
            assertThat(staff.as(
                            officer,
                            () -> sql.sql("SELECT count(*) FROM cases.case_file WHERE id = :case")
                                    .param("case", file.id())
                                    .query(Integer.class)
                                    .single()))
                    .as("of a query that forgets to ask")
                    .isEqualTo(past ? 0 : 1);
        }
    }

    @Test
    void whereThereIsNobodyToTellNothingOpensAndTheAttemptIsKeptForWhoeverComes() {
        var before = told();
        assertThat(staff.as(
                        outsider,
                        () -> breakGlassOf(mock(Agencies.class), Clock.systemUTC())
                                .attempt(
                                        outsider,
                                        UUID.randomUUID(),
                                        file.code().value(),
                                        BreakGlass.Reason.DANGER,
                                        WORDS,
                                        1)))
                .isEmpty();
        assertThat(opened.mayRead(outsider, file.code())).isFalse();
        assertThat(told() - before).isEqualTo(1);
        assertThat(new Visitor(program, monitor).get("/oversight").body())
                .contains(outsider.number(), file.code().toString());
        assertThat(staff.as(
                        staff.hire(Role.INVESTIGATOR),
                        () -> sql.sql(
                                        "SELECT count(*) FROM oversight.break_glass_attempt WHERE told IS NULL AND actor = :who")
                                .param("who", outsider.account())
                                .query(Integer.class)
                                .single()))
                .as("another agency's officer reads of it")
                .isZero();
    }

    private BreakGlass breakGlassOf(Agencies known, Clock clock) {
        return new BreakGlass(rows, standings, lists, known, accounts, needToKnow, vault, facts, clock);
    }

    private Visitor.Answer attempt(String code, String reason, String words, String hours) {
        return visitor.post(PAGE, "fact", fresh(), "code", code, "reason", reason, "words", words, "hours", hours);
    }

    private int told() {
        return Actors.as(monitor, () -> breakGlass.told(monitor, 10_000)).size();
    }

    /** The page without what she typed and what differs from one answer to the next. */
    private static String plain(Visitor.Answer answer, String typed) {
        return answer.body().replace(typed, "TYPED").replaceAll("value=\"[A-Za-z0-9_-]{36,}\"", "value=\"\"");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
