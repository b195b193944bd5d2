package org.romdoul.estimators.survey;

import org.romdoul.estimators.Refusal;

/**
 * A part of the frame that was sampled on its own, such as the karaoke bars of one city.
 *
 * @param name its name, unique in the survey
 * @param venues venues (primary units) in the frame; {@code Double.POSITIVE_INFINITY} if drawn with replacement or from a frame so
 *     large that no correction for a finite frame is wanted
 */
public record Stratum(String name, double venues) {

    public Stratum {
        if (!(venues >= 1)) {
            throw Refusal.of(
                    "stratum " + name,
                    "the frame holds " + venues + " venues",
                    "A sample cannot come from an empty frame; count the venues on the list it was drawn from.");
        }
    }

    /** A stratum without correction for a finite frame. */
    public static Stratum unlimited(String name) {
        return new Stratum(name, Double.POSITIVE_INFINITY);
    }

    /** As people write it: without a decimal where there is none. */
    String written() {
        return venues == Math.rint(venues) && !Double.isInfinite(venues)
                ? String.valueOf((long) venues)
                : String.valueOf(venues);
    }
}
