package org.romdoul.cases.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Cast;
import org.romdoul.cases.Allegation;
import org.romdoul.cases.Allegations;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Cases;
import org.romdoul.cases.Errand;
import org.romdoul.cases.Errands;
import org.romdoul.cases.Membership;
import org.romdoul.cases.Memberships;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Standings;
import org.romdoul.cases.closing.Closing;
import org.romdoul.cases.closing.Closings;
import org.romdoul.cases.transfer.Transfer;
import org.romdoul.cases.transfer.Transfers;
import org.romdoul.demo.Demo;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * What lies on the desks of the fictional country: a case that three agencies work on, with tasks late and ahead; one that waits for
 * its second reader and one that two closed; one that is offered to another agency. Set by the rules that everybody meets.
 */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class CasesDemo implements Demo {

    private static final String SHARED =
            "Fictional: workers of the Grey Heron brick yard say that their wages are kept back against a debt.";
    private static final String UNCLEAR =
            "Fictional: a caller heard that an agency on Sample Road promises work abroad. Nobody there knows of it.";
    private static final String ENDED = "Fictional: reported twice; everything goes on in another case.";
    private static final String ELSEWHERE =
            "Fictional: the Blue Kite boat left Sample Town; its crew is said to be in the next province.";

    private final Cast cast;
    private final Allegations allegations;
    private final Cases cases;
    private final Memberships memberships;
    private final Errands errands;
    private final Closings closings;
    private final Transfers transfers;
    private final Agencies agencies;
    private final Standings standings;
    private final Facts facts;
    private final Clock clock;

    CasesDemo(
            Cast cast,
            Allegations allegations,
            Cases cases,
            Memberships memberships,
            Errands errands,
            Closings closings,
            Transfers transfers,
            Agencies agencies,
            Standings standings,
            Facts facts,
            Clock clock) {
        this.cast = cast;
        this.allegations = allegations;
        this.cases = cases;
        this.memberships = memberships;
        this.errands = errands;
        this.closings = closings;
        this.transfers = transfers;
        this.agencies = agencies;
        this.standings = standings;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public void fill() {
        var officer = cast.actor("U-102");
        var head = cast.actor("U-103");
        begin(officer, SHARED, "08", this::share);
        begin(officer, UNCLEAR, "12", file -> propose(file, Closing.Reason.NO_EVIDENCE));
        begin(officer, ENDED, "12", file -> propose(file, Closing.Reason.JOINED))
                .ifPresent(file -> cast.as(head, () -> close(file.code(), head)));
        begin(head, ELSEWHERE, "18", this::offer);
    }

    /** What a visitor has done with a case since is hers: at a second start it is left as it is. */
    private Optional<OpenCase> begin(Actor opener, String words, String place, Consumer<OpenCase> work) {
        var id = Cast.id(words, "case");
        if (!standings.codes(List.of(id)).isEmpty()) return Optional.empty();
        var allegation = new Allegation(
                Allegation.Child.UNKNOWN,
                Set.of(Allegation.Act.RECRUITMENT),
                Set.of(Allegation.Means.DECEPTION),
                Set.of(Allegation.Purpose.LABOUR),
                place,
                words);
        return Optional.of(cast.as(opener, () -> {
            var file = allegations.open(id, PartialDate.ofYear(2026), allegation, opener);
            work.accept(file);
            return file;
        }));
    }

    /** The prosecutor and the social worker are let in; something is late, something due, something ahead, something nobody's. */
    private void share(OpenCase file) {
        for (var number : List.of("U-104", "U-107"))
            settled(memberships.join(file, facts.id(), number, Membership.Part.MEMBER));
        task(file, Errand.RECORDS, -9, "U-102");
        task(file, Errand.VISIT, -2, "U-107");
        task(file, Errand.MEETING, 1, "U-102");
        task(file, Errand.REFERRAL, 2, "U-107");
        task(file, Errand.CALL, 12, "U-104");
        task(file, Errand.REPORT, 20, "U-102");
        task(file, Errand.LOCATE, 5, null);
    }

    private void task(OpenCase file, Errand errand, int days, @Nullable String number) {
        var due = clock.instant().plus(Duration.ofDays(days));
        settled(errands.set(file, facts.id(), errand, due, number, null));
    }

    private void propose(OpenCase file, Closing.Reason reason) {
        settled(closings.propose(file, facts.id(), reason, "Fictional: see the notes of this case."));
    }

    private Answer close(CaseCode code, Actor head) {
        var file = cases.open(code, head).orElseThrow();
        var proposal = closings.last(file).orElseThrow().id();
        return settled(closings.answer(file, facts.id(), proposal, proposal, null));
    }

    private void offer(OpenCase file) {
        var to = agencies.byCode("LOTUS-PO").orElseThrow().id();
        settled(transfers.ask(
                file, facts.id(), to, Transfer.Reason.PLACE, "Fictional: the crew is theirs to look for."));
    }

    private static Answer settled(Answer answer) {
        if (answer instanceof Answer.Refused no)
            throw new IllegalStateException("the fictional country breaks a rule: " + no.reason());
        return answer;
    }
}
