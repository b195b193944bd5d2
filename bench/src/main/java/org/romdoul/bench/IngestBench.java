package org.romdoul.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.romdoul.Romdoul;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.demo.Demo;
import org.romdoul.evidence.Described;
import org.romdoul.evidence.Exhibit;
import org.romdoul.evidence.Receiving;
import org.romdoul.input.PartialDate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A file of bytes that cannot be compressed becomes an exhibit: hashed, typed, encrypted, hashed as it is stored, forced to
 * the disk, recorded. Beside it, on the same disk and by turns, what copies the same bytes and forces them ({@code dd}), what
 * only hashes them, and what others do who encrypt or keep them.
 *
 * <p>It needs age, restic and borg (Debian: {@code apt-get install age restic borgbackup}).
 */
public final class IngestBench {

    private static final int MIB = Integer.getInteger("bench.mib", 1024);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    /** The slow ones take part in every second round. */
    private static final int SLOW = 2;

    private static final String DD = "dd bs=256k conv=fsync";
    private static final String BORG = "BORG_BASE_DIR=$PWD/borg BORG_PASSPHRASE=bench borg ";

    private record Turn(String name, boolean slow, Callable<Seconds> work) {}

    private final Path folder;
    private final Path whole;
    private final Map<String, List<Seconds>> taken = new LinkedHashMap<>();

    private IngestBench(Path folder) {
        this.folder = folder;
        this.whole = folder.resolve("whole");
    }

    public static void main(String[] arguments) throws Exception {
        Machine.introduce(IngestBench.class);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "ingest")
                .toAbsolutePath();
        try (var context = new SpringApplicationBuilder(Romdoul.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "romdoul.home=" + folder.resolve("home"),
                        "romdoul.demo=true",
                        "romdoul.sealing=off",
                        "spring.main.lazy-initialization=true",
                        "logging.level.root=warn")
                .run()) {
            context.getBeansOfType(Demo.class).values().stream()
                    .min(Comparator.comparingInt(Demo::order))
                    .orElseThrow()
                    .fill();
            var officer = context.getBean(Accounts.class)
                    .byNumber("U-102")
                    .orElseThrow()
                    .sitsDown(UUID.randomUUID());
            var cases = context.getBean(Cases.class);
            var file = Actors.as(
                    officer, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, officer));
            new IngestBench(folder).run(context.getBean(Receiving.class), file, officer);
        } finally {
            Folders.remove(folder);
        }
        Machine.leave();
    }

    private void run(Receiving receiving, OpenCase file, Actor officer) throws Exception {
        var halves = List.of(make("half-1", MIB / 2), make("half-2", MIB / 2));
        try (var to = Files.newOutputStream(whole)) {
            for (var half : halves) Files.copy(half, to);
        }
        Files.writeString(folder.resolve("password"), "bench");
        command("age-keygen -o age.key");
        var turns = new ArrayList<>(List.of(
                new Turn(DD, false, () -> command("dd if=whole of=out-dd bs=256k conv=fsync")),
                new Turn(
                        "**exhibit, one file**",
                        false,
                        () -> Seconds.of(() -> receive(receiving, file, officer, List.of(whole)))),
                new Turn(
                        "**exhibits, two halves at once**",
                        false,
                        () -> Seconds.of(() -> receive(receiving, file, officer, halves))),
                new Turn("openssl dgst -sha256: reads only", false, () -> command("openssl dgst -sha256 whole")),
                new Turn("sha256sum: reads only", true, () -> command("sha256sum whole")),
                new Turn("age, sync", true, () -> command("age -e -i age.key -o out-age whole; sync out-age")),
                new Turn("restic backup", true, () -> {
                    command("restic -q -r out-restic -p password init");
                    return command("restic -q -r out-restic -p password --no-cache backup whole");
                }),
                new Turn("borg create", true, () -> {
                    command(BORG + "init -e repokey-blake2 out-borg");
                    return command(BORG + "create out-borg::a whole");
                })));
        for (var turn : turns) taken.put(turn.name(), new ArrayList<>());
        for (var round = -1; round < ROUNDS; round++) {
            for (var turn : turns) {
                if (turn.slow() && round % SLOW != 0) continue;
                settle();
                var seconds = turn.work().call();
                if (round >= 0)
                    taken.getOrDefault(turn.name(), new ArrayList<>()).add(seconds);
            }
            forget();
            Collections.rotate(turns, 1);
        }
        print();
    }

    private Path make(String name, int mib) throws IOException {
        var random = new SplittableRandom(name.hashCode());
        var bytes = new byte[1 << 20];
        var made = folder.resolve(name);
        try (var to = Files.newOutputStream(made)) {
            for (var i = 0; i < mib; i++) {
                random.nextBytes(bytes);
                to.write(bytes);
            }
        }
        return made;
    }

    private boolean receive(Receiving receiving, OpenCase file, Actor officer, List<Path> files) throws Exception {
        try (var hands = Executors.newFixedThreadPool(files.size())) {
            var work = new ArrayList<Future<Receiving.Answer>>();
            for (var path : files)
                work.add(hands.submit(() -> {
                    try (var bytes = Files.newInputStream(path)) {
                        return Actors.as(officer, () -> receive(receiving, file, bytes));
                    }
                }));
            for (var one : work)
                if (!(one.get() instanceof Receiving.Answer.Received))
                    throw new IllegalStateException("refused: " + one.get());
            return true;
        }
    }

    private static Receiving.Answer receive(Receiving receiving, OpenCase file, InputStream bytes) {
        var described = new Described(Exhibit.Origin.PRODUCED, null, null, "Fictional.", PartialDate.ofYear(2026));
        return receiving.receive(file, UUID.randomUUID(), described, new Receiving.Coming(bytes, "bench", null, null));
    }

    private Seconds command(String words) throws IOException, InterruptedException {
        return Seconds.of(folder, "bash", "-ec", words);
    }

    /** What the one before left to be written is not written at the cost of the next. */
    private void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync", "-f", folder.toString()).start().waitFor();
    }

    /** Between the rounds: what is removed keeps some disks busy for a while. */
    private void forget() throws IOException, InterruptedException {
        try (var all = Files.newDirectoryStream(folder, "out-*")) {
            for (var out : all) Folders.remove(out);
        }
        settle();
        Thread.sleep(2_000);
    }

    private void print() {
        System.out.println("| what | MB/s | to dd | wall s | processor s |");
        System.out.println("|---|---|---|---|---|");
        var dd = Seconds.median(taken.getOrDefault(DD, List.of()));
        taken.forEach((name, all) -> {
            var median = Seconds.median(all);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.2f | %.2f |%n",
                    name,
                    MIB * 1.048576 / median.wall(),
                    dd.wall() / median.wall(),
                    median.wall(),
                    median.processor());
        });
        System.out.printf(
                Locale.ROOT,
                "%n%d MiB that cannot be compressed, medians of %d by turns (of every second round for the slow ones), after one to warm up.%n",
                MIB,
                ROUNDS);
    }
}
