package org.romdoul.venues;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.cases.Answer;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** One venue: what it is, what inspections found, the cases that name it as far as the reader may see them; its address, for a reason. */
@Controller
@RequestMapping("/v/{venue}")
@Transactional
class VenuePages {

    private final Venues venues;
    private final Addresses addresses;
    private final Namings namings;
    private final Agencies agencies;
    private final Accounts accounts;
    private final Law law;
    private final Facts facts;

    VenuePages(
            Venues venues,
            Addresses addresses,
            Namings namings,
            Agencies agencies,
            Accounts accounts,
            Law law,
            Facts facts) {
        this.venues = venues;
        this.addresses = addresses;
        this.namings = namings;
        this.agencies = agencies;
        this.accounts = accounts;
        this.law = law;
        this.facts = facts;
    }

    record Inspected(
            @Nullable String fact,
            @Nullable TypedDate happened,
            @Nullable String result) {}

    record Reason(@Nullable String purpose, @Nullable String reason) {}

    // A form that is refused stands at the address it was sent to: the links to other languages ask for it again.
    @GetMapping({"", "/inspections"})
    String venue(Actor actor, @PathVariable("venue") String code, Model model) {
        model.addAttribute("form", new Inspected(facts.id().toString(), TypedDate.EMPTY, null));
        return page(actor, find(actor, code), model);
    }

    @PostMapping("/inspections")
    String inspect(
            Actor actor,
            @PathVariable("venue") String code,
            @ModelAttribute("form") Inspected form,
            BindingResult errors,
            Model model) {
        var venue = find(actor, code);
        if (!Venue.mayRecord(actor)) throw notFound();
        var fact = Forms.fact(form.fact());
        var typed = form.happened() == null ? TypedDate.EMPTY : form.happened();
        var happened = typed.required(law.today()).in(errors, "happened");
        var result = Forms.required(Inspection.Result.class, form.result(), errors, "result");
        if (happened == null || result == null) return page(actor, venue, model);
        venues.inspect(actor, fact, venue, happened, result);
        return "redirect:/v/" + venue.code();
    }

    @GetMapping("/address")
    String askReason(Actor actor, @PathVariable("venue") String code, Model model) {
        model.addAttribute("form", new Reason(null, null));
        return reason(mayOpen(actor, code), model);
    }

    @PostMapping("/address")
    String open(
            Actor actor,
            @PathVariable("venue") String code,
            @ModelAttribute("form") Reason form,
            BindingResult errors,
            Model model) {
        var venue = mayOpen(actor, code);
        var purpose = Forms.required(Venue.Purpose.class, form.purpose(), errors, "purpose");
        var reason = PlainText.required(form.reason(), PlainText.PARAGRAPH).in(errors, "reason");
        if (purpose == null || reason == null) return reason(venue, model);
        addresses.open(actor, venue, purpose, reason);
        return "redirect:/v/" + venue.code();
    }

    private String page(Actor actor, Venue venue, Model model) {
        var inspections = venues.inspections(venue);
        var readings = addresses.readings(actor, venue);
        model.addAttribute("venue", venue);
        model.addAttribute(
                "agency", agencies.byId(venue.agency()).map(Agency::name).orElse(""));
        model.addAttribute("opens", venue.mayOpen(actor) instanceof Answer.Accepted);
        model.addAttribute("address", addresses.shown(actor, venue).orElse(null));
        model.addAttribute("readings", readings);
        model.addAttribute("inspections", inspections);
        model.addAttribute("cases", namings.cases(venue));
        model.addAttribute("records", Venue.mayRecord(actor));
        model.addAttribute("results", Option.each(Inspection.Result.class, "inspection.result"));
        var people = new HashSet<>(Set.of(venue.by()));
        inspections.forEach(one -> people.add(one.by()));
        readings.forEach(one -> people.add(one.actor()));
        model.addAttribute("numbers", numbers(people));
        return "venues/venue";
    }

    private String reason(Venue venue, Model model) {
        model.addAttribute("venue", venue);
        model.addAttribute("purposes", Option.each(Venue.Purpose.class, "venue.purpose"));
        return "venues/address";
    }

    private Map<UUID, String> numbers(Set<UUID> people) {
        return accounts.byIds(people).values().stream().collect(Collectors.toMap(Account::id, Account::number));
    }

    private Venue mayOpen(Actor actor, String code) {
        var venue = find(actor, code);
        if (venue.mayOpen(actor) instanceof Answer.Refused) throw notFound();
        return venue;
    }

    private Venue find(Actor actor, String code) {
        if (!Venue.mayRead(actor)) throw notFound();
        return VenueCode.parse(code).flatMap(venues::find).orElseThrow(VenuePages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
