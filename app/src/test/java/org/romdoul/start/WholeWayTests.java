package org.romdoul.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.romdoul.testing.Browser.to;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.access.Phone;
import org.romdoul.database.ExternalServer;
import org.romdoul.testing.Browser;

/** A record in service on a PostgreSQL that somebody else runs: from the roles to a case and a clean audit, by commands and pages alone. */
class WholeWayTests {

    private static final String OWN = "four unrelated words here";

    @TempDir
    private Path folder;

    private StringWriter results = new StringWriter();
    private StringWriter talk = new StringWriter();
    private List<String> place = List.of();

    private int run(String... words) {
        results = new StringWriter();
        talk = new StringWriter();
        return Start.run(new PrintWriter(results, true), new PrintWriter(talk, true), words);
    }

    private int command(String... words) {
        var all = new java.util.ArrayList<>(List.of(words));
        all.addAll(place);
        return run(all.toArray(String[]::new));
    }

    @Test
    void fromTheRolesToACaseAndACleanAudit() throws Exception {
        try (var server = ExternalServer.start(folder.resolve("theirs"))) {
            var home = "--home=" + folder.resolve("ours");
            // The audit compares with a record freshly made by the same PostgreSQL.
            var settings = Files.writeString(
                    folder.resolve("romdoul.properties"), "romdoul.database.bin=" + server.programs() + "\n");
            place = List.of(home, "--db=" + server.address(), "--config=" + settings);

            assertThat(run("roles", home)).isEqualTo(Exit.OK);
            var roles = results.toString();
            assertThat(command("check")).isEqualTo(Exit.CONFIGURATION);
            assertThat(results.toString()).contains("FAIL  role romdoul_owner", "`romdoul roles`");
            assertThat(command("serve", "--port=1")).isEqualTo(Exit.CONFIGURATION);

            server.run(roles);
            assertThat(command("check")).isEqualTo(Exit.CONFIGURATION);
            assertThat(results.toString()).contains("PUBLIC may connect or create: run `romdoul migrate`");
            assertThat(command("migrate")).as(() -> talk.toString()).isEqualTo(Exit.OK);
            command("check");
            assertThat(results.toString().lines().filter(line -> !line.contains("  fonts  ")))
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("OK"));

            System.setIn(new ByteArrayInputStream("Lotus Example\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(command("user", "add", "--agency=RECORD", "--new-office=Record Office", "--role=administrator"))
                    .as(() -> talk.toString())
                    .isEqualTo(Exit.OK);
            var first = results.toString().strip().split("  ");

            try (var program = Program.start(
                    folder.resolve("said.txt"), "serve", "--plain-http", place.get(0), place.get(1), place.get(2))) {
                var second = hires(program, first[0], first[1]);
                opensACase(program, second[0], second[1]);
                assertThat(command("audit")).as(() -> results.toString() + talk).isEqualTo(Exit.OK);
                assertThat(results.toString()).contains("Nothing differs.");
            }
        }
    }

    /** The first administrator comes in, adds an agency and an investigator. @return her number and password */
    private static String[] hires(Program program, String number, String password) {
        var administrator = enrols(program, number, password);
        administrator.get("/agencies/new");
        assertThat(to(administrator.post(
                        "/agencies/new", "code", "LOTUS", "kind", "police", "name", "Lotus unit (fictional)")))
                .isEqualTo("/accounts");
        administrator.get("/accounts/new");
        var added = administrator.post(
                "/accounts/new",
                "fact",
                UUID.randomUUID().toString(),
                "agency",
                "LOTUS",
                "role",
                "INVESTIGATOR",
                "name",
                "Reed Example",
                "language",
                "en");
        return new String[] {found("(U-\\d+)", added), found("<code>([^<]+)</code>", added)};
    }

    private static Browser enrols(Program program, String number, String password) {
        var browser = new Browser(program.port());
        browser.get("/sign-in");
        assertThat(to(browser.post("/sign-in", "number", number, "password", password)))
                .isEqualTo("/sign-in/phone");
        var phone = new Phone(found("<code[^>]*>([^<]+)</code>", browser.get("/sign-in/phone")));
        browser.post("/sign-in/phone", "code", phone.code());
        browser.get("/sign-in/password");
        assertThat(to(browser.post("/sign-in/password", "password", OWN, "again", OWN)))
                .isEqualTo("/today");
        browser.get("/account");
        browser.post("/sign-out");
        browser.get("/sign-in");
        assertThat(to(browser.post("/sign-in", "number", number, "password", OWN)))
                .isEqualTo("/sign-in/code");
        browser.get("/sign-in/code");
        assertThat(to(browser.post("/sign-in/code", "code", phone.code()))).isEqualTo("/today");
        assertThat(browser.get("/today").statusCode()).isEqualTo(200);
        return browser;
    }

    private static void opensACase(Program program, String number, String password) {
        var investigator = enrols(program, number, password);
        investigator.get("/c/new");
        var opened = to(investigator.post(
                "/c/new",
                "fact",
                UUID.randomUUID().toString(),
                "child",
                "YES",
                "acts",
                "TRANSFER",
                "purposes",
                "LABOUR",
                "words",
                "Fictional: at the Paper Lantern guest house"));
        assertThat(opened).startsWith("/c/");
        assertThat(investigator.get(opened).statusCode()).isEqualTo(200);
    }

    private static String found(String pattern, HttpResponse<String> page) {
        var found = Pattern.compile(pattern).matcher(page.body());
        if (!found.find()) throw new AssertionError(page.statusCode() + " has no " + pattern);
        return found.group(1);
    }
}
