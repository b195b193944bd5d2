package org.romdoul.prosecution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that is recorded about one accused. What it says never hangs on the order in which it was recorded. */
public final class History {

    /** By what is known of the date, the unknown first; then by id. The same order as {@code prosecution.place}. */
    static final Comparator<CourtFact> ORDER = Comparator.comparing(History::place);

    private final UUID defendant;
    private final List<CourtFact> facts;
    private final List<CourtFact> live;

    public History(UUID defendant, List<CourtFact> facts) {
        this.defendant = defendant;
        this.facts = List.copyOf(facts);
        this.live = live(this.facts);
    }

    public UUID defendant() {
        return defendant;
    }

    /** @return all of them, corrected ones too */
    public List<CourtFact> facts() {
        return facts;
    }

    /** @return what no later fact corrects, in the order of time */
    public List<CourtFact> live() {
        return live;
    }

    private static String place(CourtFact fact) {
        var happened = fact.happened();
        return (happened.isUnknown() ? "" : happened.edtf().replace("~", "")) + " " + fact.id();
    }

    History and(CourtFact fact) {
        var more = new ArrayList<>(facts);
        more.add(fact);
        return new History(defendant, more);
    }

    private static List<CourtFact> live(List<CourtFact> facts) {
        var corrected = new HashSet<@Nullable UUID>();
        for (var fact : facts) corrected.add(fact.supersedes());
        return facts.stream()
                .filter(fact -> !corrected.contains(fact.id()))
                .sorted(ORDER)
                .toList();
    }

    /** @return the live facts of a kind, in the order of time */
    public <T extends CourtFact> List<T> all(Class<T> kind) {
        return live().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** @return the live fact of a kind that others call by this name */
    public <T extends CourtFact> Optional<T> named(Class<T> kind, UUID name) {
        return all(kind).stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** @return as whom she stands accused; nothing before the first fact says so */
    public Optional<Defendant> accused() {
        return all(Defendant.class).stream().findFirst();
    }

    Optional<CourtFact> fact(UUID id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    Optional<Decision> decision(UUID name) {
        return live().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(one -> one.decision().equals(name))
                .findFirst();
    }

    /** @return the charges a decision covers: a judgment's verdicts, an appeal's those of what it was brought against */
    List<UUID> covered(Decision decision) {
        return switch (decision) {
            case Judgment judgment ->
                verdicts(judgment.decision()).stream().map(Verdict::charge).toList();
            case AppealOutcome outcome ->
                named(Appeal.class, outcome.appeal()).map(this::covered).orElse(List.of());
        };
    }

    private List<UUID> covered(Appeal appeal) {
        if (appeal.charge() != null) return List.of(appeal.charge());
        return decision(appeal.against()).map(this::covered).orElse(List.of());
    }

    List<Verdict> verdicts(UUID decision) {
        return all(Verdict.class).stream()
                .filter(verdict -> verdict.decision().equals(decision))
                .toList();
    }

    Optional<AppealOutcome> outcome(Appeal appeal) {
        return all(AppealOutcome.class).stream()
                .filter(outcome -> outcome.appeal().equals(appeal.appeal()))
                .findFirst();
    }

    List<Sentence> sentences(UUID decision) {
        return all(Sentence.class).stream()
                .filter(sentence -> sentence.decision().equals(decision))
                .toList();
    }
}
