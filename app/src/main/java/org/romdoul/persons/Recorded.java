package org.romdoul.persons;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything recorded of one person's identity, and what of it holds now: what nobody corrected and nobody dropped.
 *
 * @param facts oldest first
 * @param dropped those a person decided against
 */
record Recorded(List<IdentityFact> facts, Set<UUID> dropped) {

    /** @return what holds now: one, or two while two hands are undecided, or none */
    List<IdentityFact> holding() {
        var corrected = facts.stream()
                .map(IdentityFact::supersedes)
                .<UUID>mapMulti((@Nullable UUID id, java.util.function.Consumer<UUID> out) -> {
                    if (id != null) out.accept(id);
                })
                .collect(Collectors.toCollection(HashSet::new));
        return facts.stream()
                .filter(fact -> !corrected.contains(fact.id()) && !dropped.contains(fact.id()))
                .toList();
    }

    boolean knows(UUID fact) {
        return facts.stream().anyMatch(known -> known.id().equals(fact));
    }

    /** Whether a person has still to decide between the two. */
    boolean isOpen(UUID one, UUID other) {
        var holding = holding().stream().map(IdentityFact::id).toList();
        return !one.equals(other) && holding.contains(one) && holding.contains(other);
    }
}
