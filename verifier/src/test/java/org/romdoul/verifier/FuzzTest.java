package org.romdoul.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good bundles, bent at random by seed: bytes, lengths, names, cuts, splices; in the zip, and in the files with manifests
 * made anew, so that what lies deeper is reached too. Always a verdict, never an exception, and VERIFIED only of a bundle
 * in which nothing was changed.
 *
 * <p>A longer campaign: {@code mvn -pl verifier -am test -Dtest=FuzzTest -Dfuzz.seeds=1000000}.
 */
class FuzzTest {

    private static final int SEEDS = Integer.getInteger("fuzz.seeds", 1_500);

    @TempDir
    Path folder;

    private final List<Bag> good = List.of(Bundles.full(), Bundles.guarded(), Bundles.late(), Bundles.stamped());
    private final Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);

    @Test
    void bentZipsAreAnsweredAndNeverBelieved() throws IOException {
        List<byte[]> zips = good.stream().map(bag -> bag.zip().bytes()).toList();
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] whole = zips.get(random.nextInt(zips.size()));
            byte[] bent = bend(whole, random, 1 + random.nextInt(3), zips.get(random.nextInt(zips.size())));
            Verdict verdict = judge(bent, seed);
            if (verdict == Verdict.VERIFIED) {
                assertThat(bent).as("seed " + seed).isEqualTo(whole);
            }
        }
        // The attack reaches past the container.
        assertThat(seen).containsKeys(Verdict.UNREADABLE, Verdict.TAMPERED);
    }

    @Test
    void bentFilesInGoodBagsAreNeverBelieved() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Bag whole = good.get(random.nextInt(good.size()));
            Bag bent = new Bag(whole.files);
            List<String> paths = whole.paths("data/");
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                String path = paths.get(random.nextInt(paths.size()));
                byte[] other = whole.get(paths.get(random.nextInt(paths.size())));
                bend(bent, path, other, random);
            }
            boolean resealed = random.nextInt(8) > 0;
            Verdict verdict = judge((resealed ? bent.sealed() : bent).zip().bytes(), seed);
            if (verdict == Verdict.VERIFIED) {
                assertThat(meaning(bent.files)).as("seed " + seed).isEqualTo(meaning(whole.files));
            }
        }
        assertThat(seen).containsKeys(Verdict.TAMPERED, Verdict.INCOMPLETE);
    }

    private static void bend(Bag bag, String path, byte[] other, Random random) {
        if (!bag.files.containsKey(path)) {
            return;
        }
        switch (random.nextInt(10)) {
            case 0 -> bag.without(path);
            case 1 -> bag.put(path, other);
            case 2 -> bag.put(path.replaceFirst("[0-9a-z]", "0"), bag.get(path));
            default -> bag.put(path, bend(bag.get(path), random, 1, other));
        }
    }

    /**
     * What a bundle says, in bytes. Not part of it: an outside authority's signature in a time-stamp, which the program says
     * that it does not check, and whether there is a time-stamp; lines under a checkpoint that are not of the policy's keys.
     */
    private static Map<String, String> meaning(Map<String, byte[]> files) {
        TreeMap<String, String> meaning = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.equals("data/checkpoint")) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                meaning.put(path, text.substring(0, text.indexOf("\n\n")));
            } else if (!path.equals("data/checkpoint.tsr")
                    && !path.contains("manifest-")
                    && !path.endsWith(".tlog-proof")) {
                meaning.put(path, ExampleCase.hex(bytes));
            }
        });
        return meaning;
    }

    private Verdict judge(byte[] zip, int seed) throws IOException {
        Path file = folder.resolve("bent.zip");
        Files.write(file, zip);
        try {
            Verdict verdict =
                    Run.of(file, Fixture.FOLDER.resolve("court.policy")).verdict();
            seen.merge(verdict, 1, Integer::sum);
            return verdict;
        } catch (RuntimeException | Error thrown) {
            throw new AssertionError("seed " + seed, thrown);
        }
    }

    private static byte[] bend(byte[] whole, Random random, int times, byte[] other) {
        byte[] bent = whole;
        for (int i = 0; i < times && bent.length > 1; i++) {
            int from = random.nextInt(bent.length);
            int to = from + random.nextInt(Math.min(200, bent.length - from));
            bent = switch (random.nextInt(9)) {
                case 0, 1, 2 -> splice(bent, from, from + 1, new byte[] {(byte) (bent[from] ^ 1 << random.nextInt(8))});
                case 3 -> splice(bent, from, from + 1, new byte[] {(byte) random.nextInt(256)});
                case 4 -> splice(bent, from, to, new byte[0]);
                case 5 -> splice(bent, to, to, Arrays.copyOfRange(bent, from, to));
                case 6 -> Arrays.copyOf(bent, from);
                case 7 -> splice(bent, from, Math.min(bent.length, from + 4), odd(random));
                default ->
                    splice(
                            bent,
                            from,
                            to,
                            other.length == 0 ? other : Arrays.copyOf(other, Math.min(other.length, 300)));
            };
        }
        return bent;
    }

    private static byte[] odd(Random random) {
        String[] odd = {
            "\n",
            "\n\n",
            "— ",
            "  ",
            "../",
            "\u0000",
            "-1",
            "9223372036854775807",
            "\\",
            "\"",
            "{",
            "\u00ff\u00ff\u00ff\u00ff"
        };
        return odd[random.nextInt(odd.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, from);
        spliced.writeBytes(with);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }
}
