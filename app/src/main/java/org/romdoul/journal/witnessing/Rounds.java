package org.romdoul.journal.witnessing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.Policy;
import org.romdoul.ledger.read.WitnessAnswer;
import org.springframework.modulith.NamedInterface;

/**
 * Takes the newest head round to the witnesses, all of them at once so that they sign the same one, and keeps what they sign. Who
 * does not sign is asked again later; sealing never waits for any of them.
 */
@NamedInterface("witnessing")
public final class Rounds {

    private final PublishedLog log;
    private final CosignatureRows rows;
    private final List<Correspondent> witnesses;
    private final ExecutorService threads;
    private final Clock clock;
    private final Duration patience;

    Rounds(
            PublishedLog log,
            Policy policy,
            CosignatureRows rows,
            ExecutorService threads,
            Clock clock,
            Duration patience) {
        this.log = log;
        this.rows = rows;
        this.threads = threads;
        this.clock = clock;
        this.patience = patience;
        var client = new WitnessClient(patience);
        var named = NamedWitness.of(policy);
        var reach = rows.reach(named.stream().map(NamedWitness::vkey).toList());
        this.witnesses = named.stream()
                .map(witness -> new Correspondent(witness, signed(reach, witness), client, Ed25519.jdk()))
                .toList();
    }

    private long signed(List<CosignatureRows.Reach> reach, NamedWitness witness) {
        return reach.stream()
                .filter(one -> one.log() == log.number() && one.witness().equals(witness.vkey()))
                .mapToLong(CosignatureRows.Reach::size)
                .findFirst()
                .orElse(0);
    }

    /** Which witnesses do not sign at present, as this node has met them. */
    public List<Trouble> troubles() {
        return witnesses.stream().flatMap(one -> one.trouble().stream()).toList();
    }

    List<Correspondent> witnesses() {
        return witnesses;
    }

    /** @return how many signed */
    public int run() throws InterruptedException {
        var head = log.head().orElse(null);
        return head == null ? 0 : run(head);
    }

    private record Asked(Correspondent witness, Future<Optional<WitnessAnswer.Cosigned>> answer) {}

    private int run(PublishedLog.Head head) throws InterruptedException {
        var now = clock.instant();
        var asked = new ArrayList<Asked>();
        for (var one : witnesses) {
            if (one.isDue(head, now)) asked.add(new Asked(one, threads.submit(() -> one.ask(head, log.tiles(), now))));
        }
        var kept = 0;
        for (var one : asked) kept += keep(head, one) ? 1 : 0;
        return kept;
    }

    private boolean keep(PublishedLog.Head head, Asked asked) throws InterruptedException {
        try {
            var answer = asked.answer().get(patience.toMillis() * 2, TimeUnit.MILLISECONDS);
            answer.ifPresent(cosigned -> rows.keep(
                    log.number(),
                    head.size(),
                    asked.witness().witness().vkey(),
                    cosigned.line(),
                    Instant.ofEpochSecond(cosigned.cosignature().time())));
            return answer.isPresent();
        } catch (TimeoutException slow) {
            asked.answer().cancel(true);
            asked.witness().tooSlow(clock.instant());
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }
}
