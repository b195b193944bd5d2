package org.romdoul.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.romdoul.blobs.Condition;
import org.romdoul.cases.Answer;
import org.romdoul.evidence.Receipt.Outcome;
import org.romdoul.input.PartialDate;
import org.romdoul.vault.SealedRef;

class CustodyTests {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration TRANSIT = Duration.ofHours(24);
    private static final UUID OFFICER = UUID.randomUUID();
    private static final UUID STORE = UUID.randomUUID();
    private static final UUID LAB = UUID.randomUUID();
    private static final UUID THIRD = UUID.randomUUID();
    private static final List<UUID> PEOPLE = List.of(OFFICER, STORE, LAB, THIRD);

    @Test
    void whoDoesNotHoldItCannotGiveIt() {
        assertThat(new Tale().custody().standing().mayGive(STORE, LAB, null)).isEqualTo(no("hand-over.not-holder"));
    }

    @Test
    void nobodyGivesItToHerselfOrSeesItAsAParty() {
        var standing = new Tale().custody().standing();
        assertThat(standing.mayGive(OFFICER, OFFICER, null)).isEqualTo(no("hand-over.to-self"));
        assertThat(standing.mayGive(OFFICER, STORE, STORE)).isEqualTo(no("hand-over.witness-is-party"));
        assertThat(standing.mayGive(OFFICER, STORE, OFFICER)).isEqualTo(no("hand-over.witness-is-party"));
    }

    @Test
    void nothingIsGivenTwiceBeforeItIsAnswered() {
        var tale = new Tale().gives(STORE, 1);
        assertThat(tale.custody().standing().mayGive(OFFICER, LAB, null)).isEqualTo(no("hand-over.pending"));
        assertThat(tale.custody().standing().holder()).isEqualTo(OFFICER);
    }

    @Test
    void nothingLeavesCustodyUnseenAndWhatHasLeftIsNotGiven() {
        var tale = new Tale();
        assertThat(tale.custody().standing().mayGive(OFFICER, null, null)).isEqualTo(no("hand-over.end-unseen"));
        tale.ends(THIRD, true, 1);
        assertThat(tale.custody().standing().mayGive(OFFICER, LAB, null)).isEqualTo(no("hand-over.ended"));
    }

    @Test
    void theReceiverAloneAnswersTheGiverAloneTakesBackTheWitnessAloneHasSeen() {
        var handOver = new Tale().gives(STORE, 1).last();
        assertThat(handOver.mayAnswer(OFFICER)).isEqualTo(no("hand-over.not-yours"));
        assertThat(handOver.mayAnswer(STORE)).isEqualTo(Answer.accepted());
        assertThat(handOver.mayWithdraw(STORE)).isEqualTo(no("hand-over.not-yours"));
        assertThat(handOver.mayWitness(LAB)).isEqualTo(no("hand-over.not-yours"));
        var answered = new Tale().gives(STORE, 1).receives(2).last();
        assertThat(answered.mayAnswer(STORE)).isEqualTo(no("hand-over.answered"));
        assertThat(answered.mayWithdraw(OFFICER)).isEqualTo(no("hand-over.answered"));
    }

    @Test
    void whoRefusesDoesNotHoldIt() {
        var standing = new Tale().gives(STORE, 1).refuses(2).custody().standing();
        assertThat(standing.holder()).isEqualTo(OFFICER);
        assertThat(standing.mayGive(OFFICER, LAB, null)).isEqualTo(Answer.accepted());
    }

    @Test
    void aPromptAndSealedCourseHasNoGap() {
        var tale = new Tale().gives(STORE, 1).receives(2).gives(LAB, 30).receives(31);
        assertThat(tale.gaps(100)).isEmpty();
        assertThat(tale.custody().standing().holder()).isEqualTo(LAB);
    }

