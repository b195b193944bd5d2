package org.romdoul.estimators.survival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.romdoul.estimators.Refusal;

/**
 * Where cases are lost on the way from the first tip to the final judgment, cohort by cohort. Cases that are still open,
 * and cases of which the record does not say how they ended, stand beside those that left the path, and are never counted
 * as either success or failure: so a share reached comes as what is certain and what is still possible.
 *
 * @param stages the stages in order, such as reported, investigated, charged, judged
 * @param cohorts one line of counts for each cohort, in alphabetical order
 */
public record Attrition(List<String> stages, List<Cohort> cohorts) {

    public Attrition {
        stages = List.copyOf(stages);
        cohorts = List.copyOf(cohorts);
    }

    /** Where a case stands at the last stage it is known to have reached. */
    public enum Standing {
        /** It left the path here: closed, dismissed, withdrawn; or, at the last stage, arrived. */
        ENDED,
        /** It is known to be still going on. */
        OPEN,
        /** The record is silent: it may have ended here, be open, or have gone further unseen. */
        UNKNOWN
    }

    /**
     * How far one case has come.
     *
     * @param cohort what it is counted with, usually the year it began
     * @param stage index of the last stage it is known to have reached, from 0
     * @param standing where it stands there
     */
    public record Progress(String cohort, int stage, Standing standing) {}

    /**
     * Cases of one cohort at one stage; {@code reached = wentOn + ended + open + unknown}.
     *
     * @param stage name of the stage
     * @param reached cases known to have reached it
     * @param wentOn of these, known to have reached the next
     * @param ended of these, known to have gone no further
     * @param open of these, still here
     * @param unknown of these, without a record of what came next
     */
    public record Count(String stage, int reached, int wentOn, int ended, int open, int unknown) {}

    /** The counts of one cohort, one for each stage. */
    public record Cohort(String name, List<Count> counts) {

        public Cohort {
            counts = List.copyOf(counts);
        }

        /** Cases the cohort began with. */
        public int size() {
            return counts.getFirst().reached();
        }

        /** Share of the cohort known to have reached the stage, 0 to 1. */
        public double atLeast(int stage) {
            return (double) counts.get(stage).reached() / size();
        }

        /** Share that will have reached the stage if every open and unknown case before it does, 0 to 1. */
        public double atMost(int stage) {
            int possible = counts.get(stage).reached();
            for (Count earlier : counts.subList(0, stage)) {
                possible += earlier.open() + earlier.unknown();
            }
            return (double) possible / size();
        }
    }

    /**
     * Counts the cases.
     *
     * @throws Refusal if there are no cases, or one is at a stage that does not exist
     */
    public static Attrition of(List<String> stages, Collection<Progress> cases) {
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a path needs at least one stage");
        }
        if (cases.isEmpty()) {
            throw Refusal.of("cases", "there are none", "Shares of an empty cohort do not exist.");
        }
        var byCohort = new TreeMap<String, int[][]>();
        int row = 0;
        for (Progress progress : cases) {
            if (progress.stage() < 0 || progress.stage() >= stages.size()) {
                throw Refusal.ofRow(
                        row,
                        "stage " + progress.stage() + " of a path with stages 0 to " + (stages.size() - 1),
                        "The case cannot be placed on the path, and leaving it out would make the shares too large.");
            }
            byCohort.computeIfAbsent(progress.cohort(), c -> new int[stages.size()][Standing.values().length])[
                    progress.stage()][progress.standing().ordinal()]++;
            row++;
        }
        var cohorts = new ArrayList<Cohort>();
        byCohort.forEach((name, last) -> cohorts.add(new Cohort(name, counts(stages, last))));
        return new Attrition(stages, cohorts);
    }

    private static List<Count> counts(List<String> stages, int[][] last) {
        var counts = new ArrayList<Count>();
        int beyond = 0;
        for (int s = stages.size() - 1; s >= 0; s--) {
            int ended = last[s][Standing.ENDED.ordinal()];
            int open = last[s][Standing.OPEN.ordinal()];
            int unknown = last[s][Standing.UNKNOWN.ordinal()];
            int reached = beyond + ended + open + unknown;
            counts.addFirst(new Count(stages.get(s), reached, beyond, ended, open, unknown));
            beyond = reached;
        }
        return counts;
    }
}
