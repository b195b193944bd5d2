package org.romdoul.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.ledger.StoredLog;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.WitnessAnswer;
import org.romdoul.ledger.write.AddCheckpoint;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.Proofs;

/** The same over the wire, on a real disk. */
class WitnessServerTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final String NAME = "witness.example/w1";

    @TempDir
    Path temporary;

    private final LogSigner log = new LogSigner("log.example/a", WitnessTest.key(1));
    private final StoredLog stored = StoredLog.of(600);
    private final HttpClient client = HttpClient.newHttpClient();
    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        server = start(NAME, log.vkey());
    }

    private WitnessServer start(String name, String... logs) throws IOException {
        return WitnessServer.start(temporary.resolve("w"), name, List.of(logs), ANY, new SecureRandom());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        client.close();
    }

    private HttpResponse<String> send(String method, String path, byte[] body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private byte[] note(long size) {
        StoredLog part = StoredLog.of((int) size);
        return new Checkpoint(log.origin(), size, part.tree.root()).signed(log);
    }

    private byte[] request(long old, long size) {
        return AddCheckpoint.bytes(old, new Proofs(stored, size).consistency(old), note(size));
    }

    @Test
    void aWholeExchange() throws IOException, InterruptedException {
        HttpResponse<String> ignorant = send("POST", "/add-checkpoint", request(5, 17));
        assertThat(ignorant.statusCode()).isEqualTo(409);
        assertThat(ignorant.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(ignorant.body()).isEqualTo("0\n");

        for (long[] step : new long[][] {{0, 17}, {17, 256}, {256, 257}, {257, 257}, {257, 600}}) {
            HttpResponse<String> answer = send("POST", "/add-checkpoint", request(step[0], step[1]));
            assertThat(answer.statusCode()).isEqualTo(200);
            WitnessAnswer read = WitnessAnswer.read(
                    200,
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body().getBytes(StandardCharsets.UTF_8),
                    note(step[1]),
                    WitnessTest.vkey(server.vkey()),
                    Ed25519.jdk());
            assertThat(read).isInstanceOf(WitnessAnswer.Cosigned.class);
        }

        HttpResponse<String> last = send("GET", "/" + LastSigned.nameOf(log.origin()) + "/checkpoint", new byte[0]);
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(last.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(last.body())
                .startsWith(new String(note(600), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(temporary.resolve("w").resolve(LastSigned.nameOf(log.origin()))));
    }

    @Test
    void answersNothingElse() throws IOException, InterruptedException {
        assertThat(send("GET", "/add-checkpoint", new byte[0]).statusCode()).isEqualTo(405);
        assertThat(send("POST", "/" + LastSigned.nameOf(log.origin()) + "/checkpoint", new byte[0])
                        .statusCode())
                .isEqualTo(404);
        for (String path :
                new String[] {"/", "/witness.pem", "/../w/witness.pem", "/AB/checkpoint", "/add-checkpoint/"}) {
            assertThat(send("GET", path, new byte[0]).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(send("POST", "/add-checkpoint", new byte[0]).statusCode()).isEqualTo(400);
    }

    @Test
    void aRequestThatIsTooLongIsNotRead() throws IOException, InterruptedException {
        byte[] long_ = java.util.Arrays.copyOf(request(0, 17), 65_537);
        assertThat(send("POST", "/add-checkpoint", long_).statusCode()).isEqualTo(413);
        assertThat(send("POST", "/add-checkpoint", java.util.Arrays.copyOf(long_, 65_536))
                        .statusCode())
                .isEqualTo(400);
    }

    /** The specification's race: of many that come at once each is signed from where the one before ended, or not at all. */
    @Test
    void requestsOfOneLogAreSerialised() throws Exception {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int size = 1; size <= 60; size++) {
            byte[] request = request(0, size);
            all.add(() -> send("POST", "/add-checkpoint", request).statusCode());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int signed = 0;
            for (Future<Integer> answer : threads.invokeAll(all)) {
                signed += answer.get() == 200 ? 1 : 0;
            }
            assertThat(signed).as("from nothing only one can be signed").isEqualTo(1);
        }
    }

    @Test
    void remembersAcrossAStart() throws IOException, InterruptedException {
        String vkey = server.vkey();
        send("POST", "/add-checkpoint", request(0, 17));
        server.close();
        server = start(NAME, log.vkey());
        assertThat(server.vkey()).isEqualTo(vkey);
        assertThat(send("POST", "/add-checkpoint", request(0, 17)).body()).isEqualTo("17\n");
    }

    @Test
    void answersNobodyOnceItIsClosed() throws IOException {
        server.close();
        assertThatThrownBy(() -> send("GET", "/", new byte[0])).isInstanceOf(ConnectException.class);
    }

    @Test
    void twoDoNotShareAFolder() {
        assertThatThrownBy(() -> start(NAME, log.vkey()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another witness runs");
    }

    @Test
    void doesNotStartWhereItCannotBelieve() throws IOException, InterruptedException {
        send("POST", "/add-checkpoint", request(0, 17));
        server.close();
        assertThatThrownBy(() -> start("witness.example/w2", log.vkey()))
                .as("under another name")
                .isInstanceOf(IllegalStateException.class);
        Files.write(temporary.resolve("w").resolve(LastSigned.nameOf(log.origin())), new byte[0]);
        assertThatThrownBy(() -> start(NAME, log.vkey()))
                .as("with a damaged file")
                .isInstanceOf(IllegalStateException.class);
        Files.delete(temporary.resolve("w").resolve(LastSigned.nameOf(log.origin())));
        server = start(NAME, log.vkey());
    }

    @Test
    void doesNotStartWithKeysThatAreNoLogs() throws IOException {
        server.close();
        assertThatThrownBy(() -> start(NAME, "nonsense")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> start(NAME, server.vkey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a log's key");
        assertThatThrownBy(() -> start("a name", log.vkey())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsDamagedWhileItRunsIsNotWrittenOver() throws IOException, InterruptedException {
        Path file = temporary.resolve("w").resolve(LastSigned.nameOf(log.origin()));
        send("POST", "/add-checkpoint", request(0, 17));
        server.close();
        server = start(NAME, log.vkey());
        Files.createDirectory(temporary.resolve("w").resolve(LastSigned.nameOf(log.origin()) + ".new"));
        assertThat(send("POST", "/add-checkpoint", request(17, 20)).statusCode())
                .isEqualTo(500);
        assertThat(Files.readString(file)).contains("\n17\n");
    }

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream talk = new ByteArrayOutputStream();

    private int run(String... words) {
        results.reset();
        talk.reset();
        return Start.run(
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(talk, true, StandardCharsets.UTF_8),
                words);
    }

    @Test
    void theCommandLineExplainsItself() {
        String folder = temporary.resolve("x").toString();
        for (String[] words : new String[][] {
            {},
            {"--help"},
            {"stray"},
            {"--dir", folder, "--name", NAME},
            {"--dir", folder, "--log", log.vkey()},
            {"--name", NAME, "--log", log.vkey()},
            {"--dir", folder, "--name", NAME, "--log", log.vkey(), "--port", "http"},
            {"--dir", folder, "--name", NAME, "--log", log.vkey(), "--colour", "blue"}
        }) {
            assertThat(run(words)).isEqualTo(2);
            assertThat(talk.toString(StandardCharsets.UTF_8)).contains("--dir", "--log KEY...");
        }
        assertThat(temporary.resolve("x")).doesNotExist();
    }

    @Test
    void theCommandLineSaysWhyItCannotStart() {
        String folder = temporary.resolve("w").toString();
        assertThat(run("--dir", folder, "--name", NAME, "--log", log.vkey(), "--port", "0"))
                .isEqualTo(3);
        assertThat(talk.toString(StandardCharsets.UTF_8))
                .contains("cannot start")
                .contains("another witness runs");
        assertThat(run("--dir", temporary.resolve("x").toString(), "--name", NAME, "--log", "nonsense"))
                .isEqualTo(3);
        assertThat(run(
                        "--dir",
                        temporary.resolve("x").toString(),
                        "--name",
                        NAME,
                        "--log",
                        log.vkey(),
                        "--port",
                        "99999"))
                .isEqualTo(3);
        assertThat(results.size()).isZero();
    }
}
