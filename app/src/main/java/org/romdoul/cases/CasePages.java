package org.romdoul.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.romdoul.access.Accounts;
import org.romdoul.journal.Facts;
import org.romdoul.journal.Journal;
import org.romdoul.journal.Line;
import org.romdoul.journal.witnessing.Seal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The case: what it is, what comes next, who works on it; and its timeline. */
@Controller
@Transactional
class CasePages {

    private static final int LINES = 50;

    private final CaseFrames frames;
    private final Allegations allegations;
    private final Memberships memberships;
    private final Tasks tasks;
    private final Steps steps;
    private final Accounts accounts;
    private final Journal journal;
    private final ObjectProvider<CaseSummary> summaries;
    private final ObjectProvider<About> about;
    private final Facts facts;

    CasePages(
            CaseFrames frames,
            Allegations allegations,
            Memberships memberships,
            Tasks tasks,
            Steps steps,
            Accounts accounts,
            Journal journal,
            ObjectProvider<CaseSummary> summaries,
            ObjectProvider<About> about,
            Facts facts) {
        this.frames = frames;
        this.allegations = allegations;
        this.memberships = memberships;
        this.tasks = tasks;
        this.steps = steps;
        this.accounts = accounts;
        this.journal = journal;
        this.summaries = summaries;
        this.about = about;
        this.facts = facts;
    }

    @GetMapping("/c/{case}")
    String overview(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("file", file.file());
        model.addAttribute("said", allegations.of(file));
        model.addAttribute("steps", steps.of(tasks.of(file)));
        model.addAttribute("seats", memberships.of(file));
        model.addAttribute("blocks", blocks(file));
        model.addAttribute("fact", facts.id().toString());
        model.addAttribute(
                "seal",
                journal.of(file.id(), 1, 0).stream().map(Line::seal).findFirst().orElse(Seal.NOT_YET));
        return "cases/overview";
    }

    @GetMapping("/c/{case}/timeline")
    String timeline(OpenCase file, @RequestParam(defaultValue = "0") int from, Model model) {
        var start = Math.max(0, from);
        var lines = journal.of(file.id(), LINES + 1, start);
        var shown = lines.subList(0, Math.min(LINES, lines.size()));
        var people = accounts.byIds(shown.stream().map(Line::actor).distinct().toList());
        var labels = new HashMap<UUID, String>();
        about.forEach(room -> labels.putAll(room.labels(file, shown)));
        var told = new ArrayList<Told>();
        for (var line : shown) {
            var person = people.get(line.actor());
            told.add(new Told(line, person == null ? "" : person.number(), labels.getOrDefault(line.fact(), "")));
        }
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("lines", told);
        model.addAttribute("next", lines.size() > LINES ? "?from=" + (start + LINES) : null);
        model.addAttribute("first", start == 0 ? null : "?from=0");
        return "cases/timeline";
    }

    private List<CaseSummary.Block> blocks(OpenCase file) {
        return summaries.stream()
                .sorted(Comparator.comparingInt(CaseSummary::order))
                .map(summary -> summary.of(file))
                .filter(block -> !block.rows().isEmpty())
                .toList();
    }

    private record Tab(String key, String path, int order) implements CaseTab {}

    /** The tabs that are the case's own. */
    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        @Bean
        CaseTab overviewTab() {
            return new Tab("overview", "", 0);
        }

        @Bean
        CaseTab tasksTab() {
            return new Tab("tasks", "tasks", 5);
        }

        @Bean
        CaseTab timelineTab() {
            return new Tab("timeline", "timeline", 90);
        }
    }
}
