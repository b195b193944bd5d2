package org.romdoul.input;

import java.util.Locale;

/** Constants as message keys and most tables write them: {@code NO_CRIME} is {@code no-crime}. */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> E to(Class<E> constants, String code) {
        return Enum.valueOf(constants, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
