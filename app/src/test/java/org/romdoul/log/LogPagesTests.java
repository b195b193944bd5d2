package org.romdoul.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.romdoul.access.Role;
import org.romdoul.database.Home;
import org.romdoul.database.RomdoulTest;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.EntryBundle;
import org.romdoul.ledger.read.Frontier;
import org.romdoul.ledger.read.NoteReader;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Tile;
import org.romdoul.ledger.read.TilePath;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.testing.Staff;
import org.romdoul.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

@RomdoulTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "romdoul.sealing=off")
@Import(Staff.class)
class LogPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Sequencer sequencer;

    @Autowired
    PublishedLog log;

    @Autowired
    Auditors auditors;

    @Autowired
    Home home;

    @Autowired
    Staff staff;

    @Autowired
    WebApplicationContext program;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void grow() {
        staff.hire(Role.CLERK);
        while (sequencer.seal() > 0) {}
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) request.headers(headers);
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().allValues("set-cookie")).as(path).isEmpty();
        return answer;
    }

    private String edge(String level) {
        return new TilePath(0, 0, (int) size()).path().replace("tile/0", "/log/tile/" + level);
    }

    private long size() {
        return log.head().orElseThrow().size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/",
                "/log/other",
                "/log/tile",
                "/log/tile/",
                "/log/tile/0/000",
                "/log/tile/0/000.p/0",
                "/log/tile/0/000.p/255",
                "/log/tile/0/000.p/256",
                "/log/tile/0/000.p/01",
                "/log/tile/0/0.p/1",
                "/log/tile/0/001.p/1",
                "/log/tile/1/000.p/1",
                "/log/tile/8/000.p/1",
                "/log/tile/63/000.p/1",
                "/log/tile/-1/000.p/1",
                "/log/tile/0/x999/x999/x999/x999/x999/x999/999.p/1",
                "/log/tile/0/%78000/000.p/1"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(size()).isLessThan(255);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aStrangerGetsNoEntries() throws Exception {
        for (var header : new String[] {"Bearer ", "Bearer x", "Basic eDp5", "Bearer auditor " + "0".repeat(64), ""}) {
            assertThat(get(edge("entries"), "Authorization", header).statusCode())
                    .as(header)
                    .isEqualTo(404);
        }
        assertThat(get(edge("entries")).statusCode()).isEqualTo(404);
        assertThat(get(edge("0")).statusCode()).as("the hashes are there").isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void ofTheStaffOnlyOversightReadsEntries(Role role) {
        var answer = new Visitor(program, staff.hire(role)).get(edge("entries"));
        assertThat(answer.status()).isEqualTo(role == Role.MONITOR ? 200 : 404);
    }

    @Test
    void aStrangersProgramFollowsTheLogFromItsKeyAlone() throws Exception {
        var checkpoint = get("/log/checkpoint");
        assertThat(checkpoint.headers().firstValue("content-type"))
                .hasValueSatisfying(
                        type -> assertThat(type).isEqualToIgnoringCase("text/plain; charset=utf-8".replace("; ", ";")));
        assertThat(checkpoint.headers().firstValue("cache-control")).contains("max-age=2, public");
        var key = accepted(VerifierKey.parse(log.vkey()));
        var head = accepted(new NoteReader(java.util.List.of(key), Ed25519.jdk())
                .read(checkpoint.body())
                .then(note -> Checkpoint.parse(note.text())));

        var tree = new Frontier();
        for (var n = 0L; TilePath.width(head.size(), 0, n) > 0; n++) {
            var tile = get("/log/" + new TilePath(0, n, TilePath.width(head.size(), 0, n)).path());
            assertThat(tile.headers().firstValue("content-type")).contains("application/octet-stream");
            assertThat(tile.headers().firstValue("cache-control")).contains("max-age=31536000, public, immutable");
            var hashes = accepted(Tile.parse(tile.body(), TilePath.width(head.size(), 0, n)));
            for (var i = 0; i < hashes.width(); i++) tree.append(hashes.hash(i));
        }
        assertThat(tree.root()).isEqualTo(head.root());
    }

    @Test
    void anAuditorsProgramReadsTheEntriesUnderTheHashes() throws Exception {
        var token = auditors.newToken("an auditor");
        assertThat(Files.readString(home.secret("auditors")))
                .contains("an-auditor ")
                .doesNotContain(token);
        var answer = get(edge("entries"), "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");

        var entries = accepted(EntryBundle.parse(answer.body(), (int) size()));
        var hashes = accepted(Tile.parse(get(edge("0")).body(), (int) size()));
        for (var i = 0; i < size(); i++)
            assertThat(new TreeHash().leaf(entries.entry(i))).isEqualTo(hashes.hash(i));
        var second = auditors.newToken("another");
        assertThat(get(edge("entries"), "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(get(edge("entries"), "Authorization", "Bearer " + second).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOlderPartialTileIsTheBeginningOfTheNewer() throws Exception {
        var older = edge("0");
        var before = get(older).body();
        grow();
        assertThat(get(older).body()).isEqualTo(before);
        assertThat(Arrays.copyOf(get(edge("0")).body(), before.length)).isEqualTo(before);
    }

    @Test
    void thePageForPeopleSaysThatNobodyWitnessesYet() throws Exception {
        var page = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/log?lang=en"))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("No witness is asked yet").contains(log.origin());
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T> accepted -> accepted.value();
            case Outcome.Refused<T> refused -> throw new AssertionError(refused.reason());
        };
    }
}
