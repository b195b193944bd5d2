package org.romdoul.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.Duty;
import org.romdoul.cases.Membership;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Tasks;
import org.romdoul.cases.Urgency;
import org.romdoul.cases.closing.Closing;
import org.romdoul.cases.closing.Closings;
import org.romdoul.database.RomdoulTest;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class CourtClocksTests {

    private final Instant now = Instant.now();

    @Autowired
    Staff staff;

    @Autowired
    Cases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    Closings closings;

    @Autowired
    Prosecution prosecution;

    private Actor prosecutor;
    private Actor clerk;
    private OpenCase file;
    private Courtroom court;
    private Detention held;

    @BeforeEach
    void somebodyIsHeld() {
        prosecutor = staff.hire(staff.agency("prosecution"), Role.PROSECUTOR);
        clerk = staff.hire(staff.agency("court"), Role.CLERK);
        file = as(prosecutor, () -> {
            var begun = cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.ofYear(2026), null, prosecutor);
            cases.join(begun, clerk.account(), Membership.Part.MEMBER);
            return begun;
        });
        court = new Courtroom(file.id(), prosecutor.account(), now.getNano());
        var fact = court.on(at(now.minus(Duration.ofHours(40))));
        held = new Detention(
                fact,
                court.defendant(),
                fact.id(),
                Detention.Kind.POLICE_CUSTODY,
                Detention.Gravity.FELONY,
                false,
                "KH-CPC-96");
        record(prosecutor, court.history().facts().getFirst(), held);
    }

    @Test
    void aCaseIsNotClosedOverSomebodyWhoseDetentionWasExtended() {
        extendedBy(prosecutor);

        var closing = as(
                prosecutor,
                () -> closings.propose(
                        cases.open(file.code(), prosecutor).orElseThrow(),
                        UUID.randomUUID(),
                        Closing.Reason.NO_CRIME,
                        "Fictional: nothing was found"));
        assertThat(closing).isEqualTo(org.romdoul.cases.Answer.refused("closing.clock-runs"));
    }

    @Test
    void anExtendedLimitIsCriticalTheMomentItHasPassed() {
        var until = extendedBy(prosecutor);

        assertThat(only().legalLimit()).isEqualTo("police-custody-extended");
        assertThat(only().due()).isEqualTo(until);
        assertThat(only().urgency(until)).isEqualTo(Urgency.CRITICAL);
    }

    @Test
    void aClerkWhoRecordsAnExtensionTakesTheTaskFromNobody() {
        extendedBy(clerk);

        assertThat(only().account()).isEqualTo(prosecutor.account());
        assertThat(only().agency()).isEqualTo(prosecutor.agency());
    }

    /** What is mended is the detention; that it was extended stays so. */
    @Test
    void aDetentionThatIsCorrectedStaysExtended() {
        var until = extendedBy(prosecutor);
        record(
                clerk,
                new Detention(
                        fact(clerk, at(now.minus(Duration.ofHours(41)))).correcting(held.id()),
                        held.defendant(),
                        held.detention(),
                        held.kind(),
                        held.gravity(),
                        held.minor(),
                        "KH-CPC-97"));

        assertThat(only().legalLimit()).isEqualTo("police-custody-extended");
        assertThat(only().due()).isEqualTo(until);
        assertThat(only().account()).isEqualTo(prosecutor.account());
    }

    @Test
    void whoIsReleasedIsWatchedNoLonger() {
        extendedBy(prosecutor);
        record(
                prosecutor,
                new DetentionEnd(
                        fact(prosecutor, at(now)), held.defendant(), held.detention(), DetentionEnd.Way.RELEASED));

        assertThat(as(prosecutor, () -> tasks.of(file))).isEmpty();
    }

    private Instant extendedBy(Actor whom) {
        var until = PartialDate.at(now.plus(Duration.ofHours(20)));
        record(
                whom,
                new DetentionExtension(fact(whom, at(now)), held.defendant(), held.detention(), until, "KH-CPC-96"));
        return Instant.parse(until.edtf().replace("Z", ":00Z"));
    }

    private org.romdoul.journal.Fact fact(Actor by, String date) {
        return new org.romdoul.journal.Fact(
                UUID.randomUUID(), file.id(), new PartialDate(date), by.account(), null, null);
    }

    private void record(Actor by, CourtFact... facts) {
        assertThat(as(by, () -> prosecution.together(cases.open(file.code(), by).orElseThrow(), List.of(facts))))
                .isEmpty();
    }

    private Duty only() {
        var waiting = as(prosecutor, () -> tasks.of(file));
        assertThat(waiting).hasSize(1);
        return waiting.getFirst();
    }

    private static String at(Instant moment) {
        return PartialDate.at(moment).edtf();
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return Objects.requireNonNull(staff.as(actor, work));
    }
}
