package org.romdoul.estimators.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares a count with everything published before. Two harmless counts can expose a person between them: all women, and all women but
 * those of one province; or this month's total, and last month's.
 *
 * <p>What is compared is every pair of counts of which one is about a part of the other's people. Combinations of three and more
 * published counts are the business of {@link SuppressedTable}, within one table.
 *
 * @param k smallest difference that may become known, 2 or more
 */
public record ReleaseGuard(int k) {

    public ReleaseGuard {
        if (k < 2) {
            throw new IllegalArgumentException("with k = " + k + " every difference would be allowed");
        }
    }

    /**
     * A published or wanted count of people.
     *
     * @param conditions what the people have in common, such as {@code sex = female, province = Siem Reap}; empty for everybody
     * @param through last period of the data, comparable as text, such as {@code "2026-10"}: later data include earlier
     * @param count how many
     */
    public record Count(Map<String, String> conditions, String through, int count) {

        public Count {
            conditions = Map.copyOf(conditions);
            if (count < 0) {
                throw new IllegalArgumentException("a count of " + count);
            }
        }

        /** Whether everybody counted here is counted there too. */
        boolean isPartOf(Count other) {
            return conditions.entrySet().containsAll(other.conditions.entrySet())
                    && through.compareTo(other.through) <= 0;
        }
    }

    /**
     * A pair of counts that together say too much.
     *
     * @param published the count already known; the wanted one itself if it is small on its own
     * @param difference how many people would become known as a group
     */
    public record Exposure(Count published, int difference) {}

    /** Why a count must not be published beside those already known; empty if it may. */
    public List<Exposure> exposures(Count wanted, List<Count> published) {
        var exposures = new ArrayList<Exposure>();
        if (wanted.count() > 0 && wanted.count() < k) {
            exposures.add(new Exposure(wanted, wanted.count()));
        }
        for (Count known : published) {
            int difference = Math.abs(known.count() - wanted.count());
            boolean nested = wanted.isPartOf(known) || known.isPartOf(wanted);
            if (nested && difference > 0 && difference < k) {
                exposures.add(new Exposure(known, difference));
            }
        }
        return List.copyOf(exposures);
    }
}
