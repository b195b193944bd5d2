package org.romdoul.estimate;

import java.util.Locale;

/** How an answer of the library is named among the messages: {@code FEW_PERSONS} is {@code few-persons}. */
final class Keys {

    private Keys() {}

    static String of(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
