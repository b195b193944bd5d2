package org.romdoul.verifier;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The files of a bundle with their hashes, each file read once from end to end. Large ones are never held. */
final class Bundle {

    /** What every byte of a file comes to. */
    record Hashed(Container.Item item, byte[] sha256, byte[] sha512, boolean asContainerSays) {}

    private static final int BUFFER = 1 << 16;

    private final Container container;
    private final TreeMap<String, Hashed> files = new TreeMap<>();
    private final TreeSet<String> unread = new TreeSet<>();

    private Bundle(Container container) {
        this.container = container;
    }

    /** Reads everything. */
    static Bundle read(Container container) throws IOException {
        Bundle bundle = new Bundle(container);
        byte[] buffer = new byte[BUFFER];
        MessageDigest sha256 = Digests.sha256();
        MessageDigest sha512 = Digests.sha512();
        for (Container.Item item : container.items()) {
            CRC32 crc32 = new CRC32();
            try (InputStream bytes = container.open(item)) {
                long left = item.size();
                for (int got = bytes.read(buffer); got >= 0; got = bytes.read(buffer)) {
                    left -= got;
                    if (left < 0) {
                        break;
                    }
                    sha256.update(buffer, 0, got);
                    sha512.update(buffer, 0, got);
                    crc32.update(buffer, 0, got);
                }
                if (left != 0) {
                    throw new EOFException("a file changed its length while it was read");
                }
            }
            boolean asSaid = item.crc32() < 0 || item.crc32() == crc32.getValue();
            bundle.unread.add(item.path());
            bundle.files.put(item.path(), new Hashed(item, sha256.digest(), sha512.digest(), asSaid));
        }
        return bundle;
    }

    String kind() {
        return container.kind();
    }

    Map<String, Hashed> files() {
        return files;
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    /** A file's hash, for a check that answers for the file with it. */
    byte[] sha256(String path) {
        unread.remove(path);
        return file(path).sha256();
    }

    byte[] sha512(String path) {
        return file(path).sha512();
    }

    private Hashed file(String path) {
        return Objects.requireNonNull(files.get(path));
    }

    /** The paths that begin so, in their order. */
    List<String> under(String prefix) {
        return List.copyOf(files.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }

    /** A small file's bytes, the very ones that were hashed; null where it is absent or longer than {@code limit}. */
    byte @Nullable [] bytes(String path, int limit) throws IOException {
        Hashed file = files.get(path);
        unread.remove(path);
        if (file == null || file.item().size() > limit) {
            return null;
        }
        try (InputStream in = container.open(file.item())) {
            byte[] bytes = in.readNBytes(limit);
            if (!Arrays.equals(Digests.sha256().digest(bytes), file.sha256())) {
                throw new IOException("a file changed while it was read");
            }
            return bytes;
        }
    }

    /** Files that no check has asked for. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    long length() {
        return files.values().stream().mapToLong(file -> file.item().size()).sum();
    }
}
