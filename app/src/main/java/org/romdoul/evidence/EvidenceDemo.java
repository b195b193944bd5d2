package org.romdoul.evidence;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.Membership;
import org.romdoul.cases.OpenCase;
import org.romdoul.demo.Demo;
import org.romdoul.evidence.Exhibit.Origin;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Fictional exhibits: a telephone that changed hands well, a notebook whose seal did not match, a file of which the defence has a copy, a
 * bag on its way.
 */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class EvidenceDemo implements Demo {

    private final Cases cases;
    private final Exhibits exhibits;
    private final HandOvers handOvers;
    private final Receiving receiving;
    private final Disclosures disclosures;
    private final Accounts accounts;
    private final Facts facts;
    private final Clock clock;

    EvidenceDemo(
            Cases cases,
            Exhibits exhibits,
            HandOvers handOvers,
            Receiving receiving,
            Disclosures disclosures,
            Accounts accounts,
            Facts facts,
            Clock clock) {
        this.cases = cases;
        this.exhibits = exhibits;
        this.handOvers = handOvers;
        this.receiving = receiving;
        this.disclosures = disclosures;
        this.accounts = accounts;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    /** The bag that is on its way stays on its way: where it is there, all of it is. */
    @Override
    public void fill() {
        var officer = actor("U-102");
        if (!Actors.as(officer, () -> handOvers.with(officer)).isEmpty()) return;
        var file = Actors.as(
                officer, () -> cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.at(ago(12)), "12", officer));
        Actors.as(officer, () -> {
            cases.join(file, actor("U-104").account(), Membership.Part.MEMBER);
            return file;
        });
        telephone(file, officer);
        notebook(file, officer);
        report(file, officer);
        bag(file, officer);
    }

    private void telephone(OpenCase file, Actor officer) {
        var id = add(
                file, officer, "S-1041", "Fictional: a telephone from the desk of the Paper Lantern guest house", 9);
        give(officer, "U-106", id, "S-1041", 8, HandOver.Reason.STORAGE);
        receive("U-106", id, "S-1041", Found.INTACT, 7.9);
        give(actor("U-106"), "U-104", id, "S-1041", 3, HandOver.Reason.COURT);
        receive("U-104", id, "S-1041", Found.INTACT, 2.9);
    }

    private void notebook(OpenCase file, Actor officer) {
        var id = add(file, officer, "S-1042", "Fictional: a notebook with figures, found behind the counter", 9);
        give(officer, "U-106", id, "S-1042", 8, HandOver.Reason.STORAGE);
        receive("U-106", id, "S-2200", Found.OPENED, 5);
    }

    private void report(OpenCase file, Actor officer) {
        var described = new Described(
                Origin.RECEIVED,
                null,
                null,
                "Fictional: list of rooms that the guest house sent",
                PartialDate.at(ago(0)));
        var text = "Sample Town, Paper Lantern guest house. Rooms: 1, 2, 3.\n".repeat(40);
        var coming = new Receiving.Coming(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "rooms.pdf", "application/pdf", null);
        if (Actors.as(officer, () -> receiving.receive(file, facts.id(), described, coming))
                instanceof Receiving.Answer.Received(Exhibit report)) forTheDefence(file, officer, report);
    }

    private void forTheDefence(OpenCase file, Actor officer, Exhibit report) {
        var to = new Disclosures.To(
                Disclosure.Recipient.DEFENCE,
                "Fictional: the office of the defence, Sample Town",
                "Fictional: order 7 of the investigating judge",
                Disclosure.Medium.PAPER);
        Actors.as(officer, () -> disclosures.give(file, report, facts.id(), to, PartialDate.at(ago(0))));
    }

    private void bag(OpenCase file, Actor officer) {
        var id = add(file, officer, "S-1043", "Fictional: a bag with three passports of people who do not exist", 6);
        give(officer, "U-106", id, "S-1043", 2, HandOver.Reason.TRANSPORT);
    }

    private UUID add(OpenCase file, Actor officer, @Nullable String seal, String words, double days) {
        var described = new Described(Origin.SEIZED, "DESK-2", seal, words, PartialDate.at(ago(days)));
        return Actors.as(
                officer, () -> exhibits.add(file, facts.id(), described).id());
    }

    private void give(Actor giver, String receiver, UUID exhibit, String seal, double days, HandOver.Reason reason) {
        var given = new Given(
                actor(receiver).account(),
                null,
                null,
                null,
                reason,
                "STORE-1",
                seal,
                Found.INTACT,
                PartialDate.at(ago(days)));
        Actors.as(giver, () -> handOvers.give(handOvers.find(giver, exhibit).orElseThrow(), facts.id(), given));
    }

    private void receive(String number, UUID exhibit, String seal, Found found, double days) {
        var receiver = actor(number);
        var told = new Receipt(
                facts.id(),
                Receipt.Outcome.RECEIVED,
                receiver.account(),
                "STORE-1",
                seal,
                found,
                null,
                PartialDate.at(ago(days)),
                Instant.EPOCH);
        Actors.as(
                receiver,
                () -> handOvers.answer(handOvers.find(receiver, exhibit).orElseThrow(), told));
    }

    private Instant ago(double days) {
        return clock.instant().minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    private Actor actor(String number) {
        return accounts.byNumber(number).orElseThrow().sitsDown(facts.id());
    }
}
