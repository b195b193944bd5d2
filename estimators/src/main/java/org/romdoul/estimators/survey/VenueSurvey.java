package org.romdoul.estimators.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.survey.Visit.Outcome;

/**
 * One round of visits to a stratified sample of venues.
 *
 * <p><b>Weights.</b> A venue stands for N_h / (seen + out of scope) venues of the stratum it was <em>drawn</em> in, divided by the chance
 * of its time slot: those not completed are represented by the others of their stratum, replacements count as drawn, and venues
 * that are gone stay in the sample with nobody in them. A stratum revision (a bar that turns out to be a massage
 * parlour) changes what a venue is reported as and never its weight; see {@link #prevalenceAmong}.
 */
public final class VenueSurvey {

    private final List<Stratum> strata;
    private final List<Visit> visits;
    private final List<Visit> sampled;
    private final SampleDesign design;

    private VenueSurvey(List<Stratum> strata, List<Visit> visits, List<Visit> sampled, SampleDesign design) {
        this.strata = strata;
        this.visits = visits;
        this.sampled = sampled;
        this.design = design;
    }

    /**
     * A survey in which every stratum must have two venues seen.
     *
     * @throws Refusal see {@link #of(List, List, LonelyVenue)}
     */
    public static VenueSurvey of(List<Stratum> strata, List<Visit> visits) {
        return of(strata, visits, LonelyVenue.FAIL);
    }

