package org.romdoul.prosecution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;

/** Writes histories of one fictional accused through the rules: by hand, or at random from a seed. */
final class Courtroom {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final UUID scope;
    private final UUID actor;
    private final Random random;
    private final UUID defendant;
    private final Set<UUID> presumedVictims;
    private History history;

    Courtroom(UUID scope, UUID actor, long seed) {
        this(scope, actor, seed, null, Set.of());
    }

    Courtroom(UUID scope, UUID actor, long seed, @Nullable UUID person, Set<UUID> presumedVictims) {
        this.scope = scope;
        this.actor = actor;
        this.random = new Random(seed);
        this.defendant = id();
        this.presumedVictims = presumedVictims;
        this.history = new History(defendant, List.of());
        var fact = new Fact(defendant, scope, new PartialDate("2009"), actor, null, null);
        took(new Defendant(
                fact, defendant, person, "D1", Defendant.Role.PIMP_OR_VENUE_OWNER, Defendant.Sex.UNKNOWN, null));
    }

    static Courtroom empty() {
        return new Courtroom(UUID.randomUUID(), UUID.randomUUID(), 1);
    }

    History history() {
        return history;
    }

    Standing standing() {
        return Standing.of(history);
    }

    UUID defendant() {
        return defendant;
    }

    UUID id() {
        return new UUID(
                random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE);
    }

    Fact on(String date) {
        return new Fact(id(), scope, new PartialDate(date), actor, null, null);
    }

    Answer offer(CourtFact fact) {
        var answer = new Admission(history, TODAY, Set.of(), presumedVictims).of(fact);
        if (answer instanceof Answer.Accepted) history = history.and(fact);
        return answer;
    }

    <T extends CourtFact> T took(T fact) {
        var answer = offer(fact);
        if (answer instanceof Answer.Refused no) throw new AssertionError(no);
        return fact;
    }

    Charge charged(String date, String statute, int counts) {
        var fact = on(date);
        return took(new Charge(fact, defendant, fact.id(), statute, counts, null));
    }

    Judgment judged(String date, boolean absent, @Nullable UUID follows) {
        var fact = on(date);
        return took(new Judgment(fact, defendant, fact.id(), Decision.Level.FIRST_INSTANCE, absent, follows, null));
    }

    Verdict guilty(Judgment judgment, Charge charge, int counts) {
        return took(verdict(judgment, charge, 0, counts, 0, 0, 0));
    }

    Verdict notGuilty(Judgment judgment, Charge charge, int counts) {
        return took(verdict(judgment, charge, 0, 0, counts, 0, 0));
    }

    Verdict verdict(
            Judgment judgment,
            Charge charge,
            @Nullable Integer plea,
            @Nullable Integer trial,
            @Nullable Integer not,
            @Nullable Integer dismissed,
            @Nullable Integer dropped) {
        return new Verdict(
                on(judgment.happened().edtf()),
                defendant,
                judgment.decision(),
                charge.charge(),
                plea,
                trial,
                not,
                dismissed,
                dropped);
    }

    Sentence sentenced(UUID decision, String date, int months) {
        return took(sentence(decision, date, null, months));
    }

    Sentence sentence(UUID decision, String date, @Nullable UUID charge, int months) {
        return new Sentence(on(date), defendant, decision, charge, months, 0, 0, false, null, 4_000_000L, "KHR");
    }

    Appeal appealed(String date, Decision against, Appeal.Party party) {
        var fact = on(date);
        return took(new Appeal(fact, defendant, fact.id(), against.decision(), null, party, null));
    }

    AppealOutcome decided(String date, Appeal appeal, Decision.Level level, AppealOutcome.Result result) {
        var fact = on(date);
        return took(new AppealOutcome(fact, defendant, appeal.appeal(), fact.id(), level, result, null));
    }

    Termination ended(String date, Termination.Ended ended) {
        return took(new Termination(on(date), defendant, ended));
    }

    /** Offers facts at random; what the rules refuse is not recorded. */
    Courtroom atRandom(int offers) {
        for (var i = 0; i < offers; i++) offer(anything());
        return this;
    }

