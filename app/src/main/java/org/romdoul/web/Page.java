package org.romdoul.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actors;
import org.romdoul.input.Option;
import org.romdoul.input.PartialDate;
import org.romdoul.input.Phrase;
import org.romdoul.input.TypedDate;
import org.romdoul.site.Language;
import org.romdoul.site.Site;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriComponentsBuilder;

/** What every template knows: the reader's language and words, who she is, and the form she has just sent. */
public final class Page {

    private final Wording wording;
    private final HttpServletRequest request;
    private final Map<String, Object> model;
    private final ResourceUrlProvider assets;
    private final Site site;
    private final @Nullable SignedIn signedIn;

    Page(
            Wording wording,
            HttpServletRequest request,
            Map<String, Object> model,
            ResourceUrlProvider assets,
            Site site,
            @Nullable SignedIn signedIn) {
        this.wording = wording;
        this.request = request;
        this.model = model;
        this.assets = assets;
        this.site = site;
        this.signedIn = signedIn;
    }

    public Language language() {
        return wording.language();
    }

    /** @return who is signed in; null before sign-in */
    public @Nullable SignedIn signedIn() {
        return signedIn;
    }

    /** @return in how many seconds her session locks, and this page is covered */
    public String locksIn() {
        return String.valueOf(request.getAttribute(Actors.LOCKS_IN));
    }

    /** @return settings of this installation that pages show */
    public Site site() {
        return site;
    }

    // Words, figures and dates

    /** @return the words of a key in the reader's language, in English where it has none */
    public String text(String key, Object... arguments) {
        return wording.text(key, Stream.of(arguments).map(this::worded).toArray());
    }

    public String text(Phrase phrase) {
        return text(phrase.key(), phrase.arguments().toArray());
    }

    /** @return the words of an enum's constant: {@code NEVER_ALONE} is {@code prefix.never-alone} */
    public String text(String prefix, Enum<?> constant) {
        return text(Option.keyOf(prefix, constant));
    }

    public String text(Option option) {
        return option.isKey() ? text(option.words(), option.arguments().toArray()) : option.words();
    }

    /** What is said within what is said. Figures stay: the message itself may choose its words by them. */
    private Object worded(Object argument) {
        return switch (argument) {
            case PartialDate date -> date(date);
            case Instant moment -> moment(moment);
            case Phrase phrase -> text(phrase);
            default -> argument;
        };
    }

    /** @return a count or measure, in the figures of the language */
    public String number(Number number) {
        return NumberFormat.getInstance(language().locale()).format(number);
    }

    public String day(LocalDate day) {
        return dates().day(day);
    }

    /** @return the day it was, where the house stands */
    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, site.zone()));
    }

    /** @return a moment as the clock on the wall showed it, in the time zone of the jurisdiction */
    public String moment(Instant moment) {
        return dates().moment(moment);
    }

    /** @return a date as far as it is known: "April 2011", "about 2011", "not known" */
    public String date(PartialDate date) {
        if (date.isUnknown()) return text("web.date.unknown");
        var words = dates().partial(date);
        return date.isAbout() ? text("web.date.about", words) : words;
    }

    /** @return a moment for machines, as {@code <time datetime>} wants it */
    public String machine(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }

    // Addresses

    /** @return the path of this page, also while an error about it is shown */
    public String path() {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = asked == null ? request.getRequestURI() : asked.toString();
        return "/" + path.replaceFirst("^/+", "");
    }

    /** @return this page in another language */
    public String in(Language other) {
        return UriComponentsBuilder.fromPath(path())
                .query(request.getQueryString())
                .replaceQueryParam(LanguageChoice.PARAMETER, other.code())
                .build()
                .toUriString();
    }

    /** @return the address of a file under {@code /assets}, with the hash of its content in its name */
    public String asset(String name) {
        var address = "/assets/" + name;
        return Objects.requireNonNullElse(assets.getForLookupPath(address), address);
    }

    // Forms

    /** @return the token that shows a form came from our page; null where none is asked for */
    public @Nullable CsrfToken csrf() {
        return (CsrfToken) request.getAttribute("_csrf");
    }

    /** @return one question of a form in the model, with what was typed and what is wrong */
    public Field field(String form, String name) {
        var errors = errors(form);
        if (errors == null) return new Field(name, List.of(), List.of());
        return new Field(
                name,
                typed(errors, name),
                errors.getFieldErrors(name).stream().map(wording::problem).toList());
    }

    /** @return the three boxes of a date as they were filled in */
    public TypedDate typedDate(String form, String name) {
        var errors = errors(form);
        return errors != null && errors.getFieldValue(name) instanceof TypedDate typed ? typed : TypedDate.EMPTY;
    }

    /** @return what is wrong with a form, in the order it was found */
    public List<Problem> problems(String form) {
        var errors = errors(form);
        if (errors == null) return List.of();
        return Stream.concat(
                        errors.getGlobalErrors().stream().map(error -> new Problem("", wording.problem(error))),
                        errors.getFieldErrors().stream()
                                .map(error -> new Problem(error.getField(), wording.problem(error))))
                .toList();
    }

    /** @return whether any form on this page was refused, which its title says first */
    public boolean isRefused() {
        return model.values().stream().anyMatch(one -> one instanceof Errors errors && errors.hasErrors());
    }

    private Dates dates() {
        return new Dates(language(), site.zone());
    }

    private @Nullable Errors errors(String form) {
        return (Errors) model.get(BindingResult.MODEL_KEY_PREFIX + form);
    }

    private static List<String> typed(Errors errors, String name) {
        return switch (errors.getFieldValue(name)) {
            case null -> List.of();
            case Iterable<?> many -> {
                var all = new ArrayList<String>();
                many.forEach(one -> all.add(one.toString()));
                yield List.copyOf(all);
            }
            case Object one -> List.of(one.toString());
        };
    }
}
