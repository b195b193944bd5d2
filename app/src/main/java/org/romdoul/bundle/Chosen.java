package org.romdoul.bundle;

import java.util.Set;
import java.util.UUID;

/**
 * What somebody decided to disclose; everything else is withheld, and listed as withheld.
 *
 * @param words sealed values to be opened, by id
 * @param decrypted files to be given as they were handed in, by id
 * @param sealed files to be given encrypted, as they are kept
 */
public record Chosen(Set<UUID> words, Set<UUID> decrypted, Set<UUID> sealed) {

    public static final Chosen NOTHING = new Chosen(Set.of(), Set.of(), Set.of());

    public Chosen {
        words = Set.copyOf(words);
        decrypted = Set.copyOf(decrypted);
        sealed = Set.copyOf(sealed);
    }
}
