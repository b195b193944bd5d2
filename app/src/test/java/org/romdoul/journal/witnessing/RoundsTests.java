package org.romdoul.journal.witnessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.access.Role;
import org.romdoul.database.Home;
import org.romdoul.database.RomdoulTest;
import org.romdoul.journal.sealing.LogUnusable;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Policy;
import org.romdoul.ledger.write.AddCheckpoint;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.SigningKey;
import org.romdoul.ledger.write.Tree;
import org.romdoul.testing.MovableClock;
import org.romdoul.testing.Neighbours;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RomdoulTest(properties = "romdoul.sealing=off")
@Import(Staff.class)
class RoundsTests {

    @TempDir
    Path folder;

    @Autowired
    Sequencer sequencer;

    @Autowired
    PublishedLog log;

    @Autowired
    Staff staff;

    @Autowired
    Home home;

    @Autowired
    @Qualifier("sequencer")
    DataSource sequencing;

    @Autowired
    Witnesses configured;

    private final MovableClock clock = new MovableClock();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Neighbours neighbours;

    @BeforeEach
    void grow() {
        staff.hire(Role.INVESTIGATOR);
        while (sequencer.seal() > 0) {}
        neighbours = new Neighbours(folder, log.vkey(), 3);
    }

    @AfterEach
    void close() {
        neighbours.close();
        threads.shutdownNow();
    }

    private Rounds rounds(Policy policy) {
        return new Rounds(log, policy, rows(), threads, clock, Duration.ofMillis(500));
    }

    private CosignatureRows rows() {
        return new CosignatureRows(JdbcClient.create(sequencing));
    }

    private Witnesses witnesses(Policy policy) {
        return new Witnesses(policy, rows());
    }

    private long size() {
        return log.head().orElseThrow().size();
    }

    private Seal newest(Policy policy) {
        return witnesses(policy).reach().of(1, size() - 1);
    }

    @Test
    void withoutAPolicyNothingIsWitnessed() {
        assertThat(configured.reach().of(null, null).key()).isEqualTo("seal.recorded");
        assertThat(configured.reach().of(1, 0L)).isEqualTo(new Seal(true, 0, 0));
        assertThat(configured.reach().of(1, 0L).key()).isEqualTo("seal.sealed");
        assertThat(configured.newestWithQuorum(1))
                .contains(new String(log.head().orElseThrow().note(), StandardCharsets.UTF_8));
    }

    @Test
    void aPolicyThatIsNoneIsRefusedWithItsLine() throws IOException {
        var file = folder.resolve("policy");
        Files.writeString(file, "quorum nobody\n");
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOf(LogUnusable.class)
                .hasMessageContaining("line 1");
        for (var address : List.of("ftp://x.example/", "file:///etc", "http:", "ht tp://", "/w", "http:///x")) {
            Files.writeString(
                    file, "witness w " + neighbours.vkey(0) + " " + address.replace(" ", "%") + "\nquorum w\n");
            assertThatThrownBy(() -> PolicyFile.read(file)).as(address).hasMessageContaining("address of w");
        }
        Files.writeString(file, neighbours.policyText(2));
        assertThat(PolicyFile.read(file)).isEqualTo(neighbours.policy(2));
    }

    @Test
    void everyWitnessSignsTheSameHeadAndACourtAcceptsIt() throws Exception {
        var policy = neighbours.policy(2);
        assertThat(newest(policy)).isEqualTo(new Seal(true, 0, 3));
        assertThat(witnesses(policy).newestWithQuorum(1)).isEmpty();

        assertThat(rounds(policy).run()).isEqualTo(3);

        assertThat(newest(policy)).isEqualTo(new Seal(true, 3, 3));
        assertThat(newest(policy).key()).isEqualTo("seal.witnessed");
        var note = witnesses(policy).newestWithQuorum(1).orElseThrow();
        var anchored = accepted(policy.check(note.getBytes(StandardCharsets.UTF_8), Ed25519.jdk()));
        assertThat(anchored.checkpoint().size()).isEqualTo(size());
        assertThat(anchored.witnesses()).containsOnlyKeys("w0", "w1", "w2");
    }

