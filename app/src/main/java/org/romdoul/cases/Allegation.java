package org.romdoul.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is alleged, in the three elements of trafficking in persons: an act, by a means, for a purpose (Palermo Protocol,
 * art. 3 a).
 *
 * @param place code of the province
 * @param words the account
 */
public record Allegation(
        Child child,
        Set<Act> acts,
        Set<Means> means,
        Set<Purpose> purposes,
        @Nullable String place,
        String words) {

    /** Whether a person under 18 is concerned. */
    public enum Child {
        YES,
        NO,
        UNKNOWN
    }

    /** What was done. */
    public enum Act {
        RECRUITMENT,
        TRANSPORTATION,
        TRANSFER,
        HARBOURING,
        RECEIPT
    }

    /** How it was done. */
    public enum Means {
        FORCE,
        ABDUCTION,
        FRAUD,
        DECEPTION,
        POWER,
        VULNERABILITY,
        PAYMENT
    }

    /** What for: exploitation, which "at a minimum" includes the first five. */
    public enum Purpose {
        SEXUAL,
        LABOUR,
        SLAVERY,
        SERVITUDE,
        ORGANS,
        OTHER
    }

    /**
     * What is missing.
     *
     * @param field of the form
     * @param reason message key
     */
    public record Missing(String field, String reason) {}

    /**
     * For a child no means is needed (art. 3 c), and who may be one is treated as one until her age is known (Council of
     * Europe Convention on Action against Trafficking, art. 10.3).
     */
    public boolean needsMeans() {
        return child == Child.NO;
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    public List<Missing> missing() {
        var missing = new ArrayList<Missing>();
        if (acts.isEmpty()) missing.add(new Missing("acts", "allegation.acts.missing"));
        if (needsMeans() && means.isEmpty()) missing.add(new Missing("means", "allegation.means.missing"));
        if (purposes.isEmpty()) missing.add(new Missing("purposes", "allegation.purposes.missing"));
        return List.copyOf(missing);
    }
}
