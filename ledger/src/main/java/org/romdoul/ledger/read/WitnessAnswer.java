package org.romdoul.ledger.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a witness answered to a checkpoint: C2SP {@code tlog-witness}, judged by the log that asked. */
public sealed interface WitnessAnswer {

    /** It vouches: the line, with its newline, may go under the checkpoint; its signature verified. */
    record Cosigned(Cosignature cosignature, String line) implements WitnessAnswer {}

    /** It signed a checkpoint of another size last: the proof must begin there. */
    record Elsewhere(long size) implements WitnessAnswer {}

    /** It has signed a tree that the checkpoint's does not extend: the log was rewritten, or the witness is wrong. */
    record Contradiction() implements WitnessAnswer {}

    /** It does not sign, or what it sent is not its cosignature; the reason is one plain clause. */
    record Refusal(String reason) implements WitnessAnswer {}

    /**
     * @param contentType as in the response's header, empty for none
     * @param note the checkpoint that was sent, with its signatures
     */
    static WitnessAnswer read(
            int status, String contentType, byte[] body, byte[] note, VerifierKey witness, Ed25519 ed25519) {
        return switch (status) {
            case 200 ->
                switch (Note.parse(note).then(sent -> cosigned(body, sent.text(), witness, ed25519))) {
                    case Outcome.Accepted<Cosigned> cosigned -> cosigned.value();
                    case Outcome.Refused<Cosigned> refused -> new Refusal("what it sent is not its cosignature");
                };
            case 409 -> elsewhere(contentType, body);
            case 404 -> new Refusal("it does not know this log");
            case 403 -> new Refusal("it does not trust this log's key");
            case 422 -> new Contradiction();
            default -> new Refusal("it answered with status " + status);
        };
    }

    /** The witness's own line, were it the only one under the checkpoint; lines of others are ignored. */
    private static Outcome<Cosigned> cosigned(byte[] body, byte[] text, VerifierKey witness, Ed25519 ed25519) {
        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        alone.writeBytes(text);
        alone.write('\n');
        alone.writeBytes(body);
        byte[] note = alone.toByteArray();
        return new NoteReader(List.of(witness), ed25519)
                .read(note)
                .then(signed -> Note.parse(note).then(parsed -> first(signed, parsed, witness)));
    }

    private static Outcome<Cosigned> first(SignedNote signed, Note note, VerifierKey witness) {
        return signed.cosignatures().stream()
                .findFirst()
                .map(cosignature -> Outcome.accepted(new Cosigned(cosignature, line(note, witness))))
                .orElseGet(() -> Outcome.refused("the key is not a witness's"));
    }

    private static String line(Note note, VerifierKey witness) {
        return note.lines().stream()
                .filter(witness::isNamedBy)
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static WitnessAnswer elsewhere(String contentType, byte[] body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        long size = text.endsWith("\n") ? Strict.decimal(text.substring(0, text.length() - 1)) : -1;
        return type.equals("text/x.tlog.size") && size >= 0 ? new Elsewhere(size) : new Contradiction();
    }
}