    @Test
    void nobodyIsAskedTwiceForOneHeadAndEachHeadExtendsTheLast() throws Exception {
        var policy = neighbours.policy(2);
        var rounds = rounds(policy);
        for (var i = 0; i < 3; i++) {
            assertThat(rounds.run()).isEqualTo(3);
            assertThat(rounds.run()).isZero();
            staff.hire(Role.CLERK);
            sequencer.seal();
        }
        assertThat(newest(policy).witnessed())
                .as("what came since is not witnessed")
                .isZero();
        assertThat(witnesses(policy).reach().of(1, 0L).witnessed()).isEqualTo(3);
    }

    @Test
    void oneThatIsAwayHindersNobodyAndCatchesUp() throws Exception {
        var policy = neighbours.policy(2);
        var rounds = rounds(policy);
        rounds.run();
        neighbours.goesAway(1);
        staff.hire(Role.CLERK);
        sequencer.seal();

        assertThat(rounds.run()).isEqualTo(2);
        assertThat(newest(policy)).isEqualTo(new Seal(true, 2, 3));
        assertThat(witnesses(policy).newestWithQuorum(1)).isPresent();
        assertThat(witnesses(neighbours.policy(3)).newestWithQuorum(1).orElseThrow())
                .as("three of three signed the head before")
                .doesNotContain("\n" + size() + "\n");
        assertThat(rounds.witnesses().get(1).trouble().orElseThrow().reason()).contains("does not answer");

        neighbours.comesBack(1);
        assertThat(rounds.run()).as("it is left in peace for a while").isZero();
        clock.pass(Duration.ofSeconds(2));
        assertThat(rounds.run()).isEqualTo(1);
        assertThat(newest(policy).witnessed()).isEqualTo(3);
        assertThat(rounds.witnesses().get(1).trouble()).isEmpty();
    }

