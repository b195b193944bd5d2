package org.romdoul.ledger.read;

import java.util.function.Function;

/**
 * The answer to bytes from outside: accepted, with what they say, or refused, with why.
 *
 * <p>How far acceptance goes is the type's business: a {@link Note} is only well formed, a {@link SignedNote} has
 * signatures that verified, a {@link TlogProof.Proven} leaf satisfied a whole policy.
 */
public sealed interface Outcome<T> {

    /** It is what it claims to be. */
    record Accepted<T>(T value) implements Outcome<T> {}

    /** It is not; the reason is one plain clause in English without data from the input beyond public names. */
    record Refused<T>(String reason) implements Outcome<T> {}

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Outcome<T> refused(String reason) {
        return new Refused<>(reason);
    }

    /** Goes on with the accepted value; the first refusal stands. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Accepted<T> accepted -> next.apply(accepted.value());
            case Refused<T> refused -> refused(refused.reason());
        };
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
