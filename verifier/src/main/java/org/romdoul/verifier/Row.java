package org.romdoul.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Outcome;

/**
 * A fact's row: one JSON object (RFC 8259), read strictly. Kept are its own members that are texts, and every text at
 * any depth that refers to a sealed value or a file.
 *
 * @param texts the object's own members that are texts
 * @param sealed references to sealed values: {@code id~commitment~ciphertextHash}
 * @param files references to files: {@code id~size~sha256~storedSize~storedSha256}
 */
record Row(Map<String, String> texts, List<String> sealed, List<String> files) {

    /** What is kept of a row that cannot be read. */
    static final Row NOTHING = new Row(Map.of(), List.of(), List.of());

    private static final Pattern SEALED = Pattern.compile(CopyList.ID + "(~[A-Za-z0-9_-]{43}){2}");
    private static final Pattern FILE = Pattern.compile(CopyList.ID + "(~[0-9]{1,18}~[0-9a-f]{64}){2}");
    private static final int DEEPEST = 32;

    static Outcome<Row> parse(byte[] utf8) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            Scan scan = new Scan(json);
            return scan.row()
                    ? Outcome.accepted(new Row(scan.texts, scan.sealed, scan.files))
                    : Outcome.refused("is not JSON");
        } catch (CharacterCodingException malformed) {
            return Outcome.refused("is not UTF-8");
        }
    }

    /** Walks once over the text; what it does not find marks it failed, and every later step is void. */
    private static final class Scan {
        private final String json;
        private final Map<String, String> texts = new HashMap<>();
        private final List<String> sealed = new ArrayList<>();
        private final List<String> files = new ArrayList<>();
        private int at;
        private boolean failed;

        Scan(String json) {
            this.json = json;
        }

        boolean row() {
            space();
            object(1);
            return !failed && at == json.length();
        }

        private void object(int depth) {
            List<String> names = new ArrayList<>();
            items('{', '}', depth, () -> {
                String name = text();
                failed |= names.contains(name);
                names.add(name);
                one(':');
                String text = value(depth);
                if (depth == 1 && text != null) {
                    texts.put(name, text);
                }
            });
        }

        /** The value, where it is a text. */
        private @Nullable String value(int depth) {
            switch (peek()) {
                case '"' -> {
                    String text = text();
                    if (SEALED.matcher(text).matches()) {
                        sealed.add(text);
                    } else if (FILE.matcher(text).matches()) {
                        files.add(text);
                    }
                    return text;
                }
                case '{' -> object(depth + 1);
                case '[' -> items('[', ']', depth + 1, () -> value(depth + 1));
                case 't' -> word("true");
                case 'f' -> word("false");
                case 'n' -> word("null");
                default -> number();
            }
            return null;
        }

        private void items(char open, char close, int depth, Runnable item) {
            failed |= depth > DEEPEST;
            one(open);
            if (peek() == close) {
                one(close);
                return;
            }
            item.run();
            while (peek() == ',') {
                one(',');
                item.run();
            }
            one(close);
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            failed |= next() != '"';
            for (int c = next(); !failed && c != '"'; c = next()) {
                failed |= c < ' ';
                text.append((char) (c == '\\' ? escaped() : c));
            }
            space();
            return text.toString();
        }

        private int escaped() {
            int c = next();
            int known = "\"\\/bfnrt".indexOf(c);
            if (known >= 0) {
                return "\"\\/\b\f\n\r\t".charAt(known);
            }
            failed |= c != 'u';
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int digit = Character.digit(next(), 16);
                failed |= digit < 0;
                code = code << 4 | digit;
            }
            return code;
        }

        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

        private void number() {
            var number = NUMBER.matcher(json).region(at, json.length());
            failed |= !number.lookingAt();
            at = failed ? at : number.end();
            space();
        }

        private void word(String word) {
            failed |= !json.startsWith(word, at);
            at += failed ? 0 : word.length();
            space();
        }

        private void one(char expected) {
            failed |= next() != expected;
            space();
        }

        private void space() {
            while (!failed && at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
                at++;
            }
        }

        private int peek() {
            return failed || at >= json.length() ? -1 : json.charAt(at);
        }

        private int next() {
            int c = peek();
            failed |= c < 0;
            at += failed ? 0 : 1;
            return c;
        }
    }
}
