package org.romdoul.journal.witnessing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Cosignature;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.NoteReader;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Policy;
import org.romdoul.ledger.read.SignedNote;
import org.romdoul.ledger.read.VerifierKey;
import org.springframework.modulith.NamedInterface;

/** Asks outside what was seen of this record's log, and believes only what the log's own key signed: nobody can be framed. */
@NamedInterface("witnessing")
public final class Testimonies {

    private static final int LONGEST = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<NamedWitness> witnesses;
    private final WitnessClient client = new WitnessClient(PATIENCE);

    private Testimonies(List<NamedWitness> witnesses) {
        this.witnesses = witnesses;
    }

    /** What these witnesses will say when they are asked. */
    public static Testimonies of(Policy policy) {
        return new Testimonies(NamedWitness.of(policy));
    }

    /** Asks every witness of the policy that has an address, all at once. */
    public List<Testimony> ask(VerifierKey log) {
        return hear(log).stream().map(Heard::testimony).toList();
    }

    /**
     * The checkpoint of the most leaves that anybody outside holds.
     *
     * @param kept checkpoints that somebody kept, by where they were kept
     * @return the signed note with its cosignatures; nothing where nobody holds one
     */
    public Optional<byte[]> newest(VerifierKey log, Map<String, byte[]> kept) {
        var all = new ArrayList<>(hear(log));
        kept.forEach((from, note) -> all.add(new Heard(read(from, note, log), note)));
        return all.stream()
                .filter(heard -> heard.size() >= 0)
                .max(Comparator.comparingLong(Heard::size))
                .map(Heard::note);
    }

    /** What somebody said, and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // read once
    private record Heard(Testimony testimony, byte[] note) {

        static Heard nothing(Testimony.Silent why) {
            return new Heard(why, new byte[0]);
        }

        long size() {
            return testimony instanceof Testimony.Signed signed
                    ? signed.checkpoint().size()
                    : -1;
        }
    }

    private List<Heard> hear(VerifierKey log) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = witnesses.stream()
                    .filter(NamedWitness::answers)
                    .map(witness -> new Asked(witness.name(), threads.submit(() -> ask(witness, log))))
                    .toList();
            return asked.stream().map(Testimonies::answer).toList();
        }
    }

    private record Asked(String name, Future<Heard> answer) {}

    private static Heard answer(Asked asked) {
        try {
            return asked.answer().get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            asked.answer().cancel(true);
            return Heard.nothing(new Testimony.Silent(asked.name(), "does not answer"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Heard.nothing(new Testimony.Silent(asked.name(), "was not waited for"));
        }
    }

    private Heard ask(NamedWitness witness, VerifierKey log) throws IOException, InterruptedException {
        var reply = client.last(witness.at(), log.name());
        return new Heard(
                switch (reply.status()) {
                    case 200 -> {
                        var said = read(witness.name(), reply.body(), log, List.of(witness));
                        yield said instanceof Testimony.Signed signed && signed.at() == null
                                ? new Testimony.Silent(witness.name(), "shows a checkpoint that it did not sign")
                                : said;
                    }
                    case 404 -> new Testimony.Silent(witness.name(), "has signed nothing of this log");
                    default -> new Testimony.Silent(witness.name(), "answers with status " + reply.status());
                },
                reply.body());
    }

    /** A checkpoint that somebody kept, with the cosignatures that were on it. */
    public Testimony read(String from, byte[] note, VerifierKey log) {
        return note.length > LONGEST
                ? new Testimony.Silent(from, "is no checkpoint")
                : read(from, note, log, witnesses);
    }

    private static Testimony read(String from, byte[] note, VerifierKey log, List<NamedWitness> witnesses) {
        var keys = Stream.concat(Stream.of(log), witnesses.stream().map(NamedWitness::key))
                .toList();
        return switch (new NoteReader(keys, Ed25519.jdk())
                .read(note)
                .then(signed -> signed.signers().isEmpty()
                        ? Outcome.<Testimony.Signed>refused("is not signed by this log")
                        : testimony(from, signed, log))) {
            case Outcome.Accepted<Testimony.Signed> signed -> signed.value();
            case Outcome.Refused<Testimony.Signed> refused -> new Testimony.Silent(from, refused.reason());
        };
    }

    private static Outcome<Testimony.Signed> testimony(String from, SignedNote signed, VerifierKey log) {
        return Checkpoint.parse(signed.text())
                .then(checkpoint -> checkpoint.origin().equals(log.name())
                        ? Outcome.accepted(new Testimony.Signed(from, checkpoint, seen(signed)))
                        : Outcome.refused("is another log's"));
    }

    private static @Nullable Instant seen(SignedNote signed) {
        return signed.cosignatures().stream()
                .map(Cosignature::time)
                .min(Long::compare)
                .map(Instant::ofEpochSecond)
                .orElse(null);
    }
}
