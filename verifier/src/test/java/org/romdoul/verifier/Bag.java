package org.romdoul.verifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The files of a bundle in the making, and what makes a bag of them. */
final class Bag {

    static final String BASE = "bundle-kh-0001-copy-1";

    final TreeMap<String, byte[]> files;

    Bag(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    /** Writes declaration and manifests over what is there, as whoever changed something would. */
    Bag sealed() {
        put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        files.keySet().removeIf(path -> path.contains("manifest-"));
        manifest("manifest-sha256.txt", true, false);
        manifest("manifest-sha512.txt", true, true);
        TreeMap<String, byte[]> tags = new TreeMap<>(files);
        tags.keySet().removeIf(path -> path.startsWith("data/"));
        files.put("tagmanifest-sha256.txt", lines(tags, false));
        files.put("tagmanifest-sha512.txt", lines(tags, true));
        return this;
    }

    /** The same, with a payload file that is not among {@link #files}: only its hashes are known. */
    Bag sealedWith(String path, String sha256, String sha512) {
        sealed();
        bend("manifest-sha256.txt", lines -> with(lines, sha256 + "  " + path));
        bend("manifest-sha512.txt", lines -> with(lines, sha512 + "  " + path));
        TreeMap<String, byte[]> tags = new TreeMap<>(files);
        tags.keySet().removeIf(one -> one.startsWith("data/") || one.startsWith("tagmanifest-"));
        files.put("tagmanifest-sha256.txt", lines(tags, false));
        files.put("tagmanifest-sha512.txt", lines(tags, true));
        return this;
    }

    private static String with(String lines, String line) {
        List<String> all = new java.util.ArrayList<>(lines.lines().toList());
        all.add(line);
        all.sort(java.util.Comparator.comparing(one -> one.substring(one.indexOf("  "))));
        return String.join("\n", all) + "\n";
    }

    private void manifest(String name, boolean data, boolean wide) {
        TreeMap<String, byte[]> payload = new TreeMap<>(files);
        payload.keySet().removeIf(path -> path.startsWith("data/") != data);
        files.put(name, lines(payload, wide));
    }

    private static byte[] lines(Map<String, byte[]> files, boolean wide) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, bytes) -> {
            byte[] hash = (wide ? Digests.sha512() : Digests.sha256()).digest(bytes);
            lines.append(ExampleCase.hex(hash)).append("  ").append(path).append('\n');
        });
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    Bag put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Bag put(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    Bag without(String path) {
        if (files.remove(path) == null) {
            throw new IllegalArgumentException(path);
        }
        return this;
    }

    Bag bend(String path, UnaryOperator<String> how) {
        return put(path, how.apply(text(path)));
    }

    Bag swap(String one, String other) {
        byte[] bytes = get(one);
        put(one, get(other));
        return put(other, bytes);
    }

    byte[] get(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException(path);
        }
        return bytes;
    }

    String text(String path) {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    Bag flip(String path, int bit) {
        byte[] bytes = get(path).clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return put(path, bytes);
    }

    /** The first path that begins and ends so. */
    String path(String begin, String end) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(begin) && path.endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    List<String> paths(String begin) {
        return files.keySet().stream().filter(path -> path.startsWith(begin)).toList();
    }

    int count(String begin, String end) {
        return (int) paths(begin).stream().filter(path -> path.endsWith(end)).count();
    }

    Bag withoutFact(int number) {
        String path = String.format("data/facts/%06d.", number);
        return without(path + "leaf").without(path + "tlog-proof");
    }

    Bag each(String begin, String end, UnaryOperator<String> how) {
        paths(begin).stream().filter(path -> path.endsWith(end)).forEach(path -> bend(path, how));
        return this;
    }

    Bag rename(String path, String from, String to) {
        byte[] bytes = get(path);
        return without(path).put(path.replace(from, to), bytes);
    }

    /** The index that a proof claims. */
    long index(String proof) {
        return Long.parseLong(text(proof).split("\n", 3)[1].substring("index ".length()));
    }

    ExampleZip zip() {
        return ExampleZip.of(BASE, files);
    }
}
