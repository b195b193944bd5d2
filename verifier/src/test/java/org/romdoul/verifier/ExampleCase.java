package org.romdoul.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An invented case in a log, and the copies that are made of it. Nothing in it is anybody's. */
final class ExampleCase {

    private static final List<String> PAGES =
            List.of("case.jsonld", "index.html", "readme.en.txt", "readme.km.txt", "readme.vi.txt");

    private record Words(byte[] salt, byte[] text) {}

    private record Stored(byte[] decrypted, byte[] sealed) {}

    final ExampleLog log;
    final UUID scope;
    private final UUID actor;
    private final List<Long> facts = new ArrayList<>();
    private final List<Long> readings = new ArrayList<>();
    private final TreeMap<String, Words> words = new TreeMap<>();
    private final TreeMap<String, Stored> files = new TreeMap<>();
    private final java.util.TreeSet<String> large = new java.util.TreeSet<>();
    private int copies;

    ExampleCase(ExampleLog log) {
        this.log = log;
        this.scope = log.id();
        this.actor = log.id();
    }

    /** @param members further members of the row, as jsonb text */
    ExampleCase fact(String table, String... members) {
        UUID id = log.id();
        facts.add(log.add(scope, "facts", table, id, row(id, members)));
        return this;
    }

    ExampleCase reading(String... members) {
        UUID id = log.id();
        readings.add(log.add(scope, "readings", "vault.reading", id, row(id, members)));
        return this;
    }

    private String row(UUID id, String... members) {
        String common = "\"id\": \"" + id + "\", \"actor\": \"" + actor + "\", \"scope\": \"" + scope
                + "\", \"happened\": \"2026-11-24\", \"recorded_at\": \"" + log.now() + "\"";
        return "{" + common + (members.length == 0 ? "" : ", " + String.join(", ", members)) + "}";
    }

    /** A member that refers to words which are sealed now. */
    String words(String member, String text) {
        Words sealed = new Words(log.random(32), text.getBytes(StandardCharsets.UTF_8));
        String id = log.id().toString();
        words.put(id, sealed);
        String reference = id + "~" + url(sha256(sealed.salt(), sealed.text())) + "~" + url(log.random(32));
        return "\"" + member + "\": \"" + reference + "\"";
    }

    /** A member that refers to a file which is stored now. */
    String file(String member, byte[] decrypted) {
        Stored stored = new Stored(decrypted, log.random(decrypted.length + 64));
        String id = log.id().toString();
        files.put(id, stored);
        String reference = id + "~" + decrypted.length + "~" + hex(sha256(decrypted)) + "~" + stored.sealed().length
                + "~" + hex(sha256(stored.sealed()));
        return "\"" + member + "\": \"" + reference + "\"";
    }

    /** A file that is too large to hold: its id and the member that refers to it. */
    record Stood(String id, String member) {}

    Stood largeFile(String member, long size, String sha256) {
        String id = log.id().toString();
        large.add(id);
        String stored = hex(log.random(32));
        return new Stood(
                id, "\"" + member + "\": \"" + id + "~" + size + "~" + sha256 + "~" + size + "~" + stored + "\"");
    }

    /** The ids of everything that is sealed so far, in their order. */
    List<String> wordIds() {
        return List.copyOf(words.keySet());
    }

    List<String> fileIds() {
        return List.copyOf(files.keySet());
    }

    /** What a copy discloses: states by id; what is not named is opened, or decrypted. */
    record Disclosed(Map<String, String> words, Map<String, String> files) {
        static final Disclosed EVERYTHING = new Disclosed(Map.of(), Map.of());
    }

    /** A copy that was made: its list, and where the case stood. */
    record Copy(byte[] list, int events, int readings, Disclosed disclosed) {
        Copy disclosing(Disclosed other) {
            return new Copy(list, events, readings, other);
        }
    }

    Copy copy(Disclosed disclosed) {
        Copy copy = list(disclosed, text -> text);
        head(copy);
        return copy;
    }

    /** @param bent what is done to the list before the head commits to it */
    Copy list(Disclosed disclosed, java.util.function.UnaryOperator<String> bent) {
        copies++;
        StringBuilder list = new StringBuilder("romdoul.org/copy@v1\ncase " + scope + "\ncopy " + copies + "\nevents "
                + facts.size() + "\nreadings " + readings.size() + "\n");
        for (String page : PAGES) {
            list.append("page ")
                    .append(hex(sha256(page(page))))
                    .append(' ')
                    .append(page)
                    .append('\n');
        }
        words.keySet()
                .forEach(id ->
                        list.append("words " + id + " " + disclosed.words().getOrDefault(id, "opened") + "\n"));
        java.util.TreeSet<String> all = new java.util.TreeSet<>(files.keySet());
        all.addAll(large);
        all.forEach(id -> list.append("file " + id + " " + disclosed.files().getOrDefault(id, "decrypted.txt") + "\n"));
        byte[] bytes = bent.apply(list.toString()).getBytes(StandardCharsets.UTF_8);
        return new Copy(bytes, facts.size(), readings.size(), disclosed);
    }

    void head(Copy copy) {
        fact("bundle.copy", "\"copy\": " + copies, "\"contents\": \"" + hex(sha256(copy.list())) + "\"");
    }

    /** The files of a bundle, without manifests. */
    TreeMap<String, byte[]> files(Copy copy, byte[] note) {
        TreeMap<String, byte[]> bundle = new TreeMap<>();
        bundle.put("data/checkpoint", note);
        bundle.put("data/copy.txt", copy.list());
        PAGES.forEach(page -> bundle.put("data/" + page, page(page)));
        leaves(bundle, "facts", facts, note);
        leaves(bundle, "readings", readings.subList(0, copy.readings()), note);
        words.forEach((id, one) -> {
            if (copy.disclosed().words().getOrDefault(id, "opened").equals("opened")) {
                bundle.put("data/openings/" + id + ".salt", one.salt());
                bundle.put("data/openings/" + id + ".txt", one.text());
            }
        });
        files.forEach((id, stored) -> {
            String form = copy.disclosed().files().getOrDefault(id, "decrypted.txt");
            if (!form.equals("withheld") && !form.equals("erased")) {
                bundle.put(
                        "data/files/" + id + "." + form, form.equals("sealed") ? stored.sealed() : stored.decrypted());
            }
        });
        return bundle;
    }

    private void leaves(Map<String, byte[]> bundle, String label, List<Long> indices, byte[] note) {
        int sequence = 0;
        for (long index : indices) {
            String path = String.format("data/%s/%06d.", label, ++sequence);
            bundle.put(path + "leaf", log.leaf(index));
            bundle.put(path + "tlog-proof", log.proof(index, note));
        }
    }

    private byte[] page(String name) {
        String text = switch (name) {
            case "case.jsonld" -> "{\"@context\": {}, \"@id\": \"urn:uuid:" + scope + "\"}\n";
            case "index.html" -> "<!doctype html><title>Copy</title><p>An invented case, to try the verifier on.\n";
            default -> "An invented case, to try the verifier on.\n";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[]... parts) {
        MessageDigest sha256 = Digests.sha256();
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return sha256.digest();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
