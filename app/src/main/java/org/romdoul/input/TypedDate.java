package org.romdoul.input;

import org.jspecify.annotations.Nullable;

/**
 * A date as it was typed into three boxes, kept word for word until it is understood.
 *
 * @param day empty where not known
 * @param month empty where not known
 * @param year empty where nothing is known
 * @param about "true" where "the date is not exact" was ticked
 */
public record TypedDate(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year,
        @Nullable String about) {

    public static final TypedDate EMPTY = new TypedDate(null, null, null, null);

    public boolean isAbout() {
        return "true".equals(about);
    }
}
