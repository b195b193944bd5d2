package org.romdoul.ledger.read;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Believes notes that known keys signed: C2SP {@code signed-note}. Lines of unknown keys are ignored; one bad signature
 * of a known key refuses the whole note, since nobody honest publishes such a thing.
 */
public final class NoteReader {

    private final List<VerifierKey> known;
    private final Ed25519 ed25519;

    public NoteReader(List<VerifierKey> known, Ed25519 ed25519) {
        this.known = List.copyOf(known);
        this.ed25519 = ed25519;
    }

    public Outcome<SignedNote> read(byte[] note) {
        return Note.parse(note).then(this::verify);
    }

    private Outcome<SignedNote> verify(Note note) {
        byte[] text = note.text();
        // A key that signed twice counts once, and its first line stands.
        Set<VerifierKey> signers = new LinkedHashSet<>();
        Map<VerifierKey, Cosignature> cosignatures = new LinkedHashMap<>();
        for (Note.Line line : note.lines()) {
            VerifierKey key = keyOf(line).orElse(null);
            if (key == null) {
                continue;
            }
            boolean verified = switch (key.use()) {
                case SIGNATURE -> {
                    signers.add(key);
                    yield ed25519.verifies(key.publicKey(), text, line.signature());
                }
                case COSIGNATURE -> {
                    Optional<Cosignature> found = Cosignature.verify(key, line.signature(), text, ed25519);
                    found.ifPresent(cosignature -> cosignatures.putIfAbsent(key, cosignature));
                    yield found.isPresent();
                }
            };
            if (!verified) {
                return Outcome.refused("the signature of " + key + " does not verify");
            }
        }
        return signers.isEmpty() && cosignatures.isEmpty()
                ? Outcome.refused("no known key signed the note")
                : Outcome.accepted(new SignedNote(text, List.copyOf(signers), List.copyOf(cosignatures.values())));
    }

    private Optional<VerifierKey> keyOf(Note.Line line) {
        return known.stream().filter(key -> key.isNamedBy(line)).findFirst();
    }
}
