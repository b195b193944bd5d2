package org.romdoul.today;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.cases.NewForMe;
import org.romdoul.cases.Steps;
import org.romdoul.cases.Tasks;
import org.romdoul.cases.Tasks.Whose;
import org.romdoul.cases.TodayLinks;
import org.romdoul.site.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: what must I do today. Before sign-in, where to report and where to sign in. */
@Controller
class TodayPages {

    private static final int SHOWN = 100;

    private final Tasks tasks;
    private final Steps steps;
    private final ObjectProvider<NewForMe> news;
    private final ObjectProvider<TodayLinks> links;
    private final Site site;
    private final Clock clock;

    TodayPages(
            Tasks tasks,
            Steps steps,
            ObjectProvider<NewForMe> news,
            ObjectProvider<TodayLinks> links,
            Site site,
            Clock clock) {
        this.tasks = tasks;
        this.steps = steps;
        this.news = news;
        this.links = links;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/")
    String start() {
        return "today/start";
    }

    @GetMapping("/today")
    String today(Actor actor, @RequestParam(required = false) @Nullable String whose, Model model) {
        var chosen = Arrays.stream(Whose.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(whose))
                .findFirst()
                .orElse(Whose.MINE);
        model.addAttribute("day", LocalDate.ofInstant(clock.instant(), site.zone()));
        model.addAttribute("works", actor.role().holdsCases());
        model.addAttribute("whose", chosen);
        model.addAttribute("groups", Steps.grouped(steps.of(tasks.of(actor, chosen, SHOWN))));
        model.addAttribute("news", news(actor));
        model.addAttribute(
                "links", links.stream().flatMap(room -> room.of(actor).stream()).toList());
        return "today/today";
    }

    private List<NewForMe.Item> news(Actor actor) {
        return news.stream()
                .flatMap(room -> room.of(actor).stream())
                .sorted(Comparator.comparing(NewForMe.Item::since))
                .toList();
    }
}