    @Test
    void theLongerItIsAwayTheLessOftenItIsAsked() throws Exception {
        neighbours.goesAway(0);
        var rounds = rounds(neighbours.policy(2));
        var lonely = rounds.witnesses().getFirst();
        rounds.run();
        for (var seconds : List.of(2, 4, 8, 16, 32, 64, 128, 256, 300, 300)) {
            clock.pass(Duration.ofSeconds(seconds - 1));
            assertThat(lonely.isDue(log.head().orElseThrow(), clock.instant())).isFalse();
            clock.pass(Duration.ofSeconds(1));
            assertThat(lonely.isDue(log.head().orElseThrow(), clock.instant())).isTrue();
            rounds.run();
        }
        var since = lonely.trouble().orElseThrow().since();
        assertThat(Duration.between(since, clock.instant())).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void oneThatSignedMoreThanThisNodeRememberedSaysSoAndSigns() throws Exception {
        submit(0, new Tree(), List.of(), 0);
        assertThat(rounds(neighbours.policy(2)).run()).isEqualTo(3);
        staff.hire(Role.CLERK);
        sequencer.seal();
        var rounds = rounds(neighbours.policy(2));
        staff.hire(Role.CLERK);
        sequencer.seal();
        rounds(neighbours.policy(2)).run();
        staff.hire(Role.CLERK);
        sequencer.seal();
        assertThat(rounds.run()).as("begun before another node went round").isEqualTo(3);
    }

    @Test
    void oneThatSignedALargerTreeDoesNotSignAndThatIsSaid() throws Exception {
        rounds(neighbours.policy(2)).run();
        var larger = Tree.restore(size(), root(), log.tiles());
        for (var i = 0; i < 5; i++) larger.append(new byte[32]);
        submitLarger(2, larger);

        var rounds = rounds(neighbours.policy(2));
        staff.hire(Role.CLERK);
        sequencer.seal();
        assertThat(rounds.run()).isEqualTo(2);
        assertThat(rounds.witnesses().get(2).trouble().orElseThrow().kind()).isEqualTo(Trouble.Kind.LARGER_TREE);

        for (var i = 0; i < 5; i++) staff.hire(Role.CLERK);
        sequencer.seal();
        clock.pass(Duration.ofSeconds(2));
        assertThat(rounds.run()).isEqualTo(2);
        assertThat(rounds.witnesses().get(2).trouble().orElseThrow().kind()).isEqualTo(Trouble.Kind.ANOTHER_TREE);
    }

    @Test
    void nothingIsKeptOfOneThatLiesDawdlesOrSendsElsewhere() throws Exception {
        var note = log.head().orElseThrow().note();
        var forged = new String(note, StandardCharsets.UTF_8).lines().toList().getLast() + "\n";
        for (var lie : List.of(forged, "", "nonsense\n", "x".repeat(1_000_000))) {
            try (var liar = new Liar(200, "text/plain", lie, "/")) {
                refuses(liar, "not its cosignature");
            }
        }
        try (var liar = new Liar(302, "text/plain", "", neighbours.url(1) + "add-checkpoint")) {
            refuses(liar, "302");
        }
        try (var liar = new Liar(409, "text/x.tlog.size", (size() - 1) + "\n", "/")) {
            refuses(liar, "another size each time");
        }
        try (var slow = new Liar(-1, "text/plain", "", "/")) {
            refuses(slow, "does not answer");
        }
    }

    private void refuses(Liar liar, String reason) throws Exception {
        var text = neighbours.policyText(2).replace(neighbours.url(0), liar.url());
        var rounds = rounds(Neighbours.policy(text));
        rounds.run();
        assertThat(rounds.witnesses().getFirst().trouble().orElseThrow().reason())
                .contains(reason);
        assertThat(rows().reach(List.of(neighbours.vkey(0)))).isEmpty();
    }

    private record Liar(HttpServer server) implements AutoCloseable {

        Liar(int status, String type, String body, String location) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                if (status < 0) return;
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.getResponseHeaders().set("Location", location);
                exchange.sendResponseHeaders(status, 0);
                try (var out = exchange.getResponseBody()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    /** Whoever has stolen the key can make a witness sign a tree that this record does not have. */
    private void submitLarger(int witness, Tree larger) throws Exception {
        var old = size();
        var tiles = new java.util.HashMap<String, byte[]>();
        larger.takeChangedTiles().forEach(tile -> tiles.put(tile.level() + "/" + tile.index(), tile.hashes()));
        var proof = new Proofs(
                        (level, n, width) -> java.util.Arrays.copyOf(
                                tiles.getOrDefault(
                                        level + "/" + n, log.tile(level, n).orElse(new byte[0])),
                                width * 32),
                        larger.size())
                .consistency(old);
        submit(witness, larger, proof, old);
    }

    private void submit(int witness, Tree tree, List<byte[]> proof, long old) throws Exception {
        var signer = new LogSigner(log.origin(), SigningKey.ofPem(Files.readString(home.secret("log.pem"))));
        var note = new Checkpoint(log.origin(), tree.size(), tree.root()).signed(signer);
        var reply = new WitnessClient(Duration.ofSeconds(5))
                .add(URI.create(neighbours.url(witness)), AddCheckpoint.bytes(old, proof, note));
        assertThat(reply.status()).isEqualTo(200);
    }

    private byte[] root() {
        return switch (org.romdoul.ledger.read.Note.parse(
                        log.head().orElseThrow().note())
                .then(note -> org.romdoul.ledger.read.Checkpoint.parse(note.text()))) {
            case Outcome.Accepted<org.romdoul.ledger.read.Checkpoint> read ->
                read.value().root();
            case Outcome.Refused<org.romdoul.ledger.read.Checkpoint> refused -> throw new AssertionError(refused);
        };
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T> accepted -> accepted.value();
            case Outcome.Refused<T> refused -> throw new AssertionError(refused.reason());
        };
    }
}
