package org.romdoul.docket;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Prosecution.NotRecorded;

/**
 * Finds out what the rules accept of some rows: whatever they refuse takes its entry with it, or its whole row, and then the
 * rest is asked about again, until they have nothing more to say.
 */
final class Settlement {

    private final Function<List<CourtFact>, List<NotRecorded>> rules;
    private final BiFunction<SourceDefendant, Set<Entry>, List<Claim>> claims;
    private final Map<UUID, CourtFact> recorded;
    private final Map<SourceDefendant, Listed> rows = new LinkedHashMap<>();
    private final Map<SourceDefendant, Map<Entry, Listed>> entries = new HashMap<>();

    /**
     * @param rules what they refuse of facts, each seen after those before it
     * @param claims what a row claims without some of its entries
     * @param recorded what is on record, by id
     */
    Settlement(
            Function<List<CourtFact>, List<NotRecorded>> rules,
            BiFunction<SourceDefendant, Set<Entry>, List<Claim>> claims,
            Map<UUID, CourtFact> recorded) {
        this.rules = rules;
        this.claims = claims;
        this.recorded = recorded;
    }

    void settle(List<SourceDefendant> all) {
        while (true) {
            var asked = new LinkedHashMap<UUID, Claim>();
            for (var row : all)
                if (!rows.containsKey(row))
                    claims(row).forEach(claim -> asked.put(claim.fact().id(), claim));
            asked.values().stream().filter(this::differs).forEach(claim -> leave(claim, differing(claim)));
            var facts = asked.values().stream().map(Claim::fact).toList();
            var refused = rules.apply(facts);
            for (var refusal : refused) {
                var claim = java.util.Objects.requireNonNull(
                        asked.get(refusal.fact().id()));
                leave(claim, Refusals.listed(claim, refusal));
            }
            if (refused.isEmpty() && asked.values().stream().noneMatch(this::differs)) return;
        }
    }

    /** @return what a row claims, as far as it is accepted */
    List<Claim> claims(SourceDefendant row) {
        return claims.apply(
                row, new HashSet<>(entries.getOrDefault(row, Map.of()).keySet()));
    }

    boolean isAccepted(SourceDefendant row) {
        return !rows.containsKey(row);
    }

    boolean isAccepted(SourceDefendant row, Entry entry) {
        return isAccepted(row) && !entries.getOrDefault(row, Map.of()).containsKey(entry);
    }

    /** @return one for each row that is not accepted, and for each entry that is not in a row that is */
    List<Listed> listed() {
        var listed = new java.util.ArrayList<>(rows.values());
        entries.forEach((row, left) -> {
            if (isAccepted(row)) listed.addAll(left.values());
        });
        return listed;
    }

    // The first thing that is wrong is said: what follows from it is no news.
    private void leave(Claim claim, Listed why) {
        if (claim.entry() == null) rows.putIfAbsent(claim.row(), why);
        else entries.computeIfAbsent(claim.row(), row -> new LinkedHashMap<>()).putIfAbsent(claim.entry(), why);
    }

    private boolean differs(Claim claim) {
        var already = recorded.get(claim.fact().id());
        return already != null && !already.equals(claim.fact());
    }

    private static Listed differing(Claim claim) {
        var entry = claim.entry() == null ? "" : claim.entry().section();
        return Source.listed(claim.row(), "", entry, Problem.of("docket.row.differs"));
    }
}
