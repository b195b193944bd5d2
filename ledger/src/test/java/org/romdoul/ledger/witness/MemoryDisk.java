package org.romdoul.ledger.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A disk that never fails unless it is told to, and tells what was done to it. */
final class MemoryDisk implements Disk {

    final Map<String, byte[]> files = new HashMap<>();
    final List<String> done = new ArrayList<>();
    boolean full;

    @Override
    public byte @Nullable [] read(String name) {
        return files.get(name);
    }

    @Override
    public void write(String name, byte[] bytes) throws IOException {
        if (full) {
            throw new IOException("no space left");
        }
        files.put(name, bytes);
        done.add("write " + suffix(name));
    }

    @Override
    public void sync(String name) {
        done.add("sync " + suffix(name));
    }

    @Override
    public void rename(String from, String to) {
        files.put(to, java.util.Objects.requireNonNull(files.remove(from)));
        done.add("rename " + suffix(from) + " to " + suffix(to));
    }

    @Override
    public void syncNames() {
        done.add("sync names");
    }

    private static String suffix(String name) {
        return name.endsWith(".new") ? "new" : "file";
    }
}
