package org.romdoul.docket;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the prosecutions of a docket were. Its files write parts of it, sections of its law and sums of its money without saying
 * whose: this says it.
 *
 * @param code ISO 3166-1, two letters
 */
public record Jurisdiction(String code) {

    /** Whose prosecutions the collectors of the format collected. */
    public static final Jurisdiction US = new Jurisdiction("US");

    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
    private static final String GUAM = "Guam";

    /** @return nothing where no country has that code */
    public static Optional<Jurisdiction> of(String code) {
        return COUNTRIES.contains(code) ? Optional.of(new Jurisdiction(code)) : Optional.empty();
    }

    /** @return whether its parts are written so, by ISO 3166-2 or as the collectors write them */
    boolean isPart(String state) {
        return isUnitedStates() ? state.equals(GUAM) || state.matches("[A-Z]{2}") : state.matches("[A-Z0-9]{1,3}");
    }

    /** @return the code of a part, ISO 3166-2 */
    String part(String state) {
        return code + "-" + (isUnitedStates() && state.equals(GUAM) ? "GU" : state);
    }

    /** @return the statute that a section is of; what is not in a law we know keeps the source's own word */
    String statute(String section) {
        return isUnitedStates() ? Statutes.code(section) : section;
    }

    /** @return of its sums, ISO 4217 */
    String currency() {
        return Currency.getInstance(Locale.of("", code)).getCurrencyCode();
    }

    private boolean isUnitedStates() {
        return equals(US);
    }
}
