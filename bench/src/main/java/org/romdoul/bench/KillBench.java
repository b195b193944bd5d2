package org.romdoul.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Kills the program with -9 while exhibits are sent to it in pieces, starts it again, and goes on sending: at random moments,
 * every second time between the keeping of a file and the fact that refers to it; every third time its database is killed too.
 * Counts what was acknowledged and is not there: each piece by where the server says the upload stands, each exhibit by asking
 * for it again. In the end an audit, and a sweep held against a count by hand.
 */
public final class KillBench {

    private static final int KILLS = Integer.getInteger("bench.kills", 50);
    private static final int MINUTES = Integer.getInteger("bench.minutes", 3);
    private static final int PORT = 18_105;
    private static final int LONGEST_LIFE = 2_500;
    private static final int SWEEP_FOUND = 5;
    private static final Pattern READY = Pattern.compile("Romdoul is at .*ready in ([0-9.]+) s");
    private static final Pattern OFFICER = Pattern.compile("U-102  (\\S+)");
    private static final Pattern CASE = Pattern.compile("href=\"/c/([0-9A-Z]{4}-[0-9A-Z]{4})\"");

    private final Path home;
    private final Path said;
    private final SplittableRandom random = new SplittableRandom(20_261_128);
    private final Browser browser = new Browser("http://localhost:" + PORT);
    private final Map<Sent, String> exhibits = new HashMap<>();
    private final SplittableRandom chance = new SplittableRandom(28);
    private Process program;
    private String uploads = "";
    private Sent sending;
    private long pieces;
    private int kills;
    private int databases;
    private int lost;

    /** A file on its way, and how much of it was acknowledged. */
    private static final class Sent {
        private final UUID id = UUID.randomUUID();
        private final byte[] bytes;
        private int acknowledged;

        Sent(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private KillBench(Path folder) throws Exception {
        this.home = folder.resolve("home");
        this.said = folder.resolve("said");
        this.program = start();
        this.sending = fresh();
    }

    public static void main(String[] arguments) throws Exception {
        Machine.introduce(KillBench.class);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kill")
                .toAbsolutePath();
        var bench = new KillBench(folder);
        try {
            bench.run();
        } finally {
            bench.stop();
            Folders.remove(folder);
        }
        Machine.leave();
    }

    private void run() throws Exception {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES) - TimeUnit.SECONDS.toNanos(35);
        var words = Files.readString(said);
        browser.signIn("U-102", found(OFFICER, words));
        uploads = "/c/" + found(CASE, browser.page("/c")) + "/exhibits/uploads";
        var before = files("files");
        while (kills < KILLS && System.nanoTime() < until) {
            sendUntilKilled();
            program = start();
        }
        finish();
        for (var one : exhibits.entrySet()) if (!one.getValue().equals(made(one.getKey()))) lost++;
        stop();
        judge(before);
    }

    private void sendUntilKilled() throws Exception {
        var dies = Thread.ofPlatform().daemon().start(this::kill);
        try {
            for (; ; ) finish();
        } catch (IOException dead) {
            dies.join();
        }
    }

