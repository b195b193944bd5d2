package org.romdoul.journal.witnessing;

import org.springframework.modulith.NamedInterface;

/**
 * How far a fact has come: recorded, sealed under the log's signed head, vouched for by others. Pages say it with
 * {@code page.text(seal.key(), seal.witnessed(), seal.witnesses())}.
 *
 * @param witnessed so many of the policy's witnesses vouch for it
 * @param witnesses so many there are
 */
@NamedInterface("witnessing")
public record Seal(boolean sealed, int witnessed, int witnesses) {

    public static final Seal NOT_YET = new Seal(false, 0, 0);

    public String key() {
        if (!sealed) return "seal.recorded";
        return witnessed == 0 ? "seal.sealed" : "seal.witnessed";
    }
}
