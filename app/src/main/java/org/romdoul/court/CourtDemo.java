package org.romdoul.court;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.romdoul.access.Actor;
import org.romdoul.access.Cast;
import org.romdoul.cases.Allegation;
import org.romdoul.cases.Allegations;
import org.romdoul.cases.Cases;
import org.romdoul.cases.Membership;
import org.romdoul.cases.OpenCase;
import org.romdoul.demo.Demo;
import org.romdoul.input.PartialDate;
import org.romdoul.intake.Intake;
import org.romdoul.intake.Report;
import org.romdoul.intake.Tip;
import org.romdoul.persons.Age;
import org.romdoul.persons.Identity;
import org.romdoul.persons.Part;
import org.romdoul.persons.PersonInCase;
import org.romdoul.persons.Persons;
import org.romdoul.persons.Sex;
import org.romdoul.prosecution.AppealOutcome;
import org.romdoul.prosecution.Decision.Level;
import org.romdoul.prosecution.Defendant.Role;
import org.romdoul.prosecution.Prosecution;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Two fictional cases before the courts: one followed from a tip to a conviction that was overturned years later, and one of today, in
 * which somebody is held and a limit of the law is about to end. Recorded through the rules that everybody meets.
 */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class CourtDemo implements Demo {

    private static final String PAST = "Fictional: girls who look very young are kept on the upper floor of the Paper"
            + " Lantern guest house in Sample Town, and a man in uniform comes each month.";
    private static final String NOW =
            "Fictional: a recruiter of the Blue Kite agency keeps the passports of workers whom"
                    + " he promised wages on a fishing boat.";

    private final Cast cast;
    private final Intake intake;
    private final Allegations allegations;
    private final Cases cases;
    private final Persons persons;
    private final Prosecution prosecution;
    private final Clock clock;

    CourtDemo(
            Cast cast,
            Intake intake,
            Allegations allegations,
            Cases cases,
            Persons persons,
            Prosecution prosecution,
            Clock clock) {
        this.cast = cast;
        this.intake = intake;
        this.allegations = allegations;
        this.cases = cases;
        this.persons = persons;
        this.prosecution = prosecution;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void fill() {
        var lead = cast.actor("U-103");
        var officer = cast.actor("U-102");
        fromTipToAppeal(cast.as(lead, () -> opened(lead, PAST, Allegation.Purpose.SEXUAL, "2011")));
        heldNow(cast.as(officer, () -> opened(officer, NOW, Allegation.Purpose.LABOUR, "2026")));
    }

    /** A venue owner convicted; an official convicted in absence and never held, whose conviction was overturned; a customer. */
    private void fromTipToAppeal(OpenCase police) {
        var people = cast.as(police.reader(), () -> people(police, Part.SUSPECT, Part.SUSPECT, Part.SUSPECT));
        cast.as(police.reader(), () -> known(police));
        onTheCourtsSide(police, file -> {
            owner(new Story(file, "owner", people.get(0)));
            official(new Story(file, "official", people.get(1)));
            customer(new Story(file, "customer", people.get(2)));
        });
    }

    private void owner(Story story) {
        story.accused("2011-03-02", Role.PIMP_OR_VENUE_OWNER).arrested("2011-03-02");
        var held = story.held("2011-03-02", "KH-CPC-96", false);
        story.passed("2011-03-04", held);
        var detained = story.held("2011-03-04", "KH-CPC-208", true);
        var charge = story.charged("2011-03-04", "KH-TSE-15", 2);
        story.heard("2011-06-14", "2011-06-14");
        story.judged("2011-06-14", false, charge).sentenced(180).ended("2011-06-14", detained);
        var appeal = story.appealed("2011-07-01");
        story.decided("2012-02-20", appeal, Level.APPEAL, AppealOutcome.Result.UPHELD);
        record(story);
    }

    private void official(Story story) {
        story.accused("2011-04-11", Role.COMPLICIT_OFFICIAL);
        var charge = story.charged("2011-04-11", "KH-TSE-12", 1);
        story.judged("2011-11-08", true, charge).sentenced(84);
        var appeal = story.appealed("2014-09");
        story.decided("2014-11-27", appeal, Level.SUPREME, AppealOutcome.Result.OVERTURNED);
        record(story);
    }

    private void customer(Story story) {
        story.accused("2011-03-20", Role.CUSTOMER);
        var charge = story.charged("2011-03-21", "KH-TSE-19", 1);
        story.judged("2011-06-14", false, charge).sentenced(36);
        record(story);
    }

    /** One in police custody whose 48 hours end today, one before trial with a hearing set; so that Today has something to do. */
    private void heldNow(OpenCase police) {
        var people = cast.as(police.reader(), () -> people(police, Part.SUSPECT, Part.SUSPECT));
        onTheCourtsSide(police, file -> {
            var now = clock.instant();
            var recruiter = new Story(file, "recruiter", people.get(0));
            var day = at(now.minus(Duration.ofHours(45)));
            recruiter.accused(day, Role.RECRUITER).arrested(day);
            recruiter.held(day, "KH-CPC-96", false);
            recruiter.charged(at(now.minus(Duration.ofHours(20))), "KH-TSE-12", 3);
            recruiter.set(at(now.plus(Duration.ofDays(1))));
            record(recruiter);
            var trafficker = new Story(file, "trafficker", people.get(1));
            var since = at(now.minus(Duration.ofDays(110)));
            trafficker.accused(since, Role.TRAFFICKER).arrested(since);
            trafficker.heldForLess(since);
            trafficker.charged(since, "KH-TSE-17", 1);
            trafficker.set(at(now.plus(Duration.ofDays(6))));
            record(trafficker);
        });
    }

    private static String at(Instant moment) {
        return PartialDate.at(moment).edtf();
    }

    private OpenCase opened(Actor opener, String words, Allegation.Purpose purpose, String year) {
        var allegation = new Allegation(
                Allegation.Child.UNKNOWN,
                Set.of(Allegation.Act.HARBOURING),
                Set.of(Allegation.Means.DECEPTION),
                Set.of(purpose),
                null,
                words);
        var happened = new PartialDate(year);
        var file = allegations.open(Cast.id(words, "case"), happened, allegation, opener);
        told(file, words, happened);
        return file;
    }

    /** The tip that the case came from. */
    private void told(OpenCase file, String words, PartialDate happened) {
        if (!file.reader().role().answersTips()) return;
        var tip = Cast.id(words, "tip");
        intake.take(
                new Report(tip, Tip.Danger.YES, words, "Sample Town", happened, ""), Tip.Channel.HOTLINE, Actor.SYSTEM);
        intake.waiting(1000).stream()
                .filter(one -> one.id().equals(tip))
                .findFirst()
                .ifPresent(one -> intake.addTo(file, one, Cast.id(words, "triage")));
    }

    private List<PersonInCase> people(OpenCase file, Part... parts) {
        var people = new java.util.ArrayList<PersonInCase>();
        for (var part : parts)
            people.add(persons.register(
                    file,
                    Cast.id(file.id().toString(), part + "-" + people.size()),
                    part,
                    Sex.MALE,
                    Age.ADULT,
                    PartialDate.UNKNOWN));
        return people;
    }

    /** Whom the case is about, so that a name can be opened for a reason. */
    private boolean known(OpenCase file) {
        var girl = persons.register(
                file,
                Cast.id(file.id().toString(), "girl"),
                Part.PRESUMED_VICTIM,
                Sex.FEMALE,
                Age.CHILD,
                PartialDate.UNKNOWN);
        if (persons.isIdentified(file, girl)) return false;
        persons.record(
                file,
                girl,
                Cast.id(file.id().toString(), "her name"),
                new Identity<>(null, "Lotus Example", null, null, null, null),
                null);
        return true;
    }

    private void onTheCourtsSide(OpenCase police, java.util.function.Consumer<OpenCase> work) {
        var prosecutor = cast.actor("U-104");
        cast.as(police.reader(), () -> {
            for (var number : List.of("U-104", "U-106"))
                if (prosecution.of(police).isEmpty())
                    cases.join(police, cast.actor(number).account(), Membership.Part.MEMBER);
            return true;
        });
        cast.as(prosecutor, () -> {
            work.accept(cases.open(police.code(), prosecutor).orElseThrow());
            return true;
        });
    }

    private void record(Story story) {
        prosecution.together(story.file(), story.facts()).ifPresent(no -> {
            throw new IllegalStateException("the fictional country breaks a rule: " + no);
        });
    }
}
