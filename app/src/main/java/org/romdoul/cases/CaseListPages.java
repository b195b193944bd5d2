package org.romdoul.cases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of cases: codes only, a page at a time; a name is searched by POST and stands in no address. */
@Controller
class CaseListPages {

    private final Cases cases;
    private final CaseLists lists;

    CaseListPages(Cases cases, CaseLists lists) {
        this.cases = cases;
        this.lists = lists;
    }

    /** What stands in the address: choices from lists, and where to read on; never a word that somebody typed. */
    record Filter(
            @Nullable String owner,
            @Nullable String stage,
            @Nullable String status,
            @Nullable String place,
            @Nullable List<String> urgency,
            @Nullable String sort,
            @Nullable String after,
            @Nullable String due) {

        CaseList.Filter read() {
            return new CaseList.Filter(
                    "me".equals(owner),
                    "team".equals(owner),
                    Forms.chosen(Stage.class, stage).orElse(null),
                    Forms.chosen(Status.class, status).orElse(null),
                    place != null && Provinces.isOne(place) ? place : "",
                    Forms.all(Urgency.class, urgency),
                    Forms.chosen(CaseList.Sort.class, sort).orElse(CaseList.Sort.OPENED),
                    after == null ? null : new CaseList.Place(Forms.fact(after), moment(due)));
        }

        private static @Nullable Instant moment(@Nullable String due) {
            try {
                return due == null ? null : Instant.parse(due);
            } catch (DateTimeParseException forged) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        }
    }

    record Search(@Nullable String words) {}

    @GetMapping("/c")
    String list(Actor actor, @ModelAttribute("filter") Filter filter, BindingResult unused, Model model) {
        var asked = filter.read();
        var list = lists.of(actor, asked);
        var next = list.next();
        model.addAttribute("lines", list.lines());
        model.addAttribute("next", next == null ? null : address(asked, asked.sort(), next));
        model.addAttribute("first", asked.after() == null ? null : address(asked, asked.sort(), null));
        model.addAttribute("sort", asked.sort());
        model.addAttribute("byOpened", address(asked, CaseList.Sort.OPENED, null));
        model.addAttribute("byDue", address(asked, CaseList.Sort.DUE, null));
        return page(actor, model);
    }

    @PostMapping("/c/find")
    String find(Actor actor, @ModelAttribute("search") Search search, BindingResult errors, Model model) {
        var words = PlainText.required(search.words(), PlainText.LINE).in(errors, "words");
        // Many a name can be read as a code ("Chan Dara"): only that of a case she may open comes into an address.
        if (words != null) {
            var file = CaseCode.parse(words).flatMap(code -> cases.open(code, actor));
            if (file.isPresent()) return "redirect:/c/" + file.get().code();
        }
        model.addAttribute("names", words == null ? CaseList.Names.NOBODY : lists.named(actor, words));
        return "cases/found";
    }

    private static String address(CaseList.Filter asked, CaseList.Sort sort, CaseList.@Nullable Place after) {
        var address = UriComponentsBuilder.fromPath("/c");
        if (asked.mine() || asked.team()) address.queryParam("owner", asked.mine() ? "me" : "team");
        if (asked.stage() != null) address.queryParam("stage", asked.stage());
        if (asked.status() != null) address.queryParam("status", asked.status());
        if (!asked.place().isEmpty()) address.queryParam("place", asked.place());
        asked.urgencies().forEach(urgency -> address.queryParam("urgency", urgency));
        if (sort != CaseList.Sort.OPENED) address.queryParam("sort", sort);
        if (after != null) address.queryParam("after", after.id());
        if (after != null && sort == CaseList.Sort.DUE && after.due() != null) address.queryParam("due", after.due());
        return address.toUriString();
    }

    private static String page(Actor actor, Model model) {
        if (!model.containsAttribute("search")) model.addAttribute("search", new Search(null));
        model.addAttribute(
                "owners", List.of(Option.key("me", "cases.owner.me"), Option.key("team", "cases.owner.team")));
        model.addAttribute("stages", Option.each(Stage.class, "stage"));
        model.addAttribute("statuses", Option.each(Status.class, "status"));
        model.addAttribute("places", Provinces.options());
        model.addAttribute("urgencies", Option.each(Urgency.class, "urgency"));
        model.addAttribute("opens", actor.role().opensCases());
        return "cases/list";
    }
}
