package org.romdoul.ledger.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.romdoul.ledger.Answers;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.read.WitnessAnswer;
import org.romdoul.ledger.write.LogSigner;

/**
 * A log, its network and its witnesses, in one thread and without a clock: what happens next follows from the seed alone. The
 * witnesses are ours, to the byte; so is the log's side of the exchange. Messages are lost, doubled, delayed, overtaken and sent
 * again; machines stop in the middle of a write; the log is restored from a backup and goes on, or is forked.
 */
final class Simulation {

    /** Who takes part: so many witnesses, of whom the first ones lie; so many make a quorum. */
    record Setting(int witnesses, int quorum, int liars, Brittle brittle) {}

    enum Violation {
        /** Two checkpoints that contradict each other, each with a quorum. */
        TWO_TRUTHS,
        /** An honest witness signed two checkpoints that contradict each other. */
        CONTRADICTION,
        /** An honest witness does not know after a crash what it signed. */
        AMNESIA,
        /** An honest log did not get an honest witness's signature though everything worked again. */
        STUCK
    }

    /** What went on, so that a test sees that something did. */
    enum Seen {
        COSIGNED,
        CONFLICT,
        INCONSISTENT,
        SHORTER,
        CRASH_WITHIN,
        DISK_FAILED,
        FORK,
        ROLLBACK,
        QUORUM
    }

    private record Request(Lineage from, int to, byte[] body, byte[] note, Tree tree) {}

    private record Response(Request to, Answer answer) {}

    /** A checkpoint by what is under it. */
    private record Tree(String name, List<byte[]> leaves) {}

    private static final int LINEAGES = 3;

    final Map<Violation, String> violations = new EnumMap<>(Violation.class);
    final Map<Seen, Integer> seen = new EnumMap<>(Seen.class);

    private final Random random;
    private final Setting setting;
    private final List<String> trace = new ArrayList<>();
    private final LogSigner signer = new LogSigner("log.example/a", new ToyKey((byte) 100));
    private final List<SimulatedWitness> witnesses = new ArrayList<>();
    private final List<Lineage> lineages = new ArrayList<>();
    private final List<Lineage> backups = new ArrayList<>();
    private final List<Request> underway = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();
    private final List<Request> recorded = new ArrayList<>();
    private final Map<String, Set<Integer>> signers = new HashMap<>();
    private final List<Tree> witnessed = new ArrayList<>();
    private final Map<Integer, List<Tree>> signed = new HashMap<>();
    private final Map<String, Tree> trees = new HashMap<>();
    private int leaves;

    Simulation(long seed, Setting setting) {
        this.random = new Random(seed);
        this.setting = setting;
        trace.add("seed " + seed + ", " + setting);
        VerifierKey log = Answers.accepted(VerifierKey.parse(signer.vkey()));
        for (int i = 0; i < setting.witnesses(); i++) {
            boolean lies = i < setting.liars();
            witnesses.add(new SimulatedWitness(i, lies, setting.brittle(), log, random));
        }
        lineages.add(new Lineage(setting.witnesses()));
    }

    Simulation run(int steps) {
        for (int i = 0; i < steps && !violations.containsKey(Violation.TWO_TRUTHS); i++) {
            step();
        }
        if (violations.isEmpty() && !seen.containsKey(Seen.FORK) && !seen.containsKey(Seen.ROLLBACK)) {
            calm();
        }
        witnesses.forEach(witness -> count(Seen.DISK_FAILED, witness.failures));
        return this;
    }

