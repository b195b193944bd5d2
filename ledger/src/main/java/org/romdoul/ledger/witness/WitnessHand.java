package org.romdoul.ledger.witness;

import java.time.InstantSource;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.write.Cosigner;

/** What a witness signs and verifies with. */
record WitnessHand(Cosigner cosigner, Ed25519 ed25519, InstantSource clock) {

    String line(byte[] text) {
        return cosigner.line(text, clock.instant().getEpochSecond());
    }

    /** Its own public key, by which it knows its own cosignatures again. */
    VerifierKey key() {
        return switch (VerifierKey.parse(cosigner.vkey())) {
            case Outcome.Accepted<VerifierKey> key -> key.value();
            case Outcome.Refused<VerifierKey> refused -> throw new IllegalStateException(refused.reason());
        };
    }
}