    private void kill() {
        try {
            if (kills % 2 == 0) Thread.sleep(chance.nextInt(LONGEST_LIFE));
            else untilOneFileMoreIsKept();
            program.destroyForcibly().waitFor();
            if (++kills % 3 != 0) return;
            databases++;
            var postmaster = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                    .get(0);
            ProcessHandle.of(Long.parseLong(postmaster.strip())).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Then no fact refers to it yet, if the blow is quick. */
    private void untilOneFileMoreIsKept() throws IOException {
        var before = files("files");
        while (files("files") == before) Thread.onSpinWait();
    }

    /** Sends the rest of a file, from where the server says that it stands, and makes an exhibit of it. */
    private void finish() throws Exception {
        var begun = browser.send(browser.to(uploads)
                .header("Upload-Length", Integer.toString(sending.bytes.length))
                .header("Romdoul-Upload", sending.id.toString()));
        Browser.expect(begun, 201);
        var offset = offset(begun);
        if (offset < sending.acknowledged) lost++;
        while (offset < sending.bytes.length) {
            var length = Math.min(sending.bytes.length - offset, 50_000 + random.nextInt(600_000));
            var answer = browser.send(browser.to(uploads + "/" + sending.id)
                    .header("Upload-Offset", Integer.toString(offset))
                    .header("Content-Type", "application/offset+octet-stream")
                    .method("PATCH", Browser.body(sending.bytes, offset, length)));
            Browser.expect(answer, 204);
            offset = offset(answer);
            sending.acknowledged = offset;
            pieces++;
        }
        exhibits.put(sending, made(sending));
        sending = fresh();
    }

    /** @return the exhibit's code; sent again, it is the same one */
    private String made(Sent whole) throws Exception {
        var answer = browser.form(
                uploads + "/" + whole.id,
                Map.of(
                        "origin",
                        "PRODUCED",
                        "words",
                        "Fictional.",
                        "happened",
                        "2026",
                        "sha256",
                        Browser.sha256(whole.bytes)));
        Browser.expect(answer, 201);
        return answer.body();
    }

    private Sent fresh() {
        var bytes = new byte[100_000 + random.nextInt(3_000_000)];
        random.nextBytes(bytes);
        return new Sent(bytes);
    }

    private static int offset(java.net.http.HttpResponse<String> answer) {
        return Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    private void judge(long before) throws Exception {
        var orphans = files("files") - before - exhibits.size();
        var swept = command(SWEEP_FOUND, "sweep", "--grace", "0");
        var named = swept.lines()
                .filter(line -> line.startsWith("no fact refers to "))
                .count();
        command(0, "sweep", "--grace", "0", "--remove-orphans");
        var left = files("pieces") + files("arriving") + files("files") - before - exhibits.size();
        var audited = command(0, "audit");
        System.out.println("| what | |");
        System.out.println("|---|---|");
        row("the program killed with -9", kills);
        row("its database killed with it", databases);
        row("acknowledged pieces", pieces);
        row("acknowledged exhibits", exhibits.size());
        row("**of these lost**", lost);
        row("files that no fact refers to, counted by hand", orphans);
        row("named by `sweep`", named);
        row("anything of these, pieces and unfinished files left after `sweep --remove-orphans`", left);
        System.out.printf(
                "%nAudit: %s%n",
                audited.lines()
                        .limit(2)
                        .reduce("", (one, other) -> one + " " + other)
                        .strip());
        if (lost != 0 || named != orphans || left != 0) throw new IllegalStateException("not as it was promised");
    }

    private static void row(String what, long count) {
        System.out.printf(Locale.ROOT, "| %s | %,d |%n", what, count);
    }

    private long files(String shelf) throws IOException {
        try (var all = Files.walk(home.resolve("blobs").resolve(shelf))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private Process start() throws Exception {
        var started = run(said.toFile(), "demo", "--home", home.toString(), "--port", Integer.toString(PORT));
        while (!READY.matcher(Files.readString(said)).find()) {
            if (!started.isAlive()) throw new IllegalStateException("it did not start: " + Files.readString(said));
            Thread.sleep(50);
        }
        return started;
    }

    private String command(int exit, String... words) throws Exception {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", home.toString()));
        var ended = run(said.toFile(), all.toArray(String[]::new)).waitFor();
        var told = Files.readString(said);
        if (ended != exit && !(ended == 0 && exit == SWEEP_FOUND))
            throw new IllegalStateException(words[0] + " ended with " + ended + ": " + told);
        return told;
    }

    private static Process run(java.io.File said, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Children.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.romdoul.start.Start"));
        command.addAll(List.of(words));
        return Children.kept(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said));
    }

    private void stop() throws InterruptedException {
        program.destroy();
        program.waitFor();
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException("no " + pattern);
        return found.group(1);
    }
}
