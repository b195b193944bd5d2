package org.romdoul.estimators.survey;

/**
 * One venue that was drawn, and what came of visiting it.
 *
 * @param stratum the stratum it was drawn in; this stays even if it turns out to be of another type
 * @param venue its code, unique in the stratum, the same in every round
 * @param outcome what came of the visit
 * @param foundType what it turned out to be; the stratum's name if as listed (a stratum revision otherwise)
 * @param slotChance chance that a person of this venue is there at the time visited, in (0, 1]; 1 if time played no part
 * @param observed persons seen
 * @param found of these, persons as described (minors)
 */
public record Visit(
        String stratum, String venue, Outcome outcome, String foundType, double slotChance, int observed, int found) {

    /** What came of a visit. */
    public enum Outcome {
        /** Seen as drawn. */
        OBSERVED,
        /** Seen at a replacement drawn at random from the reserve of the same stratum. */
        REPLACED,
        /** Not seen: unsafe, refused, no time. The others of the stratum stand for it. */
        NOT_COMPLETED,
        /** Gone, or not a place of this trade. It stands for others on the list that are gone, and adds nobody. */
        OUT_OF_SCOPE
    }

    /** A venue seen as drawn. */
    public static Visit observed(String stratum, String venue, int observed, int found) {
        return new Visit(stratum, venue, Outcome.OBSERVED, stratum, 1, observed, found);
    }

    /** A replacement for a venue that was drawn. */
    public static Visit replaced(String stratum, String venue, int observed, int found) {
        return new Visit(stratum, venue, Outcome.REPLACED, stratum, 1, observed, found);
    }

    /** A venue drawn and not seen. */
    public static Visit notCompleted(String stratum, String venue) {
        return new Visit(stratum, venue, Outcome.NOT_COMPLETED, stratum, 1, 0, 0);
    }

    /** A venue that is not there any more, or not of this trade. */
    public static Visit outOfScope(String stratum, String venue) {
        return new Visit(stratum, venue, Outcome.OUT_OF_SCOPE, stratum, 1, 0, 0);
    }

    /** The same visit in a time slot with this chance. */
    public Visit inSlot(double chance) {
        return new Visit(stratum, venue, outcome, foundType, chance, observed, found);
    }

    /** The same visit to a venue that turned out to be of another type. */
    public Visit foundToBe(String type) {
        return new Visit(stratum, venue, outcome, type, slotChance, observed, found);
    }

    /** @return whether persons were counted there, as drawn or at a replacement */
    public boolean wasSeen() {
        return outcome == Outcome.OBSERVED || outcome == Outcome.REPLACED;
    }
}
