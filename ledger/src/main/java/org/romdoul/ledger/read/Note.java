package org.romdoul.ledger.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A C2SP {@code signed-note} taken apart and not yet believed: a text, a blank line, signature lines.
 *
 * <p>At most 1,000,000 bytes and 64 signatures, so that no note can keep a reader busy.
 */
public final class Note {

    private static final int MAX_BYTES = 1_000_000;
    private static final int MAX_SIGNATURES = 64;
    private static final String DASH = "— ";

    /** One line under the text: a key's name and id (eight hex digits) and its signature. */
    public static final class Line {
        private final String name;
        private final String keyId;
        private final byte[] signature;

        private Line(String name, String keyId, byte[] signature) {
            this.name = name;
            this.keyId = keyId;
            this.signature = signature;
        }

        public String name() {
            return name;
        }

        public String keyId() {
            return keyId;
        }

        public byte[] signature() {
            return signature.clone();
        }

        /** The line itself, with its newline: it has only one spelling. */
        public String text() {
            byte[] id = HexFormat.of().parseHex(keyId);
            byte[] both = Arrays.copyOf(id, id.length + signature.length);
            System.arraycopy(signature, 0, both, id.length, signature.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }
    }

    private final byte[] text;
    private final List<Line> lines;

    private Note(byte[] text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** The signed bytes, with their final newline. */
    public byte[] text() {
        return text.clone();
    }

    public List<Line> lines() {
        return lines;
    }

    public static Outcome<Note> parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Outcome.refused("the note is too long");
        }
        String note = Strict.utf8(bytes);
        if (note == null) {
            return Outcome.refused("the note is not UTF-8");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            return Outcome.refused("the note holds a control character");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            return Outcome.refused("the note has no signature lines");
        }
        String[] signatures = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (signatures.length > MAX_SIGNATURES) {
            return Outcome.refused("the note has too many signatures");
        }
        List<Line> lines = new ArrayList<>();
        for (String signature : signatures) {
            switch (line(signature)) {
                case Outcome.Accepted<Line> line -> lines.add(line.value());
                case Outcome.Refused<Line> malformed -> {
                    return Outcome.refused(malformed.reason());
                }
            }
        }
        byte[] text = note.substring(0, blank + 1).getBytes(StandardCharsets.UTF_8);
        return Outcome.accepted(new Note(text, List.copyOf(lines)));
    }

    private static Outcome<Line> line(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !line.startsWith(DASH) || !Strict.keyName(parts[1])) {
            return Outcome.refused("a signature line is malformed");
        }
        byte[] idAndSignature = Strict.base64(parts[2]);
        if (idAndSignature == null || idAndSignature.length < 5) {
            return Outcome.refused("a signature is not canonical base64");
        }
        String keyId = HexFormat.of().formatHex(idAndSignature, 0, 4);
        byte[] signature = Arrays.copyOfRange(idAndSignature, 4, idAndSignature.length);
        return Outcome.accepted(new Line(parts[1], keyId, signature));
    }
}
