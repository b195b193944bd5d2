package org.romdoul.docket;

/**
 * How many there are of something, and what becomes of them: each is taken, on record already, or listed.
 *
 * @param taken new on record, or that would be
 * @param there on record already
 * @param listed not taken, and listed with the reason
 */
public record Tally(int all, int taken, int there, int listed) {

    public Tally {
        if (taken + there + listed != all)
            throw new IllegalStateException(
                    "of " + all + ", " + taken + " taken, " + there + " there and " + listed + " listed");
    }
}
