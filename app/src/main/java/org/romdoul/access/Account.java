package org.romdoul.access;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Digits;

/**
 * A person who works in the record, as others see her.
 *
 * @param suspended whether she is kept out for now
 */
public record Account(UUID id, String number, UUID agency, Role role, boolean suspended) {

    /** @return a staff number from what people write: u 31, U31, ៣១ are U-031; nobody may have it */
    public static String numberAsTyped(@Nullable String typed) {
        var figures = Digits.ascii(Objects.requireNonNullElse(typed, "")).replaceAll("[^0-9]", "");
        return "U-" + (figures.length() < 3 ? "0".repeat(3 - figures.length()) + figures : figures);
    }

    /** @return her at work; pages get her from the session, the demonstration and imports from here */
    public Actor sitsDown(UUID sitting) {
        return new Actor(id, number, agency, role, sitting);
    }
}
