package org.romdoul.estimators.rds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.romdoul.estimators.Refusal;

/**
 * Who recruited whom, by index into the people.
 *
 * @param people in the order of their ids, so that the order of the caller's rows cannot matter
 * @param recruiter of each; -1 for a seed
 * @param recruits of each
 * @param seeds those whom nobody recruited
 * @param wave of each: steps from a seed
 */
@SuppressWarnings("ArrayRecordComponent") // inside one sample, never compared
record Chains(List<Respondent> people, int[] recruiter, int[][] recruits, int[] seeds, int[] wave) {

    /** @throws Refusal see {@link RespondentSample#of} */
    static Chains of(List<Respondent> respondents) {
        if (respondents.isEmpty()) {
            throw Refusal.of("sample", "it is empty", "A share of nobody does not exist.");
        }
        var rowOf = new HashMap<String, Integer>();
        for (int row = 0; row < respondents.size(); row++) {
            Respondent person = respondents.get(row);
            if (rowOf.put(person.id(), row) != null) {
                throw Refusal.ofRow(
                        row, "its id is there already", "Two people with one id would share their recruits.");
            }
            check(person, row);
        }
        var people = respondents.stream()
                .sorted(Comparator.comparing(Respondent::id))
                .toList();
        int[] recruiter = recruiters(people, rowOf);
        int[] seeds =
                IntStream.range(0, people.size()).filter(i -> recruiter[i] < 0).toArray();
        int[][] recruits = recruits(recruiter);
        int[] wave = waves(seeds, recruits);
        for (int i = 0; i < wave.length; i++) {
            if (wave[i] < 0) {
                throw Refusal.ofRow(
                        rowOf.getOrDefault(people.get(i).id(), i),
                        "recruitment runs in a circle",
                        "Somebody in it must have come first; call that person a seed.");
            }
        }
        return new Chains(people, recruiter, recruits, seeds, wave);
    }

    private static void check(Respondent person, int row) {
        if (!(person.networkSize() >= 1) || Double.isInfinite(person.networkSize())) {
            throw Refusal.ofRow(
                    row,
                    "network size " + person.networkSize(),
                    "Somebody who knows nobody in the population could not have been recruited; the weight would be infinite.");
        }
        if (person.group().isBlank()) {
            throw Refusal.ofRow(
                    row, "no group", "Leaving the person out would break the chain; make \"unknown\" a group.");
        }
    }

    private static int[] recruiters(List<Respondent> people, HashMap<String, Integer> rowOf) {
        var indexOf = new HashMap<String, Integer>();
        people.forEach(p -> indexOf.put(p.id(), indexOf.size()));
        int[] recruiter = new int[people.size()];
        for (int i = 0; i < recruiter.length; i++) {
            Respondent person = people.get(i);
            recruiter[i] =
                    person.recruiter().map(id -> indexOf.getOrDefault(id, -2)).orElse(-1);
            if (recruiter[i] == -2) {
                throw Refusal.ofRow(
                        rowOf.getOrDefault(person.id(), i),
                        "the recruiter is not in the sample",
                        "The chain is broken there; add the recruiter, or call the person a seed.");
            }
        }
        return recruiter;
    }

    private static int[][] recruits(int[] recruiter) {
        var lists = new ArrayList<List<Integer>>();
        for (int i = 0; i < recruiter.length; i++) {
            lists.add(new ArrayList<>());
        }
        for (int i = 0; i < recruiter.length; i++) {
            if (recruiter[i] >= 0) {
                lists.get(recruiter[i]).add(i);
            }
        }
        return lists.stream()
                .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Steps from a seed; -1 for people no seed leads to. */
    private static int[] waves(int[] seeds, int[][] recruits) {
        int[] waves = new int[recruits.length];
        Arrays.fill(waves, -1);
        var next = new ArrayDeque<Integer>();
        for (int seed : seeds) {
            waves[seed] = 0;
            next.add(seed);
        }
        while (!next.isEmpty()) {
            int person = next.remove();
            for (int recruit : recruits[person]) {
                waves[recruit] = waves[person] + 1;
                next.add(recruit);
            }
        }
        return waves;
    }

    int size() {
        return people.size();
    }

    boolean isSeed(int person) {
        return recruiter[person] < 0;
    }

    /** @return for each the seed that its chain begins with */
    int[] roots() {
        int[] root = new int[size()];
        for (int i = 0; i < root.length; i++) {
            int at = i;
            while (recruiter[at] >= 0) {
                at = recruiter[at];
            }
            root[i] = at;
        }
        return root;
    }

    int longest() {
        return Arrays.stream(wave).max().orElse(0);
    }
}
