package org.romdoul.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.read.WitnessAnswer;
import org.romdoul.ledger.write.AddCheckpoint;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.Leaf;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.Proofs;
import org.romdoul.ledger.write.SigningKey;
import org.romdoul.ledger.write.Tiles;
import org.romdoul.ledger.write.Tree;

/**
 * How long a witness takes to vouch for a checkpoint, over HTTP, with what it signs forced to the disk before it answers; by
 * turns with what no witness can do without: the same bytes written, forced, renamed, and the folder forced.
 */
public final class WitnessBench {

    private static final int WARM = 300;
    private static final int TIMES = Integer.getInteger("bench.times", 2_000);
    private static final int STEP = 7;
    private static final Set<StandardOpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private final LogSigner log = new LogSigner("log.example/bench", SigningKey.generate(new SecureRandom()));
    private final Tree tree = new Tree();
    private final Map<String, byte[]> tiles = new HashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private WitnessBench() {}

    public static void main(String[] arguments) throws Exception {
        Machine.introduce(WitnessBench.class);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "witness");
        try {
            new WitnessBench().run(folder);
        } finally {
            Folders.remove(folder);
        }
        Machine.leave();
    }

    private void run(Path folder) throws IOException, InterruptedException {
        var witness = Children.java(
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.romdoul.ledger.witness.Start",
                "--dir",
                folder.resolve("w").toString(),
                "--name",
                "witness.example/w1",
                "--log",
                log.vkey(),
                "--port",
                "18105");
        try {
            var vkey = Children.firstLine(witness);
            var asked = new double[TIMES];
            var forced = new double[TIMES];
            for (var i = -WARM; i < TIMES; i++) {
                var one = ask(vkey);
                var other = force(folder);
                if (i >= 0) asked[i] = one;
                if (i >= 0) forced[i] = other;
            }
            System.out.println("| | p50 | p99 | a second, one at a time |");
            System.out.println("|---|---|---|---|");
            print("add-checkpoint over HTTP, forced to the disk", asked);
            print("the same bytes forced to the disk, nothing else", forced);
            System.out.printf(
                    Locale.ROOT,
                    "%nMedian of the ratios to the write that followed: %.2f. %,d checkpoints, each %d leaves larger, each answer verified.%n",
                    ratio(asked, forced),
                    TIMES,
                    STEP);
        } finally {
            witness.destroy();
            witness.waitFor();
        }
    }

    /** @return milliseconds from the request to the answer; making it and verifying it are not counted */
    private double ask(String vkey) throws IOException, InterruptedException {
        var old = tree.size();
        for (var i = 0; i < STEP; i++)
            tree.append(Leaf.hash(("entry " + tree.size()).getBytes(StandardCharsets.US_ASCII)));
        for (var tile : tree.takeChangedTiles()) tiles.put(tile.level() + "/" + tile.index(), tile.hashes());
        var note = new Checkpoint(log.origin(), tree.size(), tree.root()).signed(log);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:18105/add-checkpoint"))
                .POST(BodyPublishers.ofByteArray(
                        AddCheckpoint.bytes(old, new Proofs(stored(), tree.size()).consistency(old), note)))
                .build();
        var began = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        var took = (System.nanoTime() - began) / 1e6;
        var read = WitnessAnswer.read(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body(),
                note,
                key(vkey),
                Ed25519.jdk());
        if (!(read instanceof WitnessAnswer.Cosigned)) throw new IllegalStateException("not signed: " + read);
        return took;
    }

    private Tiles stored() {
        return (level, n, width) -> Arrays.copyOf(tiles.get(level + "/" + n), width * 32);
    }

    private static VerifierKey key(String vkey) {
        return switch (VerifierKey.parse(vkey)) {
            case Outcome.Accepted<VerifierKey> accepted -> accepted.value();
            case Outcome.Refused<VerifierKey> refused -> throw new IllegalStateException(refused.reason());
        };
    }

    private static double force(Path folder) {
        var bytes = ByteBuffer.allocate(600);
        var began = System.nanoTime();
        try {
            var fresh = folder.resolve("fresh");
            try (var file = FileChannel.open(fresh, ANEW)) {
                file.write(bytes);
                file.force(true);
            }
            Files.move(
                    fresh, folder.resolve("last"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static double ratio(double[] asked, double[] forced) {
        var ratios = new double[asked.length];
        for (var i = 0; i < ratios.length; i++) ratios[i] = asked[i] / forced[i];
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    private static void print(String what, double[] taken) {
        var sorted = taken.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f ms | %.2f ms | %.0f |%n",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)],
                1000 * sorted.length / Arrays.stream(sorted).sum());
    }
}
