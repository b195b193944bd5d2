package org.romdoul.ledger.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy file line by line: C2SP {@code tlog-policy}. A name must be defined before it is used and may be a
 * member once; a key may stand once among the logs and once among the witnesses; the quorum stands once. At most 65,536
 * bytes and 256 logs, witnesses and groups together.
 */
final class PolicyReader {

    private static final int MAX_BYTES = 65_536;
    private static final int MAX_DEFINITIONS = 256;

    private final List<Policy.Log> logs = new ArrayList<>();
    private final Map<String, Policy.Witness> witnesses = new LinkedHashMap<>();
    private final List<Policy.Group> groups = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(Policy.NOBODY));
    private final Set<String> members = new HashSet<>(Set.of(Policy.NOBODY));
    private @Nullable String quorum;
    private boolean octets;

    Outcome<Policy> read(byte[] file) {
        if (file.length > MAX_BYTES) {
            return Outcome.refused("the policy is too long");
        }
        // Octets above 0x7f are opaque to the format. Two names are one only if their octets are, in either reading.
        String utf8 = Strict.utf8(file);
        String text = utf8 != null ? utf8 : new String(file, StandardCharsets.ISO_8859_1);
        octets = utf8 == null;
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
            return Outcome.refused("the policy holds a control character");
        }
        if (!text.endsWith("\n")) {
            return Outcome.refused("the policy's last line does not end");
        }
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            String problem = line(line);
            if (problem != null) {
                return Outcome.refused("policy line " + number + ": " + problem);
            }
        }
        String found = quorum;
        return found == null
                ? Outcome.refused("the policy has no quorum")
                : Outcome.accepted(new Policy(logs, witnesses, groups, found));
    }

    private @Nullable String line(String line) {
        List<String> words = Arrays.stream(line.split("[ \t]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() || words.get(0).startsWith("#")) {
            return null;
        }
        if (logs.size() + witnesses.size() + groups.size() >= MAX_DEFINITIONS) {
            return "too many definitions";
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "log" -> log(rest);
            case "witness" -> witness(rest);
            case "group" -> group(rest);
            case "quorum" -> quorum(rest);
            default -> "unknown word";
        };
    }

    private @Nullable String log(List<String> words) {
        if (words.isEmpty() || words.size() > 2) {
            return "a log is a key and perhaps an address";
        }
        return switch (key(words.get(0))) {
            case Outcome.Refused<VerifierKey> bad -> bad.reason();
            case Outcome.Accepted<VerifierKey> good -> {
                VerifierKey key = good.value();
                if (key.use() != VerifierKey.Use.SIGNATURE) {
                    yield "a log's key has type 1";
                }
                if (logs.stream().anyMatch(log -> log.key().sameKeyAs(key))) {
                    yield "a log's key stands twice";
                }
                logs.add(new Policy.Log(key, words.size() == 2 ? words.get(1) : ""));
                yield null;
            }
        };
    }

    private @Nullable String witness(List<String> words) {
        if (words.size() < 2 || words.size() > 3) {
            return "a witness is a name, a key and perhaps an address";
        }
        return switch (key(words.get(1))) {
            case Outcome.Refused<VerifierKey> bad -> bad.reason();
            case Outcome.Accepted<VerifierKey> good -> {
                VerifierKey key = good.value();
                if (key.use() != VerifierKey.Use.COSIGNATURE) {
                    yield "a witness's key has type 4";
                }
                if (witnesses.values().stream()
                        .anyMatch(witness -> witness.key().sameKeyAs(key))) {
                    yield "a witness's key stands twice";
                }
                if (!names.add(words.get(0))) {
                    yield "a name is defined twice";
                }
                witnesses.put(words.get(0), new Policy.Witness(key, words.size() == 3 ? words.get(2) : ""));
                yield null;
            }
        };
    }

    private @Nullable String group(List<String> words) {
        if (words.size() < 3) {
            return "a group is a name, a threshold and members";
        }
        List<String> listed = words.subList(2, words.size());
        long threshold = switch (words.get(1)) {
            case "any" -> 1;
            case "all" -> listed.size();
            default -> Strict.decimal(words.get(1));
        };
        if (threshold < 1 || threshold > listed.size()) {
            return "a threshold is any, all or between 1 and the number of members";
        }
        for (String member : listed) {
            if (!names.contains(member)) {
                return "a member is not defined above";
            }
            if (!members.add(member)) {
                return "a member stands twice or is none";
            }
        }
        if (!names.add(words.get(0))) {
            return "a name is defined twice";
        }
        groups.add(new Policy.Group(words.get(0), (int) threshold, listed));
        return null;
    }

    private @Nullable String quorum(List<String> words) {
        if (words.size() != 1 || !names.contains(words.get(0))) {
            return "a quorum is one name defined above";
        }
        if (quorum != null) {
            return "a second quorum";
        }
        quorum = words.get(0);
        return null;
    }

    private Outcome<VerifierKey> key(String word) {
        String vkey = octets ? Strict.utf8(word.getBytes(StandardCharsets.ISO_8859_1)) : word;
        return vkey == null ? Outcome.refused("a key's name is not UTF-8") : VerifierKey.parse(vkey);
    }
}
