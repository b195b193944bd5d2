package org.romdoul.ledger.write;

import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A leaf's place among the leaves of its scope, so that one left out is missed.
 *
 * @param scope whom the fact belongs to: a case, a tip, an aftercare file, an operation, the agency
 * @param label {@code facts} or {@code readings}, which have a chain each; {@code clock} for {@link #NOBODY}
 * @param sequence from 1
 * @param previous the hash of the chain's leaf before, 32 bytes; {@link #first} in the first
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and on the way out
public record Chain(UUID scope, String label, long sequence, byte[] previous) {

    public static final String FACTS = "facts";
    public static final String READINGS = "readings";
    public static final String CLOCK = "clock";

    /** The scope of clock leaves. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Chain {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("a chain's label is one lower-case word");
        }
        if (label.equals(CLOCK) && !scope.equals(NOBODY)) {
            throw new IllegalArgumentException("the clock belongs to nobody");
        }
        previous = Sha256.checked(previous);
        if (sequence < 1 || (sequence == 1) != Arrays.equals(previous, first())) {
            throw new IllegalArgumentException("the first leaf of a chain, and it alone, names none before it");
        }
    }

    /** What the first leaf of a chain names as the one before: 32 zero bytes. */
    public static byte[] first() {
        return new byte[Sha256.LENGTH];
    }

    @Override
    public byte[] previous() {
        return previous.clone();
    }

    boolean isClock() {
        return label.equals(CLOCK);
    }

    String text() {
        return scope + "/" + label + " " + sequence + " " + Base64.getEncoder().encodeToString(previous);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Chain that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