    private void step() {
        int chance = random.nextInt(100);
        Lineage log = any(lineages);
        int witness = random.nextInt(witnesses.size());
        if (chance < 12) {
            append(log);
        } else if (chance < 40) {
            submit(log, witness);
        } else if (chance < 62) {
            deliverRequest();
        } else if (chance < 78) {
            deliverResponse();
        } else if (chance < 83) {
            mistreat(random.nextInt(3));
        } else if (chance < 86) {
            restart(witness);
        } else if (chance < 90) {
            witnesses.get(witness).disk().crashSoon(1 + random.nextInt(8));
        } else if (chance < 92) {
            witnesses.get(witness).disk().failSoon(1 + random.nextInt(8));
        } else if (chance < 95) {
            monitor(witness);
        } else if (chance < 97) {
            backups.add(log.copy());
        } else if (chance < 98) {
            restore(log);
        } else if (chance < 99) {
            fork(log);
        } else {
            replay();
        }
    }

    private void append(Lineage log) {
        int many = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 5);
        for (int i = 0; i < many; i++) {
            log.append(leaves++);
        }
        trace.add("log " + lineages.indexOf(log) + " grows to " + log.size());
    }

    private void submit(Lineage log, int to) {
        long old = random.nextInt(20) == 0 ? random.nextInt(10) : log.signedLast[to];
        Tree tree = tree(log);
        Request request = new Request(log, to, log.request(signer, old), log.checkpoint(signer), tree);
        underway.add(request);
        recorded.add(request);
        trace.add("log " + lineages.indexOf(log) + " sends " + tree.name() + " to " + to + ", old " + old);
    }

    private void deliverRequest() {
        if (!underway.isEmpty()) {
            deliver(underway.remove(random.nextInt(underway.size())));
        }
    }

    private void deliver(Request request) {
        SimulatedWitness witness = witnesses.get(request.to());
        try {
            Answer answer = witness.add(request.body());
            if (answer != null) {
                observe(request, answer);
                answers.add(new Response(request, answer));
            }
            witness.answered();
        } catch (SimulatedDisk.Crash crash) {
            count(Seen.CRASH_WITHIN, 1);
            restart(request.to());
        } catch (IllegalStateException doubt) {
            violated(Violation.AMNESIA, String.valueOf(doubt.getMessage()));
        }
    }

    private void observe(Request request, Answer answer) {
        trace.add("witness " + request.to() + " answers " + answer.status() + " to "
                + request.tree().name());
        switch (answer.status()) {
            case 200 -> vouched(request.to(), request.tree());
            case 409 -> count(Seen.CONFLICT, 1);
            case 422 -> count(Seen.INCONSISTENT, 1);
            case 400 -> count(Seen.SHORTER, 1);
            default -> throw new AssertionError(trace + " " + answer);
        }
    }

    /** Anybody on the network may have seen this signature, whether or not it arrives. */
    private void vouched(int witness, Tree tree) {
        count(Seen.COSIGNED, 1);
        List<Tree> before = signed.computeIfAbsent(witness, none -> new ArrayList<>());
        if (!witnesses.get(witness).lies()) {
            before.stream()
                    .filter(other -> contradict(other, tree))
                    .forEach(other -> violated(
                            Violation.CONTRADICTION, witness + " signed " + other.name() + " and " + tree.name()));
        }
        before.add(tree);
        Set<Integer> all = signers.computeIfAbsent(tree.name(), none -> new HashSet<>());
        if (all.add(witness) && all.size() == setting.quorum()) {
            count(Seen.QUORUM, 1);
            witnessed.stream()
                    .filter(other -> contradict(other, tree))
                    .forEach(other -> violated(Violation.TWO_TRUTHS, other.name() + " and " + tree.name()));
            witnessed.add(tree);
        }
    }

    private static boolean contradict(Tree one, Tree other) {
        return !Lineage.extended(one.leaves(), other.leaves()) && !Lineage.extended(other.leaves(), one.leaves());
    }

    private void deliverResponse() {
        if (!answers.isEmpty()) {
            take(answers.remove(random.nextInt(answers.size())));
        }
    }

    private void take(Response response) {
        Request request = response.to();
        Answer answer = response.answer();
        WitnessAnswer read = WitnessAnswer.read(
                answer.status(),
                answer.type(),
                answer.body().getBytes(StandardCharsets.UTF_8),
                request.note(),
                witnesses.get(request.to()).key(),
                ToyKey.VERIFIER);
        long[] known = request.from().signedLast;
        switch (read) {
            case WitnessAnswer.Cosigned cosigned ->
                known[request.to()] =
                        Math.max(known[request.to()], request.tree().leaves().size());
            case WitnessAnswer.Elsewhere elsewhere -> known[request.to()] = elsewhere.size();
            case WitnessAnswer.Contradiction contradiction -> trace.add("refused: another tree");
            case WitnessAnswer.Refusal refusal -> trace.add("refused: " + refusal.reason());
        }
    }

    /** Lost, doubled, or an answer that never arrives. */
    private void mistreat(int how) {
        if (how == 0 && !underway.isEmpty()) {
            underway.remove(random.nextInt(underway.size()));
        } else if (how == 1 && !underway.isEmpty()) {
            underway.add(any(underway));
        } else if (how == 2 && !answers.isEmpty()) {
            answers.remove(random.nextInt(answers.size()));
        }
    }

    private void replay() {
        if (!recorded.isEmpty()) {
            underway.add(any(recorded));
        }
    }

    private void restart(int number) {
        String doubt = witnesses.get(number).crash();
        trace.add("witness " + number + " stops and starts");
        if (doubt != null) {
            violated(Violation.AMNESIA, doubt);
        }
    }

    private void monitor(int number) {
        try {
            Answer last = witnesses.get(number).last();
            if (last != null && last.status() == 200) {
                String[] lines = last.body().split("\n", 4);
                trace.add("witness " + number + " shows " + lines[1]);
                vouched(number, java.util.Objects.requireNonNull(trees.get(lines[1] + " " + lines[2])));
            }
        } catch (SimulatedDisk.Crash crash) {
            count(Seen.CRASH_WITHIN, 1);
            restart(number);
        } catch (IllegalStateException doubt) {
            violated(Violation.AMNESIA, String.valueOf(doubt.getMessage()));
        }
    }

    private void restore(Lineage log) {
        if (!backups.isEmpty()) {
            lineages.set(lineages.indexOf(log), any(backups).copy());
            count(Seen.ROLLBACK, 1);
            trace.add("a backup is restored");
        }
    }

    private void fork(Lineage log) {
        if (lineages.size() < LINEAGES) {
            lineages.add((backups.isEmpty() ? log : any(backups)).copy());
            count(Seen.FORK, 1);
            trace.add("the log is forked");
        }
    }

    /** Nothing fails any more: an honest log gets the signature of every honest witness. */
    private void calm() {
        Lineage log = lineages.get(0);
        underway.clear();
        answers.clear();
        append(log);
        for (int witness = 0; witness < witnesses.size(); witness++) {
            restart(witness);
            for (int tries = 0; tries < 3; tries++) {
                Tree tree = tree(log);
                long old = log.signedLast[witness];
                deliver(new Request(log, witness, log.request(signer, old), log.checkpoint(signer), tree));
                answers.forEach(this::take);
                answers.clear();
            }
            if (!witnesses.get(witness).lies() && log.signedLast[witness] != log.size()) {
                violated(Violation.STUCK, witness + " signed " + log.signedLast[witness] + " of " + log.size());
            }
        }
    }

    private Tree tree(Lineage log) {
        log.log.commit();
        String root = java.util.Base64.getEncoder().encodeToString(log.log.tree.root());
        return trees.computeIfAbsent(log.size() + " " + root, name -> new Tree(name, List.copyOf(log.log.entries)));
    }

    private void violated(Violation violation, String what) {
        trace.add(violation + ": " + what);
        violations.putIfAbsent(violation, String.join("\n", trace));
    }

    private void count(Seen what, int times) {
        if (times > 0) {
            seen.merge(what, times, Integer::sum);
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
