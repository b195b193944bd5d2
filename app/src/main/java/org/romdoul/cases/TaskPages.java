package org.romdoul.cases;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PlainText;
import org.romdoul.input.TypedDate;
import org.romdoul.journal.Facts;
import org.romdoul.law.Law;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What there is to do in a case: set, handed on, done, taken back for a reason. */
@Controller
@RequestMapping("/c/{case}/tasks")
class TaskPages {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
    private static final int YEARS_AHEAD = 10;

    private final Errands errands;
    private final Tasks tasks;
    private final Steps steps;
    private final CaseFrames frames;
    private final Law law;
    private final Facts facts;

    TaskPages(Errands errands, Tasks tasks, Steps steps, CaseFrames frames, Law law, Facts facts) {
        this.errands = errands;
        this.tasks = tasks;
        this.steps = steps;
        this.frames = frames;
        this.law = law;
        this.facts = facts;
    }

    record Form(
            @Nullable String fact,
            @Nullable String kind,
            @Nullable TypedDate due,
            @Nullable String whose,
            @Nullable String note) {}

    record HandOn(@Nullable String fact, @Nullable String whose) {}

    record End(@Nullable String fact, @Nullable String reason) {}

    @GetMapping
    String list(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("groups", Steps.grouped(steps.of(tasks.of(file))));
        return "cases/tasks";
    }

    @GetMapping("/new")
    String ask(OpenCase file, Model model) {
        var me = file.reader().number();
        model.addAttribute("form", new Form(facts.id().toString(), null, TypedDate.EMPTY, me, null));
        return form(file, model);
    }

    @PostMapping("/new")
    String set(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var fact = Forms.fact(form.fact());
        var kind = Forms.required(Errand.class, form.kind(), errors, "kind");
        var due = due(form.due(), errors);
        var note = PlainText.optional(form.note(), PlainText.PARAGRAPH).in(errors, "note");
        if (kind == Errand.OTHER && "".equals(note)) errors.rejectValue("note", "task.note.missing");
        if (errors.hasErrors() || kind == null || due == null || note == null) return form(file, model);
        if (errands.set(file, fact, kind, due, said(form.whose()), said(note)) instanceof Answer.Refused no) {
            errors.reject(no.reason());
            return form(file, model);
        }
        return "redirect:/c/" + file.code() + "/tasks";
    }

    @GetMapping({"/{task}", "/{task}/done", "/{task}/hand-on", "/{task}/withdraw"})
    String task(OpenCase file, @PathVariable UUID task, Model model) {
        var shown = find(file, task);
        var next = shown.next();
        if (next != null) return "redirect:/c/" + file.code() + "/tasks/" + next;
        model.addAttribute(
                "hand", new HandOn(facts.id().toString(), shown.step().number()));
        model.addAttribute("end", new End(facts.id().toString(), null));
        return page(file, shown, model);
    }

    @PostMapping("/{task}/hand-on")
    String handOn(
            OpenCase file,
            @PathVariable UUID task,
            @ModelAttribute("hand") HandOn form,
            BindingResult errors,
            Model model) {
        var fact = Forms.fact(form.fact());
        if (errands.handOn(file, fact, task, said(form.whose())) instanceof Answer.Refused no)
            return refused(file, task, errors, no, model);
        return "redirect:/c/" + file.code() + "/tasks";
    }

    @PostMapping("/{task}/done")
    String done(
            OpenCase file,
            @PathVariable UUID task,
            @ModelAttribute("end") End form,
            BindingResult errors,
            Model model) {
        if (errands.done(file, Forms.fact(form.fact()), task) instanceof Answer.Refused no)
            return refused(file, task, errors, no, model);
        return "redirect:/c/" + file.code() + "/tasks";
    }

    @PostMapping("/{task}/withdraw")
    String withdraw(
            OpenCase file,
            @PathVariable UUID task,
            @ModelAttribute("end") End form,
            BindingResult errors,
            Model model) {
        var fact = Forms.fact(form.fact());
        var reason = Forms.required(Errand.Withdrawal.class, form.reason(), errors, "reason");
        if (reason == null) return page(file, find(file, task), model);
        if (errands.withdraw(file, fact, task, reason) instanceof Answer.Refused no)
            return refused(file, task, errors, no, model);
        return "redirect:/c/" + file.code() + "/tasks";
    }

    private @Nullable Instant due(@Nullable TypedDate typed, BindingResult errors) {
        var today = law.today();
        var date = (typed == null ? TypedDate.EMPTY : typed)
                .required(today.plusYears(10 * YEARS_AHEAD))
                .in(errors, "due");
        if (date == null) return null;
        var day = date.earliest().orElseThrow();
        if (date.precision() != PartialDate.Precision.DAY) errors.rejectValue("due", "task.due.day");
        else if (day.isBefore(today) || day.isAfter(today.plusYears(YEARS_AHEAD)))
            errors.rejectValue("due", "task.due.range");
        return day.atTime(END_OF_DAY).atZone(law.now().zone()).toInstant();
    }

    private String form(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("kinds", Option.each(Errand.class, "task"));
        model.addAttribute("hands", hands(file));
        return "cases/task-form";
    }

    private String page(OpenCase file, Errands.Shown shown, Model model) {
        if (!model.containsAttribute("hand"))
            model.addAttribute(
                    "hand", new HandOn(facts.id().toString(), shown.step().number()));
        if (!model.containsAttribute("end"))
            model.addAttribute("end", new End(facts.id().toString(), null));
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("shown", shown);
        model.addAttribute("hands", hands(file));
        model.addAttribute("reasons", Option.each(Errand.Withdrawal.class, "task-end"));
        return "cases/task";
    }

    private String refused(OpenCase file, UUID task, BindingResult errors, Answer.Refused no, Model model) {
        errors.reject(no.reason());
        return page(file, find(file, task), model);
    }

    private List<Option> hands(OpenCase file) {
        return errands.hands(file).stream()
                .map(person -> Option.text(person.number(), person.number()))
                .toList();
    }

    private Errands.Shown find(OpenCase file, UUID task) {
        return errands.find(file, task).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable String said(@Nullable String typed) {
        return typed == null || typed.isEmpty() ? null : typed;
    }
}
