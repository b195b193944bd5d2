package org.romdoul.journal.witnessing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Policy;
import org.springframework.modulith.NamedInterface;

/** What the policy's witnesses vouch for, from the cosignatures that were verified and kept. */
@NamedInterface("witnessing")
public final class Witnesses {

    private static final int AT_ONCE = 50;

    private final Policy policy;
    private final List<NamedWitness> witnesses;
    private final CosignatureRows rows;

    Witnesses(Policy policy, CosignatureRows rows) {
        this.policy = policy;
        this.witnesses = NamedWitness.of(policy);
        this.rows = rows;
    }

    /** Looks once how far each witness has come; ask the answer about as many leaves as you like. */
    public Reach reach() {
        return new Reach(witnesses.size(), witnesses.isEmpty() ? List.of() : rows.reach(vkeys()));
    }

    /** How far the witnesses had come at one moment. */
    @NamedInterface("witnessing")
    public static final class Reach {

        private final int all;
        private final List<CosignatureRows.Reach> each;

        private Reach(int all, List<CosignatureRows.Reach> each) {
            this.all = all;
            this.each = each;
        }

        /**
         * How far a fact has come.
         *
         * @param log the log its leaf stands in; null where it is not sealed yet
         * @param index the leaf's place there
         */
        public Seal of(@Nullable Integer log, @Nullable Long index) {
            if (log == null || index == null) return Seal.NOT_YET;
            // A witness that signed a larger tree vouches for the smaller ones in it.
            var vouching = each.stream()
                    .filter(one -> one.log() == log && one.size() > index)
                    .count();
            return new Seal(true, (int) vouching, all);
        }
    }

    /**
     * The newest checkpoint of a log that a quorum of the policy's witnesses signed: the note with the log's signature, and
     * theirs below it. Under a policy that asks for no witness, the newest checkpoint; nothing where there is none.
     */
    public Optional<String> newestWithQuorum(int log) {
        if (policy.isQuorum(Set.of())) return rows.newest(log);
        for (var below = Long.MAX_VALUE; ; ) {
            var signed = rows.signed(log, vkeys(), below, AT_ONCE);
            var found = signed.stream().filter(this::isQuorum).findFirst();
            if (found.isPresent() || signed.size() < AT_ONCE) return found.map(Witnesses::note);
            below = signed.getLast().size();
        }
    }

    /**
     * A witness of the policy and how far it has come in a log.
     *
     * @param vkey its public key
     * @param size leaves that it vouches for; 0 for none
     * @param at when it last did, by its own clock
     */
    @NamedInterface("witnessing")
    public record Standing(
            String name, String vkey, long size, @Nullable Instant at) {}

    /** Every witness of the policy, by name. */
    public List<Standing> each(int log) {
        var reach = rows.reach(vkeys());
        return witnesses.stream()
                .map(one -> reach.stream()
                        .filter(its -> its.log() == log && its.witness().equals(one.vkey()))
                        .findFirst()
                        .map(its -> new Standing(one.name(), one.vkey(), its.size(), its.at()))
                        .orElseGet(() -> new Standing(one.name(), one.vkey(), 0, null)))
                .toList();
    }

    private boolean isQuorum(CosignatureRows.Signed signed) {
        return policy.isQuorum(witnesses.stream()
                .filter(one -> signed.lines().containsKey(one.vkey()))
                .map(NamedWitness::name)
                .collect(Collectors.toSet()));
    }

    private static String note(CosignatureRows.Signed signed) {
        return signed.note() + String.join("", signed.lines().values());
    }

    private List<String> vkeys() {
        return witnesses.stream().map(NamedWitness::vkey).toList();
    }
}
