package org.romdoul.evidence;

import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * What is said of an exhibit when it is recorded.
 *
 * @param words what it is and how it was come by
 * @param happened when it was come by
 */
public record Described(
        Exhibit.Origin origin,
        @Nullable String place,
        @Nullable String seal,
        String words,
        PartialDate happened) {}
