package org.romdoul.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.Digits;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of cases: codes only, a page at a time; a name is searched by POST and stands in no address. */
@Controller
class CaseListPages {

    private final CaseLists lists;

    CaseListPages(CaseLists lists) {
        this.lists = lists;
    }

    record Filter(
            @Nullable String owner,
            @Nullable String status,
            @Nullable List<String> late,
            @Nullable String after) {}

    record Search(@Nullable String words) {}

    @GetMapping("/c")
    String list(Actor actor, @ModelAttribute("filter") Filter filter, BindingResult unused, Model model) {
        var status = Forms.chosen(Status.class, filter.status()).orElse(null);
        var late = filter.late() != null && filter.late().contains("yes");
        var after = filter.after() == null ? null : Forms.fact(filter.after());
        var mine = "me".equals(filter.owner());
        var team = "team".equals(filter.owner());
        var list = lists.of(actor, new CaseList.Filter(mine, team, status, late, after));
        model.addAttribute("lines", list.lines());
        var chosen = "owner=" + (mine ? "me" : team ? "team" : "") + "&status=" + (status == null ? "" : status.name())
                + (late ? "&late=yes" : "");
        model.addAttribute("next", list.next() == null ? null : "/c?" + chosen + "&after=" + list.next());
        model.addAttribute("first", after == null ? null : "/c?" + chosen);
        return page(actor, model);
    }

    @PostMapping("/c/find")
    String find(@ModelAttribute("search") Search search, BindingResult errors, Model model) {
        var words = PlainText.required(search.words(), PlainText.LINE).in(errors, "words");
        if (words != null) {
            var code = CaseCode.parse(Digits.ascii(words));
            if (code.isPresent()) return "redirect:/c/" + code.get();
        }
        model.addAttribute("found", words == null ? List.of() : lists.named(words));
        return "cases/found";
    }

    private static String page(Actor actor, Model model) {
        if (!model.containsAttribute("search")) model.addAttribute("search", new Search(null));
        model.addAttribute(
                "owners", List.of(Option.key("me", "cases.owner.me"), Option.key("team", "cases.owner.team")));
        model.addAttribute("statuses", Option.each(Status.class, "status"));
        model.addAttribute("opens", actor.role().opensCases());
        return "cases/list";
    }
}