    /**
     * Takes the frame and the visits.
     *
     * @throws Refusal if a visit cannot be true (more found than seen, a venue twice, a slot chance outside (0, 1], persons at a
     *     venue that was not seen), its stratum is not in the frame, or a stratum does not allow an error to be estimated
     */
    public static VenueSurvey of(List<Stratum> strata, List<Visit> visits, LonelyVenue lonely) {
        var seen = new HashSet<List<String>>();
        var responding = new HashMap<String, Integer>();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            refuseImpossible(i, visit);
            if (!seen.add(List.of(visit.stratum(), visit.venue()))) {
                throw Refusal.ofRow(
                        i,
                        "venue " + visit.venue() + " of stratum " + visit.stratum() + " is there already",
                        "Counted twice it would look like two venues that agree, and the error would come out too small.");
            }
            if (visit.outcome() != Outcome.NOT_COMPLETED) {
                responding.merge(visit.stratum(), 1, Integer::sum);
            }
        }
        var frame = new HashMap<String, Double>();
        strata.forEach(s -> frame.put(s.name(), s.venues()));
        var sampled = new ArrayList<Visit>();
        var units = new ArrayList<Unit>();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            Double venues = frame.get(visit.stratum());
            if (venues == null) {
                throw Refusal.ofRow(
                        i,
                        "stratum \"" + visit.stratum() + "\" is not in the frame",
                        "Its chance of being drawn is unknown, so it cannot be weighted.");
            }
            if (visit.outcome() != Outcome.NOT_COMPLETED) {
                double n = responding.getOrDefault(visit.stratum(), 1);
                double weight = (Double.isInfinite(venues) ? 1 : venues / n) / visit.slotChance();
                sampled.add(visit);
                units.add(Unit.of(visit.stratum(), visit.venue(), weight));
            }
        }
        return new VenueSurvey(
                List.copyOf(strata), List.copyOf(visits), List.copyOf(sampled), SampleDesign.of(strata, units, lonely));
    }

    private static void refuseImpossible(int row, Visit visit) {
        if (visit.observed() < 0 || visit.found() < 0 || visit.found() > visit.observed()) {
            throw Refusal.ofRow(
                    row,
                    visit.found() + " found among " + visit.observed() + " seen",
                    "A share cannot exceed the whole; check the visit sheet.");
        }
        if (!(visit.slotChance() > 0 && visit.slotChance() <= 1)) {
            throw Refusal.ofRow(
                    row, "slot chance " + visit.slotChance(), "A chance of selection lies above 0 and up to 1.");
        }
        if (!visit.wasSeen() && visit.observed() > 0) {
            throw Refusal.ofRow(
                    row,
                    visit.observed() + " seen at a venue marked " + visit.outcome(),
                    "It was either seen or not; persons seen must count.");
        }
    }

    /** Share of persons found as described, over the whole frame. */
    public Prevalence prevalence() {
        return prevalenceAmong(visit -> true);
    }

    /** The same, with a design effect to assume if nobody or everybody was found; see {@link Prevalence#interval}. */
    public Prevalence prevalence(double assumedDesignEffect) {
        return prevalence(visit -> true, OptionalDouble.of(assumedDesignEffect));
    }

    /**
     * The share in a part of the venues: a city, a type <em>as found</em>, a customer group. The other venues stay in the
     * sample with nobody in them, so that the size of the part is an estimate too, as it should be.
     */
    public Prevalence prevalenceAmong(Predicate<Visit> part) {
        return prevalence(part, OptionalDouble.empty());
    }

    private Prevalence prevalence(Predicate<Visit> part, OptionalDouble assumedDesignEffect) {
        boolean[] inDomain = new boolean[sampled.size()];
        for (int i = 0; i < inDomain.length; i++) {
            inDomain[i] = sampled.get(i).wasSeen() && part.test(sampled.get(i));
        }
        return Prevalence.of(
                design,
                sampled.stream().mapToInt(Visit::found).toArray(),
                sampled.stream().mapToInt(Visit::observed).toArray(),
                inDomain,
                assumedDesignEffect);
    }

    /** What the venues seen turned out to be, by name; the strata themselves where there was no revision. */
    public SortedSet<String> foundTypes() {
        var types = new TreeSet<String>();
        sampled.stream().filter(Visit::wasSeen).forEach(visit -> types.add(visit.foundType()));
        return types;
    }

    /** Whether some venue turned out to be of another type than its stratum. */
    public boolean isRevised() {
        return sampled.stream()
                .anyMatch(visit -> visit.wasSeen() && !visit.foundType().equals(visit.stratum()));
    }

    /** Share of the venues with at least one person found as described. */
    public Prevalence venuesWithAny() {
        boolean[] inDomain = new boolean[sampled.size()];
        int[] any = new int[sampled.size()];
        int[] one = new int[sampled.size()];
        for (int i = 0; i < any.length; i++) {
            inDomain[i] = sampled.get(i).wasSeen();
            any[i] = sampled.get(i).found() > 0 ? 1 : 0;
            one[i] = 1;
        }
        return Prevalence.of(design, any, one, inDomain, OptionalDouble.empty());
    }

    /** Persons as described at all venues of the frame, in the time slots visited. */
    public SurveyEstimate totalFound() {
        return design.total(values(Visit::found));
    }

    /** Persons at all venues of the frame, in the time slots visited. */
    public SurveyEstimate totalObserved() {
        return design.total(values(Visit::observed));
    }

    /** The replicate methods for the share over the whole frame. */
    public Replication replication() {
        return design.replicateRatio(values(Visit::found), values(Visit::observed));
    }

    private double[] values(ToDoubleFunction<Visit> count) {
        return sampled.stream().mapToDouble(count).toArray();
    }

    /**
     * How the fieldwork went in one stratum.
     *
     * @param drawn venues drawn; the sum of the other four
     */
    public record Completion(String stratum, int drawn, int observed, int replaced, int notCompleted, int outOfScope) {}

    /** How the fieldwork went, stratum by stratum in the order of the frame. */
    public List<Completion> completion() {
        var counts = new TreeMap<String, int[]>();
        for (Visit visit : visits) {
            counts.computeIfAbsent(visit.stratum(), s -> new int[Outcome.values().length])[
                    visit.outcome().ordinal()]++;
        }
        return strata.stream().map(s -> completion(s.name(), counts)).toList();
    }

    private static Completion completion(String stratum, Map<String, int[]> counts) {
        int[] c = counts.getOrDefault(stratum, new int[Outcome.values().length]);
        return new Completion(stratum, Arrays.stream(c).sum(), c[0], c[1], c[2], c[3]);
    }

    /**
     * The share over the whole frame if the venues that could not be completed are worse than those that were: in each stratum the
     * share of persons as described there is {@code factor} times that of the venues seen. Weighting cannot tell; this shows how
     * much it matters.
     *
     * @param factor 0 or more; 1 gives {@link #prevalence()}
     * @throws Refusal if nobody was seen anywhere
     */
    public double prevalenceIfUnseenHave(double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor " + factor + " is not 0 or more");
        }
        var unseenShare = new HashMap<String, Double>();
        for (Completion c : completion()) {
            unseenShare.put(c.stratum(), c.drawn() == 0 ? 0 : (double) c.notCompleted() / c.drawn());
        }
        double found = 0;
        double observed = 0;
        for (int i = 0; i < sampled.size(); i++) {
            Visit visit = sampled.get(i);
            double unseen = unseenShare.getOrDefault(visit.stratum(), 0.0);
            double among = Math.min(visit.observed(), visit.found() * factor);
            found += design.weights()[i] * (visit.found() * (1 - unseen) + among * unseen);
            observed += design.weights()[i] * visit.observed();
        }
        if (!(observed > 0)) {
            throw Refusal.of("sample", "nobody was seen at any venue", "A share of nobody does not exist.");
        }
        return found / observed;
    }
}
