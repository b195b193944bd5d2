package org.romdoul.prosecution;

import java.time.LocalDate;
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

    /** @return the charges that a judgment can still be given on: counts are left, or they were sent back for another trial */
    public List<Charge> undecided() {
        return all(Charge.class).stream()
                .filter(charge -> left(charge) > 0 || isSentBack(charge))
                .toList();
    }

    /** @return the counts of a charge that no first judgment and no withdrawal has dealt with */
    int left(Charge charge) {
        var judged = all(Verdict.class).stream()
                .filter(verdict -> verdict.charge().equals(charge.charge()))
                .filter(verdict -> named(Judgment.class, verdict.decision())
                        .filter(judgment -> judgment.follows() == null)
                        .isPresent())
                .mapToInt(verdict -> verdict.isVague() ? charge.counts() : verdict.counts())
                .sum();
        var withdrawn = all(Withdrawal.class).stream()
                .filter(withdrawal -> withdrawal.charge().equals(charge.charge()))
                .mapToInt(withdrawal -> withdrawal.counts() == null ? charge.counts() : withdrawal.counts())
                .sum();
        return charge.counts() - judged - withdrawn;
    }

    private boolean isSentBack(Charge charge) {
        return all(AppealOutcome.class).stream()
                .filter(outcome -> outcome.result() == AppealOutcome.Result.RETRIAL)
                .anyMatch(outcome -> covered(outcome).contains(charge.charge()));
    }

    /** @return the hearings of which nothing is recorded yet */
    public List<Hearing> unheard() {
        var heard =
                all(HearingOutcome.class).stream().map(HearingOutcome::hearing).toList();
        return all(Hearing.class).stream()
                .filter(hearing -> !heard.contains(hearing.hearing()))
                .toList();
    }

    /** @return the hearing that comes next */
    public Optional<Hearing> next(LocalDate today) {
        return unheard().stream()
                .filter(hearing -> hearing.happened()
                        .latest()
                        .filter(last -> !last.isBefore(today))
                        .isPresent())
                .findFirst();
    }

    /** @return as whom she stands accused; nothing before the first fact says so */
    public Optional<Defendant> accused() {
        return all(Defendant.class).stream().findFirst();
    }

    /** @return what a fact corrects, and what that corrects, the latest first */
    public List<CourtFact> before(CourtFact fact) {
        var earlier = new ArrayList<CourtFact>();
        for (var one = corrected(fact); one.isPresent(); one = corrected(one.get())) earlier.add(one.get());
        return earlier;
    }

    /** @return what holds now in the place of a fact: itself, or the last that corrects it */
    public CourtFact holding(CourtFact fact) {
        return live.stream()
                .filter(one -> one.equals(fact) || before(one).contains(fact))
                .findFirst()
                .orElse(fact);
    }

    private Optional<CourtFact> corrected(CourtFact fact) {
        return Optional.ofNullable(fact.supersedes()).flatMap(this::fact);
    }

    public Optional<CourtFact> fact(UUID id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    public Optional<Decision> decision(UUID name) {
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

    public List<Verdict> verdicts(UUID decision) {
        return all(Verdict.class).stream()
                .filter(verdict -> verdict.decision().equals(decision))
                .toList();
    }

    public Optional<AppealOutcome> outcome(Appeal appeal) {
        return all(AppealOutcome.class).stream()
                .filter(outcome -> outcome.appeal().equals(appeal.appeal()))
                .findFirst();
    }

    public List<Sentence> sentences(UUID decision) {
        return all(Sentence.class).stream()
                .filter(sentence -> sentence.decision().equals(decision))
                .toList();
    }
}
