package org.romdoul.venues;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.cases.Provinces;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The register of venues: codes alone, a page at a time; and a venue is registered. */
@Controller
@RequestMapping("/v")
class RegisterPages {

    private final Venues venues;
    private final Agencies agencies;
    private final Facts facts;

    RegisterPages(Venues venues, Agencies agencies, Facts facts) {
        this.venues = venues;
        this.agencies = agencies;
        this.facts = facts;
    }

    record Filter(
            @Nullable String kind,
            @Nullable String place,
            @Nullable List<String> ours,
            @Nullable String after) {}

    record Form(
            @Nullable String fact,
            @Nullable String kind,
            @Nullable String place,
            @Nullable String address) {}

    @GetMapping
    String register(Actor actor, @ModelAttribute("filter") Filter filter, BindingResult unused, Model model) {
        if (!Venue.mayRead(actor)) throw notFound();
        var kind = Forms.chosen(Venue.Kind.class, filter.kind()).orElse(null);
        var place = filter.place() != null && Provinces.isOne(filter.place()) ? filter.place() : null;
        var ours = filter.ours() != null && filter.ours().contains("yes");
        var after = filter.after() == null ? null : Forms.fact(filter.after());
        var page = venues.register(new Register.Filter(kind, place, ours ? actor.agency() : null, after));
        var chosen = "/v?kind=" + (kind == null ? "" : kind.name()) + "&place=" + (place == null ? "" : place)
                + (ours ? "&ours=yes" : "");
        model.addAttribute("lines", page.lines());
        model.addAttribute("next", page.next() == null ? null : chosen + "&after=" + page.next());
        model.addAttribute("first", after == null ? null : chosen);
        model.addAttribute("agencies", codes());
        model.addAttribute("records", Venue.mayRecord(actor));
        return choices("venues/register", model);
    }

    @GetMapping("/new")
    String ask(Actor actor, Model model) {
        if (!Venue.mayRecord(actor)) throw notFound();
        model.addAttribute("form", new Form(facts.id().toString(), null, null, null));
        return choices("venues/new", model);
    }

    @PostMapping("/new")
    String register(Actor actor, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        if (!Venue.mayRecord(actor)) throw notFound();
        var fact = Forms.fact(form.fact());
        var kind = Forms.required(Venue.Kind.class, form.kind(), errors, "kind");
        var place = form.place() == null || form.place().isEmpty() ? null : form.place();
        if (place != null && !Provinces.isOne(place)) errors.rejectValue("place", "input.missing");
        var address = PlainText.optional(form.address(), PlainText.PARAGRAPH).in(errors, "address");
        if (errors.hasErrors() || kind == null || address == null) return choices("venues/new", model);
        var venue = venues.register(fact, kind, place, address.isEmpty() ? null : address, actor);
        return "redirect:/v/" + venue.code();
    }

    private Map<UUID, String> codes() {
        return agencies.all().stream().collect(Collectors.toMap(Agency::id, Agency::code));
    }

    private static String choices(String template, Model model) {
        model.addAttribute("kinds", Option.each(Venue.Kind.class, "venue.kind"));
        model.addAttribute("places", Provinces.options());
        return template;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
