package org.romdoul.input;

import org.jspecify.annotations.Nullable;

/**
 * A date as it was typed into three boxes, kept word for word until it is understood.
 *
 * @param day empty where not known
 * @param month empty where not known
 * @param year always asked for
 * @param about whether "the date is not exact" was ticked
 */
public record TypedDate(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year,
        boolean about) {}
