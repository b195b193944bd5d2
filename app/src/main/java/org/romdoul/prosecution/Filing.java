package org.romdoul.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Digits;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.romdoul.journal.Fact;
import org.romdoul.persons.PersonInCase;
import org.romdoul.vault.SealedRef;
import org.springframework.validation.BindingResult;

/**
 * A form on its way to being a fact: reads each answer, and says beside the field what is wrong with it.
 *
 * @param form what was typed
 * @param errors where problems go
 * @param defendant the accused; for a new one, the fact itself
 * @param today the last day anything but a hearing may have happened
 * @param seal seals words under the case's key; asked only once everything else is in order
 */
record Filing(
        CourtForm form,
        BindingResult errors,
        OpenCase file,
        UUID fact,
        UUID defendant,
        LocalDate today,
        ZoneId zone,
        UnaryOperator<String> seal) {

    private static final int YEARS_AHEAD = 10;
    private static final int MOST_MONTHS = 1_200;
    private static final String NONE = "";

    /** @return the fact; nothing where something typed cannot be read */
    Optional<CourtFact> read(CourtForm.Step step, List<PersonInCase> people) {
        var made = make(step, people);
        return errors.hasErrors() ? Optional.empty() : Optional.ofNullable(made);
    }

    private @Nullable CourtFact make(CourtForm.Step step, List<PersonInCase> people) {
        return switch (step) {
            case ACCUSED -> accused(people);
            case ARREST -> new Arrest(happened(), defendant);
            case DETENTION ->
                new Detention(
                        at(happened()),
                        defendant,
                        fact,
                        one(Detention.Kind.class, form.custody(), "custody"),
                        one(Detention.Gravity.class, form.gravity(), "gravity"),
                        isTicked(form.minor()),
                        line(form.basis(), "basis"));
            case EXTENSION ->
                new DetentionExtension(
                        happened(),
                        defendant,
                        id(form.detention(), "detention"),
                        date(form.until(), "until", today.plusYears(YEARS_AHEAD)),
                        line(form.basis(), "basis"));
            case RELEASE ->
                new DetentionEnd(
                        happened(),
                        defendant,
                        id(form.detention(), "detention"),
                        one(DetentionEnd.Way.class, form.way(), "way"));
            case BAIL ->
                new Bail(
                        happened(),
                        defendant,
                        one(Bail.Kind.class, form.bail(), "bail"),
                        money(form.amount(), "amount"),
                        currency());
            case CHARGE ->
                new Charge(
                        happened(),
                        defendant,
                        fact,
                        line(form.statute(), "statute"),
                        Objects.requireNonNullElse(number(form.counts(), "counts", 9999), 0),
                        words(form.override(), "override"));
            case PLEA ->
                new Plea(
                        happened(),
                        defendant,
                        id(form.charge(), "charge"),
                        one(Plea.Answer.class, form.answer(), "answer"),
                        number(form.counts(), "counts", 9999));
            case HEARING ->
                new Hearing(
                        at(on(date(form.happened(), "happened", today.plusYears(YEARS_AHEAD)))),
                        defendant,
                        fact,
                        one(Hearing.Kind.class, form.heard(), "heard"),
                        line(form.court(), "court"));
            case HEARD ->
                new HearingOutcome(
                        happened(),
                        defendant,
                        id(form.hearing(), "hearing"),
                        one(HearingOutcome.Result.class, form.result(), "result"),
                        words(form.words(), "words"));
            case JUDGMENT ->
                new Judgment(
                        happened(),
                        defendant,
                        fact,
                        one(Decision.Level.class, form.level(), "level"),
                        isTicked(form.absent()),
                        optionalId(form.follows()),
                        words(form.words(), "words"));
            case VERDICT ->
                new Verdict(
                        happened(),
                        defendant,
                        id(form.decision(), "decision"),
                        id(form.charge(), "charge"),
                        number(form.guiltyByPlea(), "guiltyByPlea", 9999),
                        number(form.guiltyAtTrial(), "guiltyAtTrial", 9999),
                        number(form.notGuilty(), "notGuilty", 9999),
                        number(form.dismissed(), "dismissed", 9999),
                        number(form.notProsecuted(), "notProsecuted", 9999));
            case SENTENCE ->
                new Sentence(
                        happened(),
                        defendant,
                        id(form.decision(), "decision"),
                        optionalId(form.charge()),
                        number(form.monthsPrison(), "monthsPrison", MOST_MONTHS),
                        number(form.monthsSuspended(), "monthsSuspended", MOST_MONTHS),
                        number(form.monthsProbation(), "monthsProbation", MOST_MONTHS),
                        isTicked(form.life()),
                        money(form.fine(), "fine"),
                        money(form.restitution(), "restitution"),
                        currency());
            case APPEAL ->
                new Appeal(
                        happened(),
                        defendant,
                        fact,
                        id(form.against(), "against"),
                        optionalId(form.charge()),
                        one(Appeal.Party.class, form.party(), "party"),
                        words(form.words(), "words"));
            case DECIDED ->
                new AppealOutcome(
                        happened(),
                        defendant,
                        id(form.appeal(), "appeal"),
                        fact,
                        one(Decision.Level.class, form.level(), "level"),
                        one(AppealOutcome.Result.class, form.outcome(), "outcome"),
                        words(form.words(), "words"));
            case WITHDRAWAL ->
                new Withdrawal(
                        happened(),
                        defendant,
                        id(form.charge(), "charge"),
                        number(form.counts(), "counts", 9999),
                        one(Withdrawal.Reason.class, form.reason(), "reason"),
                        words(form.words(), "words"));
            case TERMINATION ->
                new Termination(happened(), defendant, one(Termination.Ended.class, form.ended(), "ended"));
        };
    }

    private @Nullable CourtFact accused(List<PersonInCase> people) {
        var person =
                people.stream().filter(one -> one.label().equals(form.person())).findFirst();
        if (person.isEmpty()) errors.rejectValue("person", "input.missing");
        var role = one(Defendant.Role.class, form.role(), "role");
        var sex = one(Defendant.Sex.class, form.sex(), "sex");
        var when = happened();
        return person.map(one -> new Defendant(when, defendant, one.id(), one.label(), role, sex, null))
                .orElse(null);
    }

    private Fact happened() {
        return on(date(form.happened(), "happened", today));
    }

    private Fact on(PartialDate date) {
        return new Fact(fact, file.id(), date, file.reader().account(), null, null);
    }

    /** With the time of day, where it was typed and the day is known: custody is counted in hours. */
    private Fact at(Fact day) {
        var typed = Digits.ascii(Objects.requireNonNullElse(form.time(), "")).strip();
        if (typed.isEmpty()) return day;
        if (!typed.matches("([01]?\\d|2[0-3])[:.h]?[0-5]\\d")
                || day.happened().precision() != PartialDate.Precision.DAY) {
            errors.rejectValue("time", "court.time.wrong");
            return day;
        }
        var digits = typed.replaceAll("\\D", "");
        var time = LocalTime.of(
                Integer.parseInt(digits.substring(0, digits.length() - 2)),
                Integer.parseInt(digits.substring(digits.length() - 2)));
        Instant moment = day.happened()
                .earliest()
                .orElseThrow()
                .atTime(time)
                .atZone(zone)
                .toInstant();
        return on(PartialDate.at(moment));
    }

    private PartialDate date(@Nullable TypedDate typed, String field, LocalDate last) {
        var date = Objects.requireNonNullElse(typed, TypedDate.EMPTY)
                .required(last)
                .in(errors, field);
        return Objects.requireNonNullElse(date, PartialDate.UNKNOWN);
    }

    private <E extends Enum<E>> E one(Class<E> answers, @Nullable String typed, String field) {
        var chosen = Arrays.stream(answers.getEnumConstants())
                .filter(answer -> answer.name().equals(typed))
                .findFirst();
        if (chosen.isEmpty()) errors.rejectValue(field, "input.missing");
        return chosen.orElse(answers.getEnumConstants()[0]);
    }

    private UUID id(@Nullable String typed, String field) {
        var id = optionalId(typed);
        if (id == null) errors.rejectValue(field, "input.missing");
        return Objects.requireNonNullElse(id, fact);
    }

    private static @Nullable UUID optionalId(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException bent) {
            return null;
        }
    }

    private String line(@Nullable String typed, String field) {
        var line = PlainText.required(typed, PlainText.LINE).in(errors, field);
        return line == null ? NONE : line;
    }

    private @Nullable SealedRef words(@Nullable String typed, String field) {
        var words = PlainText.optional(typed, PlainText.PARAGRAPH).in(errors, field);
        if (words == null || words.isEmpty() || errors.hasErrors()) return null;
        return SealedRef.parse(seal.apply(words));
    }

    private @Nullable Integer number(@Nullable String typed, String field, int most) {
        return typed == null || typed.isBlank()
                ? null
                : Digits.whole(typed, 0, most).in(errors, field);
    }

    private @Nullable Long money(@Nullable String typed, String field) {
        var digits = Digits.ascii(Objects.requireNonNullElse(typed, "")).replaceAll("[ ,]", "");
        if (digits.isEmpty()) return null;
        if (digits.matches("\\d{1,15}")) return Long.valueOf(digits);
        errors.rejectValue(field, "court.amount.wrong");
        return null;
    }

    private @Nullable String currency() {
        var typed = Objects.requireNonNullElse(form.currency(), "").strip().toUpperCase(java.util.Locale.ROOT);
        return typed.isEmpty() ? null : typed;
    }

    private static boolean isTicked(@Nullable String typed) {
        return "true".equals(typed);
    }
}
