package org.romdoul.prosecution;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.TypedDate;

/** What was typed to record a step before a court; each step asks some of it. */
record CourtForm(
        @Nullable String fact,
        @Nullable TypedDate happened,
        @Nullable String time,
        @Nullable String person,
        @Nullable String role,
        @Nullable String sex,
        @Nullable String custody,
        @Nullable String gravity,
        @Nullable String minor,
        @Nullable String basis,
        @Nullable String detention,
        @Nullable TypedDate until,
        @Nullable String way,
        @Nullable String bail,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String statute,
        @Nullable String counts,
        @Nullable String override,
        @Nullable String charge,
        @Nullable String answer,
        @Nullable String heard,
        @Nullable String court,
        @Nullable String hearing,
        @Nullable String result,
        @Nullable String decision,
        @Nullable String level,
        @Nullable String absent,
        @Nullable String follows,
        @Nullable String guiltyByPlea,
        @Nullable String guiltyAtTrial,
        @Nullable String notGuilty,
        @Nullable String dismissed,
        @Nullable String notProsecuted,
        @Nullable String monthsPrison,
        @Nullable String monthsSuspended,
        @Nullable String monthsProbation,
        @Nullable String life,
        @Nullable String fine,
        @Nullable String restitution,
        @Nullable String against,
        @Nullable String party,
        @Nullable String appeal,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String ended,
        @Nullable String words) {

    /** A step that can be recorded, and what it asks, in order; all ask when it happened. */
    enum Step {
        ACCUSED("person", "role", "sex"),
        ARREST(),
        DETENTION("custody", "time", "gravity", "minor", "basis"),
        EXTENSION("detention", "until", "basis"),
        RELEASE("detention", "way"),
        BAIL("bail", "amount", "currency"),
        CHARGE("statute", "counts"),
        PLEA("charge", "answer", "counts"),
        HEARING("heard", "court", "time"),
        HEARD("hearing", "result", "words"),
        JUDGMENT("level", "absent", "follows", "words"),
        VERDICT("decision", "charge", "guiltyByPlea", "guiltyAtTrial", "notGuilty", "dismissed", "notProsecuted"),
        SENTENCE(
                "decision",
                "charge",
                "monthsPrison",
                "monthsSuspended",
                "monthsProbation",
                "life",
                "fine",
                "restitution",
                "currency"),
        APPEAL("against", "charge", "party", "words"),
        DECIDED("appeal", "level", "outcome", "words"),
        WITHDRAWAL("charge", "counts", "reason", "words"),
        TERMINATION("ended");

        private final List<String> asks;

        Step(String... asks) {
            this.asks = List.of(asks);
        }

        List<String> asks() {
            return asks;
        }

        /** @return its address below the accused's */
        String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static java.util.Optional<Step> at(String path) {
            return Stream.of(values()).filter(step -> step.path().equals(path)).findFirst();
        }
    }

    static CourtForm blank(java.util.UUID fact) {
        return new CourtForm(
                fact.toString(),
                TypedDate.EMPTY,
                null,
                null,
                null,
                "UNKNOWN",
                null,
                null,
                null,
                null,
                null,
                TypedDate.EMPTY,
                null,
                null,
                null,
                null,
                null,
                "1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "0",
                "0",
                "0",
                "0",
                "0",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
