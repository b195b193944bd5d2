package org.romdoul.evidence;

import java.util.Locale;

/** Constants as the database writes them: {@code HANDED_IN} is {@code handed-in}. */
final class Codes {

    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E to(Class<E> constants, String code) {
        return Enum.valueOf(constants, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
