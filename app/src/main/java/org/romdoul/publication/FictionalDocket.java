package org.romdoul.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.prosecution.Appeal;
import org.romdoul.prosecution.AppealOutcome;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Decision;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Judgment;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Termination;
import org.romdoul.prosecution.Verdict;
import org.romdoul.prosecution.Withdrawal;

/**
 * Writes what a court of a country that does not exist did with the accused of one case: days for the charge, only years for the end,
 * some without an end, as real lists have it.
 */
final class FictionalDocket {

    /** Until when the list watched. */
    static final int CENSORED = 2020;

    private static final List<String> STATUTES = List.of("SAMPLE-10", "SAMPLE-11", "SAMPLE-24", "SAMPLE-31");

    private final OpenCase file;
    private final Facts facts;
    private final RandomGenerator chance;
    private final List<CourtFact> written = new ArrayList<>();

    FictionalDocket(OpenCase file, Facts facts, RandomGenerator chance) {
        this.file = file;
        this.facts = facts;
        this.chance = chance;
    }

    /** @param year of the charges; @return the facts in their order */
    List<CourtFact> of(int year, int accused) {
        for (var i = 1; i <= accused; i++) accused("D" + i, year);
        return List.copyOf(written);
    }

    private void accused(String label, int year) {
        var named = on("%d".formatted(year));
        var defendant = named.id();
        add(new Defendant(named, defendant, null, label, role(), Defendant.Sex.UNKNOWN, null));
        var charges = new ArrayList<Charge>();
        for (var i = 0; i <= chance.nextInt(2); i++) charges.add(charge(defendant, year));
        var end = year + delay();
        var fate = chance.nextInt(100);
        if (end > CENSORED || fate < 4) return;
        if (fate < 10) {
            add(new Termination(on("XXXX"), defendant, Termination.Ended.UNKNOWN));
            return;
        }
        if (fate < 15)
            for (var charge : charges)
                add(new Withdrawal(
                        on("%d".formatted(end)), defendant, charge.charge(), null, Withdrawal.Reason.EVIDENCE, null));
        else judged(defendant, charges, end, fate);
        add(new Termination(on("%d".formatted(end)), defendant, Termination.Ended.ENDED));
    }

    private void judged(UUID defendant, List<Charge> charges, int year, int fate) {
        var fact = on("%d".formatted(year));
        var judgment =
                new Judgment(fact, defendant, fact.id(), Decision.Level.FIRST_INSTANCE, fate % 10 == 0, null, null);
        add(judgment);
        for (var charge : charges) {
            var guilty = fate >= 35;
            add(new Verdict(
                    on("%d".formatted(year)),
                    defendant,
                    judgment.decision(),
                    charge.charge(),
                    guilty && fate >= 60 ? charge.counts() : 0,
                    guilty && fate < 60 ? charge.counts() : 0,
                    fate < 24 ? charge.counts() : 0,
                    fate >= 24 && fate < 35 ? charge.counts() : 0,
                    0));
        }
        if (fate >= 35) sentence(defendant, judgment, year);
        if (fate >= 35 && fate < 41 && year < CENSORED) overturn(defendant, judgment, year + 1);
    }

    private void sentence(UUID defendant, Judgment judgment, int year) {
        var life = chance.nextInt(40) == 0;
        var months = life || chance.nextInt(15) == 0 ? null : 6 * (1 << chance.nextInt(6)) + chance.nextInt(6);
        add(new Sentence(
                on("%d".formatted(year)),
                defendant,
                judgment.decision(),
                null,
                months,
                null,
                null,
                life,
                null,
                null,
                null));
    }

    private void overturn(UUID defendant, Judgment judgment, int year) {
        var fact = on("%d".formatted(year));
        add(new Appeal(fact, defendant, fact.id(), judgment.decision(), null, Appeal.Party.ACCUSED, null));
        var outcome = on("%d".formatted(year));
        add(new AppealOutcome(
                outcome,
                defendant,
                fact.id(),
                outcome.id(),
                Decision.Level.APPEAL,
                AppealOutcome.Result.OVERTURNED,
                null));
    }

    private Charge charge(UUID defendant, int year) {
        var fact = on("%d-%02d-%02d".formatted(year, 1 + chance.nextInt(12), 1 + chance.nextInt(28)));
        var statute = STATUTES.get(chance.nextInt(STATUTES.size()));
        var charge = new Charge(fact, defendant, fact.id(), statute, 1 + chance.nextInt(3), null);
        add(charge);
        return charge;
    }

    private Defendant.Role role() {
        var roles = Defendant.Role.values();
        return roles[chance.nextInt(roles.length)];
    }

    /** Years until the end: most within two. */
    private int delay() {
        var years = 0;
        while (chance.nextInt(100) < 55) years++;
        return years;
    }

    private Fact on(String date) {
        return facts.on(file.id(), new PartialDate(date), file.reader().account());
    }

    private void add(CourtFact fact) {
        written.add(fact);
    }
}
