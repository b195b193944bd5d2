package org.romdoul.ledger.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A disk that keeps what POSIX promises and not a byte more: at a crash, what was not synced is torn, lost or there, and names
 * that were not synced are the old ones or the new ones. It can fail without a crash, too.
 */
class SimulatedDisk implements Disk {

    /** The machine stops here. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crash() {
            super("crash", null, false, false);
        }
    }

    private static final class File {
        private byte[] seen = new byte[0];
        private byte @Nullable [] synced;
    }

    private interface Change {
        void in(Map<String, File> names);
    }

    private final Random random;
    private Map<String, File> names = new HashMap<>();
    private final Map<String, File> syncedNames = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private int stepsToCrash = Integer.MAX_VALUE;
    private int stepsToFailure = Integer.MAX_VALUE;

    SimulatedDisk(Random random) {
        this.random = random;
    }

    /** The machine stops at one of its next steps on this disk. */
    void crashSoon(int steps) {
        stepsToCrash = steps;
    }

    /** One of the next steps fails, and the machine goes on. */
    void failSoon(int steps) {
        stepsToFailure = steps;
    }

    /** What a machine finds that starts again. */
    void crash() {
        int survived = random.nextInt(changes.size() + 1);
        changes.subList(0, survived).forEach(change -> change.in(syncedNames));
        changes.clear();
        names = new HashMap<>(syncedNames);
        names.values().forEach(this::tear);
        stepsToCrash = Integer.MAX_VALUE;
        stepsToFailure = Integer.MAX_VALUE;
    }

    private void tear(File file) {
        byte[] old = file.synced == null ? new byte[0] : file.synced;
        if (!Arrays.equals(old, file.seen)) {
            file.seen = switch (random.nextInt(4)) {
                case 0 -> old;
                case 1 -> file.seen;
                case 2 -> Arrays.copyOf(file.seen, random.nextInt(file.seen.length + 1));
                default -> {
                    byte[] holed = file.seen.clone();
                    Arrays.fill(holed, random.nextInt(holed.length + 1), holed.length, (byte) 0);
                    yield holed;
                }
            };
        }
        file.synced = file.seen;
    }

    @Override
    public byte @Nullable [] read(String name) throws IOException {
        step();
        File file = names.get(name);
        return file == null ? null : file.seen.clone();
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        step();
        File file = names.computeIfAbsent(name, made -> {
            File fresh = new File();
            changes.add(synced -> synced.put(made, fresh));
            return fresh;
        });
        file.seen = bytes.clone();
    }

    @Override
    public void sync(String name) throws IOException {
        step();
        File file = java.util.Objects.requireNonNull(names.get(name));
        file.synced = file.seen;
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step();
        Change change = in -> {
            File moved = in.remove(from);
            if (moved != null) {
                in.put(to, moved);
            }
        };
        change.in(names);
        changes.add(change);
    }

    @Override
    public void syncNames() throws IOException {
        step();
        changes.forEach(change -> change.in(syncedNames));
        changes.clear();
    }

    private void step() throws IOException {
        if (--stepsToCrash == 0) {
            throw new Crash();
        }
        if (--stepsToFailure == 0) {
            throw new IOException("this disk fails now and then");
        }
    }
}
