package org.romdoul.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The bag (RFC 8493): what it declares itself to be, and its four manifests. Each manifest names each of its files once,
 * in the order of the names, as {@code sha256sum} writes it.
 */
final class Manifests {

    private static final String CHECK = "manifests";
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final int LIMIT = 1 << 28;

    private final Bundle bundle;
    private final Report report;

    Manifests(Bundle bundle, Report report) {
        this.bundle = bundle;
        this.report = report;
    }

    void check() throws IOException {
        byte[] declaration = bundle.bytes("bagit.txt", DECLARATION.length());
        if (declaration == null || !new String(declaration, StandardCharsets.ISO_8859_1).equals(DECLARATION)) {
            report.bad(CHECK, Verdict.TAMPERED, "bagit.txt does not declare a bag of version 1.0");
        }
        for (Bundle.Hashed file : bundle.files().values()) {
            if (!file.asContainerSays()) {
                report.bad(CHECK, Verdict.TAMPERED, file.item().path() + ": the zip's own checksum differs");
            }
        }
        check("manifest-sha256.txt", "data/", Bundle.Hashed::sha256);
        check("manifest-sha512.txt", "data/", Bundle.Hashed::sha512);
        check("tagmanifest-sha256.txt", "", Bundle.Hashed::sha256);
        check("tagmanifest-sha512.txt", "", Bundle.Hashed::sha512);
        report.conclude(
                CHECK, "sha256 and sha512 of " + bundle.files().size() + " files, " + bundle.length() + " bytes");
    }

    private void check(String manifest, String prefix, Function<Bundle.Hashed, byte[]> hash) throws IOException {
        byte[] bytes = bundle.bytes(manifest, LIMIT);
        if (bytes == null) {
            report.bad(CHECK, Verdict.INCOMPLETE, manifest + " is missing");
            return;
        }
        Map<String, Bundle.Hashed> unlisted = files(prefix);
        String last = "";
        List<String> lines = Lines.of(bytes);
        for (String line : lines.subList(0, lines.size() - 1)) {
            int space = line.indexOf("  ");
            String path = line.substring(space < 0 ? 0 : space + 2);
            if (space < 0 || !Paths.isPlain(path) || path.compareTo(last) <= 0) {
                report.bad(CHECK, Verdict.TAMPERED, manifest + ": a line is malformed, twice or out of order");
                return;
            }
            last = path;
            Bundle.Hashed file = unlisted.remove(path);
            if (file == null) {
                report.bad(CHECK, Verdict.INCOMPLETE, path + " is in " + manifest + " and not in the bundle");
            } else if (!line.substring(0, space).equals(Digests.hex(hash.apply(file)))) {
                report.bad(CHECK, Verdict.TAMPERED, path + ": not the bytes of " + manifest);
            }
        }
        if (!lines.getLast().isEmpty()) {
            report.bad(CHECK, Verdict.TAMPERED, manifest + ": its last line does not end");
        }
        for (String path : unlisted.keySet()) {
            report.bad(CHECK, Verdict.TAMPERED, path + " is not in " + manifest);
        }
    }

    /** Payload files for a manifest; for a tag manifest all others but the tag manifests. */
    private Map<String, Bundle.Hashed> files(String prefix) {
        Map<String, Bundle.Hashed> files = new TreeMap<>(bundle.files());
        files.keySet()
                .removeIf(path -> prefix.isEmpty()
                        ? path.startsWith("data/") || path.startsWith("tagmanifest-")
                        : !path.startsWith(prefix));
        return files;
    }
}
