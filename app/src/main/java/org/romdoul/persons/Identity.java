package org.romdoul.persons;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is said to be. The same shape holds sealed references in the record and words on the one page that may
 * show them.
 *
 * @param <T> {@code SealedRef} in rows, {@code String} once opened
 * @param local name in her own script
 * @param latin name in Latin letters, as on a document
 * @param alias other names
 * @param born date of birth, EDTF
 */
public record Identity<T>(
        @Nullable T local,
        @Nullable T latin,
        @Nullable T alias,
        @Nullable T phone,
        @Nullable T address,
        @Nullable T born) {

    /** The same identity, each value that is there turned into something else. */
    public <U> Identity<U> map(Function<T, @Nullable U> each) {
        return new Identity<>(
                turn(local, each),
                turn(latin, each),
                turn(alias, each),
                turn(phone, each),
                turn(address, each),
                turn(born, each));
    }

    public boolean isEmpty() {
        return local == null && latin == null && alias == null && phone == null && address == null && born == null;
    }

    /** @return what there is, in the order in which {@link #map} turns it */
    public List<T> values() {
        return Stream.of(local, latin, alias, phone, address, born)
                .<T>mapMulti(Identity::there)
                .toList();
    }

    /** @return what she is called, in whatever script */
    public List<T> names() {
        return Stream.of(local, latin, alias).<T>mapMulti(Identity::there).toList();
    }

    private static <T> void there(@Nullable T value, Consumer<T> out) {
        if (value != null) out.accept(value);
    }

    private static <T, U> @Nullable U turn(@Nullable T value, Function<T, @Nullable U> each) {
        return value == null ? null : each.apply(value);
    }
}
