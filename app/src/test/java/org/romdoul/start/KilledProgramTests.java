package org.romdoul.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.testing.Browser;

/**
 * The whole program is killed while people write, and started again: what it gave a receipt for is there, and nothing differs in the
 * record. {@code -Dromdoul.kills=20 -Dromdoul.killed=demo} does it twenty times to a demonstration.
 */
class KilledProgramTests {

    private static final int ROUNDS = Integer.getInteger("romdoul.kills", 1);
    private static final String[] WORDS =
            System.getProperty("romdoul.killed", "serve --plain-http").split(" ");
    private static final int WRITERS = 2;
    private static final Pattern RECEIPT = Pattern.compile("<strong>((?:\\d{4} ){3}\\d{4})</strong>");

    @TempDir
    private Path folder;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKillAndNothingDiffers() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var before = List.copyOf(acknowledged);
            var program = start();
            assertThere(program, before.subList(Math.max(0, before.size() - 50), before.size()));
            var wanted = before.size() + 10 + round * 7 % 30;
            var writers = Stream.generate(() -> Thread.ofVirtual().start(() -> report(program.port())))
                    .limit(WRITERS)
                    .toList();
            while (acknowledged.size() < wanted && writers.stream().anyMatch(Thread::isAlive)) Thread.sleep(1);
            program.kill();
            if (round % 3 == 2) killTheDatabase();
            for (var writer : writers) writer.join();
            assertThat(acknowledged.size()).isGreaterThanOrEqualTo(wanted);
        }
        try (var program = start()) {
            assertThere(program, acknowledged);
            var said = new StringWriter();
            var exit = Start.run(
                    new PrintWriter(said, true),
                    new PrintWriter(said, true),
                    "audit",
                    "--home=" + folder.resolve("home"));
            assertThat(exit).as(said::toString).isEqualTo(Exit.OK);
        }
        System.out.printf(
                "killed %d times: %d of %d reports that were acknowledged are there%n",
                ROUNDS, acknowledged.size(), acknowledged.size());
    }

    private Program start() throws Exception {
        var words = Stream.concat(Arrays.stream(WORDS), Stream.of("--home=" + folder.resolve("home")));
        return Program.start(folder.resolve("said.txt"), words.toArray(String[]::new));
    }

    private void report(int port) {
        try {
            var browser = new Browser(port);
            while (true) {
                browser.get("/t");
                var answer = browser.post(
                        "/t",
                        "fact",
                        UUID.randomUUID().toString(),
                        "danger",
                        "NO",
                        "words",
                        "Fictional: a closed boat");
                var receipt = RECEIPT.matcher(answer.body());
                if (!receipt.find()) throw new AssertionError(answer.body());
                acknowledged.add(receipt.group(1));
            }
        } catch (UncheckedIOException killed) {
            // What it did not answer, it need not have.
        }
    }

    private static void assertThere(Program program, Iterable<String> receipts) {
        var browser = new Browser(program.port());
        browser.get("/t/receipt");
        for (var receipt : receipts)
            assertThat(browser.post("/t/receipt", "receipt", receipt).body())
                    .as("acknowledged: " + receipt)
                    .contains("govuk-summary-list");
    }

    private void killTheDatabase() throws Exception {
        var pid = Files.readAllLines(folder.resolve("home/postgres/data/postmaster.pid"))
                .getFirst();
        ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
}