    private CourtFact anything() {
        var charge = any(Charge.class);
        var judgment = any(Judgment.class);
        var appeal = any(Appeal.class);
        var decision = random.nextBoolean() ? judgment : any(AppealOutcome.class);
        var fact = on(date());
        return switch (random.nextInt(11)) {
            case 0 ->
                history.all(Charge.class).size() > 1
                        ? new Arrest(fact, defendant)
                        : new Charge(
                                fact,
                                defendant,
                                fact.id(),
                                "statute-" + random.nextInt(5),
                                1 + random.nextInt(4),
                                null);
            case 1 -> new Judgment(fact, defendant, fact.id(), level(), random.nextInt(5) == 0, retrial(), null);
            case 2, 3, 4 -> anyVerdict(fact, judgment, charge);
            case 5 ->
                new Sentence(
                        fact,
                        defendant,
                        decision,
                        random.nextInt(3) == 0 ? null : charge,
                        some(3),
                        0,
                        some(2),
                        random.nextInt(30) == 0,
                        null,
                        null,
                        null);
            case 6, 7 ->
                new Appeal(
                        fact,
                        defendant,
                        fact.id(),
                        decision,
                        random.nextInt(3) == 0 ? charge : null,
                        pick(Appeal.Party.values()),
                        null);
            case 8 ->
                new AppealOutcome(
                        fact, defendant, appeal, fact.id(), level(), pick(AppealOutcome.Result.values()), null);
            case 9 ->
                random.nextInt(8) > 0
                        ? new Withdrawal(fact, defendant, charge, some(2), Withdrawal.Reason.EVIDENCE, null)
                        : new Termination(fact, defendant, pick(Termination.Ended.values()));
            default -> correction();
        };
    }

    /** Most verdicts say one thing; some say nothing, some say what nobody knows. */
    private Verdict anyVerdict(Fact fact, UUID judgment, UUID charge) {
        var says = random.nextInt(9);
        var counts = 1 + random.nextInt(3);
        var vague = random.nextInt(20) == 0;
        return new Verdict(
                fact,
                defendant,
                judgment,
                charge,
                vague ? null : says == 0 ? counts : 0,
                says == 1 || says == 2 ? counts : 0,
                says == 3 || says == 4 ? counts : 0,
                says == 5 || says == 6 ? counts : 0,
                says == 7 ? counts : 0);
    }

    private CourtFact correction() {
        var live = history.live();
        var earlier = live.get(random.nextInt(live.size()));
        var fact = on(date()).correcting(earlier.id());
        return switch (earlier) {
            case Charge c -> new Charge(fact, defendant, c.charge(), c.statute(), 1 + random.nextInt(5), null);
            case Verdict v -> anyVerdict(fact, v.decision(), v.charge());
            case Judgment j -> new Judgment(fact, defendant, j.decision(), level(), j.inAbsentia(), j.follows(), null);
            case AppealOutcome o ->
                new AppealOutcome(fact, defendant, o.appeal(), o.decision(), level(), o.result(), null);
            default -> new Arrest(fact.correcting(null), defendant);
        };
    }

    private @Nullable UUID retrial() {
        return random.nextInt(3) > 0
                ? null
                : history.all(AppealOutcome.class).stream()
                        .filter(outcome -> outcome.result() == AppealOutcome.Result.RETRIAL)
                        .map(AppealOutcome::decision)
                        .findAny()
                        .orElse(null);
    }

    private <T extends CourtFact> UUID any(Class<T> kind) {
        var all = history.all(kind);
        return all.isEmpty() ? id() : all.get(random.nextInt(all.size())).name();
    }

    private Decision.Level level() {
        return random.nextInt(6) == 0 ? Decision.Level.SUPREME : Decision.Level.FIRST_INSTANCE;
    }

    private @Nullable Integer some(int below) {
        return random.nextInt(12) == 0 ? null : random.nextInt(below);
    }

    private String date() {
        var year = 2010 + random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0 -> "XXXX";
            case 1 -> String.valueOf(year);
            case 2 -> year + "~";
            case 3 -> "%d-%02d".formatted(year, 1 + random.nextInt(12));
            default -> "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** @return the same facts in another order */
    static History shuffled(History history, long seed) {
        var facts = new ArrayList<>(history.facts());
        java.util.Collections.shuffle(facts, new Random(seed));
        return new History(history.defendant(), facts);
    }

    static Map<String, Integer> tally(List<History> histories) {
        var tally = new HashMap<String, Integer>();
        histories.forEach(history -> tally.merge(Standing.of(history).outcome().code(), 1, Integer::sum));
        return tally;
    }
}