    @Test
    void findsWhatNobodyConfirmedAndWhatTookLong() {
        assertThat(new Tale().gives(STORE, 1).gaps(20)).isEmpty();
        assertThat(new Tale().gives(STORE, 1).gaps(40)).containsExactly(gap(1, 40, Gap.Kind.NOT_CONFIRMED));
        assertThat(new Tale().gives(STORE, 1).receives(40).gaps(50))
                .containsExactly(gap(1, 40, Gap.Kind.LONG_ON_THE_WAY));
    }

    @Test
    void findsAReceiptThatIsToldToBeOlderThanItsHandOver() {
        var tale = new Tale().gives(STORE, 10).receives(5);
        assertThat(tale.gaps(20)).containsExactly(gap(5, 10, Gap.Kind.BACKWARDS));
        assertThat(tale.custody().spans(at(20))).allMatch(span -> !span.to().isBefore(span.from()));
    }

    @Test
    void findsAnotherSealSinceItWasLastSeenUnlessSomebodyWroteDownThatItWasChanged() {
        assertThat(new Tale().gives(STORE, 1).receives(2, "S-999", Found.INTACT).gaps(3))
                .containsExactly(gap(1, 2, Gap.Kind.OTHER_SEAL));
        assertThat(new Tale()
                        .looks(1, Found.INTACT, "S-1", "S-2", null)
                        .gives("S-2", STORE, 2)
                        .receives(3, "S-2", Found.INTACT)
                        .gaps(4))
                .isEmpty();
        assertThat(new Tale().gives(STORE, 1).receives(2, null, Found.INTACT).gaps(3))
                .containsExactly(gap(1, 2, Gap.Kind.OTHER_SEAL));
    }

    @Test
    void findsWhenSomethingHappenedToItBetweenTwoLooks() {
        assertThat(new Tale().gives(STORE, 1).receives(2, "S-1", Found.OPENED).gaps(3))
                .containsExactly(gap(1, 2, Gap.Kind.NOT_INTACT));
    }

