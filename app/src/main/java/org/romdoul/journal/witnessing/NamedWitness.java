package org.romdoul.journal.witnessing;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.romdoul.ledger.read.Policy;
import org.romdoul.ledger.read.VerifierKey;

/**
 * A witness as the policy names it.
 *
 * @param name what the policy calls it, not what it calls itself
 * @param at the prefix of its addresses; empty where the policy names none
 */
record NamedWitness(String name, VerifierKey key, URI at) {

    static List<NamedWitness> of(Policy policy) {
        return policy.witnesses().entrySet().stream()
                .map(one -> new NamedWitness(
                        one.getKey(),
                        one.getValue().key(),
                        URI.create(one.getValue().url())))
                .sorted(Comparator.comparing(NamedWitness::name))
                .toList();
    }

    String vkey() {
        return key.text();
    }

    boolean answers() {
        return !at.toString().isEmpty();
    }
}
