package org.romdoul.court;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.romdoul.access.Cast;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.persons.PersonInCase;
import org.romdoul.prosecution.Appeal;
import org.romdoul.prosecution.AppealOutcome;
import org.romdoul.prosecution.Arrest;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Decision.Level;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Detention;
import org.romdoul.prosecution.DetentionEnd;
import org.romdoul.prosecution.Hearing;
import org.romdoul.prosecution.HearingOutcome;
import org.romdoul.prosecution.Judgment;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Verdict;

/** What happens in court to one fictional accused, told in its order. Told again, it makes the same facts. */
final class Story {

    private static final String COURT = "COURT-1";

    private final OpenCase file;
    private final String name;
    private final PersonInCase person;
    private final List<CourtFact> facts = new ArrayList<>();
    private UUID last;

    Story(OpenCase file, String name, PersonInCase person) {
        this.file = file;
        this.name = name;
        this.person = person;
        this.last = defendant();
    }

    OpenCase file() {
        return file;
    }

    List<CourtFact> facts() {
        return List.copyOf(facts);
    }

    private UUID defendant() {
        return Cast.id(file.id().toString(), name, "0");
    }

    private Fact on(String date) {
        var id = Cast.id(file.id().toString(), name, String.valueOf(facts.size()));
        last = id;
        return new Fact(id, file.id(), new PartialDate(date), file.reader().account(), null, null);
    }

    Story accused(String date, Defendant.Role role) {
        return and(new Defendant(on(date), defendant(), person.id(), person.label(), role, Defendant.Sex.MALE, null));
    }

    Story arrested(String date) {
        return and(new Arrest(on(date), defendant()));
    }

    UUID held(String date, String basis, boolean beforeTrial) {
        var kind = beforeTrial ? Detention.Kind.PRE_TRIAL : Detention.Kind.POLICE_CUSTODY;
        return held(date, basis, kind, Detention.Gravity.FELONY);
    }

    UUID heldForLess(String date) {
        return held(date, "KH-CPC-209", Detention.Kind.PRE_TRIAL, Detention.Gravity.MISDEMEANOUR);
    }

    private UUID held(String date, String basis, Detention.Kind kind, Detention.Gravity gravity) {
        var fact = on(date);
        return named(new Detention(fact, defendant(), fact.id(), kind, gravity, false, basis));
    }

    Story passed(String date, UUID detention) {
        return and(new DetentionEnd(on(date), defendant(), detention, DetentionEnd.Way.NEXT_DETENTION));
    }

    Story ended(String date, UUID detention) {
        return and(new DetentionEnd(on(date), defendant(), detention, DetentionEnd.Way.JUDGMENT));
    }

    Charge charged(String date, String statute, int counts) {
        var fact = on(date);
        var charge = new Charge(fact, defendant(), fact.id(), statute, counts, null);
        and(charge);
        return charge;
    }

    UUID set(String date) {
        var fact = on(date);
        return named(new Hearing(fact, defendant(), fact.id(), Hearing.Kind.TRIAL, COURT));
    }

    Story heard(String set, String date) {
        var hearing = set(set);
        return and(new HearingOutcome(on(date), defendant(), hearing, HearingOutcome.Result.HELD, null));
    }

    Story judged(String date, boolean absent, Charge charge) {
        var fact = on(date);
        var judgment = new Judgment(fact, defendant(), fact.id(), Level.FIRST_INSTANCE, absent, null, null);
        and(judgment);
        and(new Verdict(on(date), defendant(), judgment.decision(), charge.charge(), 0, charge.counts(), 0, 0, 0));
        last = judgment.decision();
        return this;
    }

    /** For the judgment that was told last. */
    Story sentenced(int months) {
        var decision = last;
        var date = facts.getLast().happened().edtf();
        and(new Sentence(on(date), defendant(), decision, null, months, 0, 0, false, null, 40_000_000L, "KHR"));
        last = decision;
        return this;
    }

    /** Against the judgment that was told last. */
    UUID appealed(String date) {
        var against = facts.stream()
                .filter(Judgment.class::isInstance)
                .map(CourtFact::name)
                .findFirst()
                .orElseThrow();
        var fact = on(date);
        return named(new Appeal(fact, defendant(), fact.id(), against, null, Appeal.Party.ACCUSED, null));
    }

    Story decided(String date, UUID appeal, Level level, AppealOutcome.Result result) {
        var fact = on(date);
        return and(new AppealOutcome(fact, defendant(), appeal, fact.id(), level, result, null));
    }

    private Story and(CourtFact fact) {
        facts.add(fact);
        return this;
    }

    private UUID named(CourtFact fact) {
        facts.add(fact);
        return fact.name();
    }
}
