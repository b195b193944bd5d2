package org.romdoul.ledger;

import org.romdoul.ledger.read.Outcome;

/** Takes an outcome apart where a test already knows which one it must be. */
public final class Answers {

    private Answers() {}

    public static <T> T accepted(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T> accepted -> accepted.value();
            case Outcome.Refused<T> refused -> throw new AssertionError("refused: " + refused.reason());
        };
    }

    public static String refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<?> accepted -> throw new AssertionError("accepted: " + accepted.value());
            case Outcome.Refused<?> refused -> refused.reason();
        };
    }
}
