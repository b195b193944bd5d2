package org.romdoul.prosecution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;

/**
 * An accused is charged under a statute.
 *
 * @param statute the article of law, as a code
 * @param counts how many
 * @param override why a presumed victim is charged, in sealed words
 */
public record Charge(
        Fact fact,
        UUID defendant,
        UUID charge,
        String statute,
        int counts,
        @Nullable SealedRef override) implements CourtFact {

    @Override
    public UUID name() {
        return charge;
    }
}
