package org.romdoul.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.romdoul.access.AccountChange;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.database.TestDatabase;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import picocli.CommandLine;

@RomdoulTest
@Import({Staff.class, Opened.class})
class UserCommandTests {

    private static final String NAME = "Lotus Example";

    @Autowired
    WebApplicationContext program;

    @Autowired
    Accounts accounts;

    @Autowired
    Agencies agencies;

    @Autowired
    Staff staff;

    private StringWriter results = new StringWriter();
    private StringWriter talk = new StringWriter();

    private static void types(String words) {
        System.setIn(new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)));
    }

    /** As it is typed, but in this program, which is there already. */
    private int user(UserCommand.Work command, String... words) {
        results = new StringWriter();
        talk = new StringWriter();
        var line =
                new CommandLine(command).setOut(new PrintWriter(results, true)).setErr(new PrintWriter(talk, true));
        line.parseArgs(words);
        command.look();
        return command.run(new Told(line.getCommandSpec(), program));
    }

    private int typed(String... words) {
        results = new StringWriter();
        talk = new StringWriter();
        return Start.run(new PrintWriter(results, true), new PrintWriter(talk, true), words);
    }

    private Agency office() {
        return agencies.add("RECORD-U", Agency.OPERATIONS, "Record Office", PartialDate.UNKNOWN, Actor.SYSTEM);
    }

    /** @return the number of somebody who was added so */
    private String added(Role role) {
        types(NAME + "\n");
        assertThat(user(
                        new UserCommand.Add(),
                        "--agency=" + office().code(),
                        "--role=" + role.name().toLowerCase().replace('_', '-')))
                .as(() -> talk.toString())
                .isEqualTo(Exit.OK);
        return results.toString().split(" ")[0];
    }

    @Test
    void refusesWhatCannotBeMeantBeforeAnythingIsStarted() {
        assertThat(typed("user")).isEqualTo(Exit.WRONG_USE);
        assertThat(typed("user", "add", "--agency=record", "--role=administrator"))
                .isEqualTo(Exit.WRONG_USE);
        assertThat(typed("user", "add", "--agency=RECORD", "--role=administrator", "--language=fr"))
                .isEqualTo(Exit.WRONG_USE);
        assertThat(typed("user", "add", "1234567", "--agency=RECORD", "--role=clerk"))
                .isEqualTo(Exit.WRONG_USE);
        assertThat(typed("user", "reset")).isEqualTo(Exit.WRONG_USE);
        assertThat(typed("user", "add", "--agency=RECORD", "--role=chief")).isEqualTo(Exit.WRONG_USE);
        assertThat(talk.toString()).contains("Roles: ", "administrator");
    }

    @Test
    void refusesWhatThePagesRefuseAndWritesNothing() {
        types(NAME + "\n");
        assertThat(user(new UserCommand.Add(), "--agency=NOBODY", "--role=administrator"))
                .isEqualTo(Exit.FAILED);
        assertThat(talk.toString()).contains("There is no agency NOBODY", "--new-office");
        assertThat(user(
                        new UserCommand.Add(),
                        "--agency=" + office().code(),
                        "--new-office=Twice",
                        "--role=administrator"))
                .isEqualTo(Exit.FAILED);
        for (var name : List.of("", "  \n", "a\u202Eb\n", "x".repeat(201) + "\n")) {
            types(name);
            assertThat(user(new UserCommand.Add(), "--agency=NEW-U", "--new-office=New", "--role=administrator"))
                    .as(name)
                    .isEqualTo(Exit.FAILED);
        }
        System.setIn(new ByteArrayInputStream(new byte[] {'N', (byte) 0xE9, '\n'}));
        assertThat(user(new UserCommand.Add(), "--agency=NEW-U", "--new-office=New", "--role=administrator"))
                .isEqualTo(Exit.FAILED);
        assertThat(talk.toString()).contains("not UTF-8");
        assertThat(agencies.byCode("NEW-U")).isEmpty();
        for (var command : List.of(new UserCommand.Reset(), new UserCommand.Lock(), new UserCommand.Unlock())) {
            assertThat(user(command, "U-999999")).isEqualTo(Exit.FAILED);
            assertThat(talk.toString()).contains("Nobody has the number U-999999");
        }
    }

    @Test
    void aNumberIsGivenOnce() {
        var number = added(Role.ADMINISTRATOR);
        types(NAME + "\n");
        assertThat(user(new UserCommand.Add(), number.toLowerCase(), "--agency=" + office().code(), "--role=clerk"))
                .isEqualTo(Exit.FAILED);
        assertThat(talk.toString()).contains("Somebody has this staff number already");
        assertThat(accounts.byNumber(number).orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void whatIsDoneOnTheMachineIsToldToHerAndToOversightAndToNobodyElse() {
        var number = added(Role.INVESTIGATION_LEAD);
        var before = results.toString();
        var account = accounts.byNumber(number).orElseThrow();
        assertThat(user(new UserCommand.Reset(), number)).isEqualTo(Exit.OK);
        assertThat(results.toString())
                .matches(number + "  (\\w{4}-){3}\\w{4}\n")
                .isNotEqualTo(before);
        assertThat(user(new UserCommand.Lock(), number)).isEqualTo(Exit.OK);
        assertThat(user(new UserCommand.Lock(), number)).isEqualTo(Exit.OK);
        assertThat(results.toString()).contains("was locked already");
        assertThat(user(new UserCommand.Unlock(), number)).isEqualTo(Exit.OK);
        assertThat(accounts.lastChanges(1_000).stream()
                        .filter(one -> one.number().equals(number))
                        .map(AccountChange::kind))
                .containsExactly(
                        AccountChange.Kind.UNLOCKED,
                        AccountChange.Kind.LOCKED,
                        AccountChange.Kind.RESET,
                        AccountChange.Kind.ADDED);

        var she = new Visitor(program, account.sitsDown(java.util.UUID.randomUUID()));
        assertThat(she.get("/today").text()).contains("A new way in was made for you on the machine");
        assertThat(she.get("/account").text()).contains("New ways in that others made for you");
        assertThat(she.get("/oversight/accounts").status()).isEqualTo(404);
        var monitor = new Visitor(program, staff.hire(Role.MONITOR));
        assertThat(monitor.get("/today").text()).contains("A new way in for " + number + " was made on the machine");
        assertThat(monitor.get("/oversight/accounts").text())
                .contains(number + " RECORD-U Head of investigation unit On the machine that runs the record");
        var colleague = new Visitor(program, staff.hire(account.agency(), Role.INVESTIGATOR));
        assertThat(colleague.get("/today").text()).doesNotContain("new way in");
    }

    @Test
    void whoResetByAPageIsNamedByHerNumber() {
        var administrator = staff.hire(Role.ADMINISTRATOR);
        var number = added(Role.CLERK);
        var account = accounts.byNumber(number).orElseThrow();
        accounts.reset(number, administrator.account());
        var she = new Visitor(program, account.sitsDown(java.util.UUID.randomUUID()));
        assertThat(she.get("/today").text())
                .contains(administrator.number() + ", an administrator, made a new way in for you");
        assertThat(new Visitor(program, staff.hire(Role.MONITOR)).get("/today").text())
                .contains(administrator.number() + ", an administrator, made a new way in for " + number);
    }

    @Test
    void theFirstAdministratorOfANewRecordIsAddedWithHerOfficeAndSealedBeforeSheIsTold() {
        var database = TestDatabase.fresh();
        var words = new ArrayList<>(List.of("user", "add"));
        var place = database.words("user");
        words.addAll(List.of(place).subList(1, place.length));
        words.addAll(List.of("--agency=RECORD", "--new-office=Record Office", "--role=administrator"));
        types(NAME + "\n");
        assertThat(typed(words.toArray(String[]::new)))
                .as(() -> talk.toString())
                .isEqualTo(Exit.OK);
        assertThat(results.toString()).matches("U-100  (\\w{4}-){3}\\w{4}\n");
        assertThat(talk.toString()).doesNotContain(NAME);
        var sql = JdbcClient.create(database.superuser());
        assertThat(sql.sql("SELECT count(*) FROM access.account")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(sql.sql("SELECT count(*) FROM ledger.pending")
                        .query(Integer.class)
                        .single())
                .isZero();
        words.subList(1, words.size()).removeIf(word -> word.startsWith("--agency") || !word.startsWith("--"));
        words.removeIf(word -> word.startsWith("--new-office") || word.startsWith("--role"));
        words.add(1, "list");
        assertThat(typed(words.toArray(String[]::new))).isEqualTo(Exit.OK);
        assertThat(results.toString().strip()).matches("U-100 +RECORD +administrator +active");
    }
}