    @Test
    void whatIsMissingStaysAGapUntilItIsFound() {
        var lost = new Tale().looks(5, Found.MISSING, null, null, null);
        assertThat(lost.gaps(9)).containsExactly(gap(0, 5, Gap.Kind.NOT_INTACT), gap(5, 9, Gap.Kind.NOT_INTACT));
        assertThat(lost.looks(8, Found.INTACT, "S-1", null, null).gaps(20))
                .containsExactly(gap(0, 5, Gap.Kind.NOT_INTACT), gap(5, 8, Gap.Kind.NOT_INTACT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"MISSING", "DIFFERS"})
    void findsAFileThatIsNotTheOneThatWasSealed(Condition stored) {
        assertThat(new Tale()
                        .looks(3, Found.INTACT, "S-1", null, Condition.INTACT)
                        .looks(7, Found.INTACT, "S-1", null, stored)
                        .gaps(9))
                .containsExactly(gap(3, 7, Gap.Kind.OTHER_FILE));
    }

    @Test
    void findsThatNobodyHasSaidWhenItWasComeBy() {
        assertThat(new Tale(PartialDate.UNKNOWN, "S-1").gaps(1)).containsExactly(gap(0, 0, Gap.Kind.NO_BEGINNING));
    }

    @Test
    void whatIsToldLateLeavesNoGapButIsSaidToBeWrittenAfterwards() {
        var late = new Tale(new PartialDate("2026-02-20"), "S-1");
        assertThat(late.gaps(1)).isEmpty();
        assertThat(late.custody().afterwards())
                .containsExactly(new Afterwards(Instant.parse("2026-02-20T00:00:00Z"), START));
        assertThat(late.custody().spans(at(1)))
                .containsExactly(new Span(Instant.parse("2026-02-20T00:00:00Z"), at(1), Span.Kind.HELD, OFFICER));
    }

    @Test
    void whatIsWrittenOnTheSameDayOrTheNextIsNotLate() {
        assertThat(new Tale(new PartialDate("2026-03-01"), "S-1").custody().afterwards())
                .isEmpty();
        assertThat(new Tale().gives(STORE, 1).receives(2).custody().afterwards())
                .isEmpty();
        assertThat(new Tale(PartialDate.at(at(-24)), "S-1").custody().afterwards())
                .isEmpty();
        assertThat(new Tale(PartialDate.at(at(-25)), "S-1").custody().afterwards())
                .containsExactly(new Afterwards(at(-25), START));
    }

    @Test
    void aChainToldLateAsAWholeIsOneStretchAndACleanStepAfterItIsNotInIt() {
        var tale = new Tale(PartialDate.at(at(-90)), "S-1").gives(STORE, -80).receives(-79);
        assertThat(tale.gaps(9)).isEmpty();
        assertThat(tale.custody().afterwards()).containsExactly(new Afterwards(at(-90), START.plusSeconds(120)));
        tale.gives(LAB, 5).receives(6);
        assertThat(tale.custody().afterwards()).containsExactly(new Afterwards(at(-90), START.plusSeconds(120)));
        assertThat(tale.gaps(9)).isEmpty();
    }

    @Test
    void saysThatAThingHasNoSeal() {
        assertThat(new Tale(PartialDate.at(START), null).gaps(1)).containsExactly(gap(0, 0, Gap.Kind.NOT_SEALED));
    }

    @Test
    void whatLeftCustodyUnwitnessedIsAGapUntilTheWitnessSpeaks() {
        assertThat(new Tale().ends(THIRD, false, 3).gaps(9)).containsExactly(gap(3, 9, Gap.Kind.NOT_WITNESSED));
        var seen = new Tale().ends(THIRD, true, 3);
        assertThat(seen.gaps(9)).isEmpty();
        assertThat(seen.custody().standing().holder()).isNull();
        assertThat(seen.custody().spans(at(9)).getLast().to()).isEqualTo(at(3));
    }

    /** Seeded courses: without a hole from the first hand to now, one holder at a time, and every planted fault is found. */
    @Test
    void holdsOverHundredsOfSeededCourses() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var tale = new Tale();
            var planted = new ArrayList<Gap.Kind>();
            var hour = 1;
            for (var step = 0; step < 1 + random.nextInt(12); step++) hour = tale.goesOn(hour, random, planted);
            var custody = tale.custody();
            var now = at(hour + 1);

            var spans = custody.spans(now);
            var end = START;
            for (var span : spans) {
                assertThat(span.from()).as("seed " + seed).isEqualTo(end);
                assertThat(span.to()).isAfterOrEqualTo(span.from());
                end = span.to();
            }
            assertThat(end).isEqualTo(now);
            assertThat(spans.getLast().holder()).isEqualTo(custody.standing().holder());
            assertThat(custody.gaps(now, TRANSIT).stream().map(Gap::kind).toList())
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(planted);
        }
    }

    private static Answer no(String reason) {
        return Answer.refused(reason);
    }

    private static Gap gap(int from, int to, Gap.Kind kind) {
        return new Gap(at(from), at(to), kind);
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    /** A course of custody, told hour by hour. */
    private static final class Tale {

        private final Exhibit exhibit;
        private final List<HandOver> handOvers = new ArrayList<>();
        private final List<Inspection> looks = new ArrayList<>();
        private int recorded;

        Tale() {
            this(PartialDate.at(START), "S-1");
        }

        Tale(PartialDate happened, @Nullable String seal) {
            var words = new SealedRef(UUID.randomUUID(), new byte[32], new byte[32]);
            exhibit = new Exhibit(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "7F3K-9Q2M-E1",
                    "E1",
                    Exhibit.Origin.SEIZED,
                    null,
                    seal,
                    words,
                    null,
                    happened,
                    START,
                    OFFICER);
        }

        Custody custody() {
            return new Custody(exhibit, handOvers, looks, ZoneOffset.UTC);
        }

        List<Gap> gaps(int now) {
            return custody().gaps(at(now), TRANSIT);
        }

        HandOver last() {
            return handOvers.getLast();
        }

        Tale gives(UUID receiver, int hour) {
            return gives(custody().seal(), receiver, hour);
        }

        Tale gives(@Nullable String seal, UUID receiver, int hour) {
            return adds(receiver, null, null, false, seal, hour);
        }

        Tale ends(UUID witness, boolean seen, int hour) {
            return adds(null, HandOver.End.DESTROYED, witness, seen, custody().seal(), hour);
        }

        private Tale adds(
                @Nullable UUID receiver,
                HandOver.@Nullable End ended,
                @Nullable UUID witness,
                boolean seen,
                @Nullable String seal,
                int hour) {
            var standing = custody().standing();
            handOvers.add(new HandOver(
                    UUID.randomUUID(),
                    exhibit.id(),
                    standing.step(),
                    standing.holder() == null ? OFFICER : standing.holder(),
                    receiver,
                    ended,
                    witness,
                    HandOver.Reason.STORAGE,
                    null,
                    seal,
                    Found.INTACT,
                    PartialDate.at(at(hour)),
                    next(),
                    seen ? at(hour) : null,
                    null));
            return this;
        }

        Tale receives(int hour) {
            return receives(hour, last().seal(), Found.INTACT);
        }

        Tale receives(int hour, @Nullable String seal, Found found) {
            return answers(Outcome.RECEIVED, hour, seal, found);
        }

        Tale refuses(int hour) {
            return answers(Outcome.REFUSED, hour, last().seal(), Found.INTACT);
        }

        private Tale answers(Outcome outcome, int hour, @Nullable String seal, Found found) {
            var is = handOvers.removeLast();
            var by = is.receiver() == null ? THIRD : is.receiver();
            var receipt = new Receipt(
                    UUID.randomUUID(), outcome, by, null, seal, found, null, PartialDate.at(at(hour)), next());
            handOvers.add(new HandOver(
                    is.id(),
                    is.exhibit(),
                    is.follows(),
                    is.giver(),
                    is.receiver(),
                    is.ended(),
                    is.witness(),
                    is.reason(),
                    is.place(),
                    is.seal(),
                    is.found(),
                    is.happened(),
                    is.recordedAt(),
                    is.witnessed(),
                    receipt));
            return this;
        }

        Tale looks(int hour, Found found, @Nullable String seal, @Nullable String newSeal, @Nullable Condition stored) {
            looks.add(new Inspection(
                    UUID.randomUUID(), OFFICER, found, seal, newSeal, stored, PartialDate.at(at(hour)), next()));
            return this;
        }

        /** One more step, right or with a fault that is planted. @return the hour after it */
        int goesOn(int hour, Random random, List<Gap.Kind> planted) {
            var holder = custody().standing().holder();
            UUID receiver;
            do receiver = PEOPLE.get(random.nextInt(PEOPLE.size()));
            while (receiver.equals(holder));
            gives(receiver, hour);
            switch (random.nextInt(6)) {
                case 0 -> refuses(hour + 1);
                case 1 -> {
                    receives(hour + 30);
                    planted.add(Gap.Kind.LONG_ON_THE_WAY);
                    return hour + 31;
                }
                case 2 -> {
                    receives(hour + 1, "X-" + hour, Found.INTACT);
                    planted.add(Gap.Kind.OTHER_SEAL);
                }
                case 3 -> {
                    receives(hour + 1, last().seal(), Found.DAMAGED);
                    planted.add(Gap.Kind.NOT_INTACT);
                }
                default -> receives(hour + 1);
            }
            return hour + 2;
        }

        /** When it is written down: in the order of the tale, a minute each. */
        private Instant next() {
            return START.plusSeconds(60L * ++recorded);
        }
    }
}
