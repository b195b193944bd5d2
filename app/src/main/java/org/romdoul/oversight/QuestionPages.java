package org.romdoul.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.cases.Answer;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A question of oversight, on one page for the two it is between. */
@Controller
@RequestMapping("/questions")
class QuestionPages {

    private final Questions questions;
    private final Accounts accounts;
    private final Facts facts;

    QuestionPages(Questions questions, Accounts accounts, Facts facts) {
        this.questions = questions;
        this.accounts = accounts;
        this.facts = facts;
    }

    record Reply(@Nullable String fact, @Nullable String words) {}

    record Find(
            @Nullable String fact,
            @Nullable String finding,
            @Nullable String words) {}

    @GetMapping
    String list(Actor actor, Model model) {
        var all = questions.of(actor);
        var asked = accounts.byIds(all.stream().map(Question::account).toList());
        model.addAttribute("questions", all);
        model.addAttribute("people", asked);
        return "oversight/questions";
    }

    @GetMapping({"/{id}", "/{id}/reply", "/{id}/finding"})
    String question(Actor actor, @PathVariable UUID id, Model model) {
        return page(actor, open(actor, id), model);
    }

    @PostMapping("/{id}/reply")
    String reply(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute("reply") Reply form,
            BindingResult errors,
            Model model) {
        var told = open(actor, id);
        var fact = Forms.fact(form.fact());
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (words == null) return page(actor, told, model);
        return next(questions.reply(actor, fact, told.question(), words), actor, told, errors, model);
    }

    @PostMapping("/{id}/finding")
    String find(
            Actor actor, @PathVariable UUID id, @ModelAttribute("find") Find form, BindingResult errors, Model model) {
        var told = open(actor, id);
        var fact = Forms.fact(form.fact());
        var finding = Forms.required(Question.Finding.class, form.finding(), errors, "finding");
        var words = PlainText.optional(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        if (finding == null || words == null) return page(actor, told, model);
        return next(questions.find(actor, fact, told.question(), finding, words), actor, told, errors, model);
    }

    private String next(Answer answer, Actor actor, Questions.Told told, BindingResult errors, Model model) {
        if (!(answer instanceof Answer.Refused no))
            return "redirect:/questions/" + told.question().id();
        errors.reject(no.reason());
        return page(actor, open(actor, told.question().id()), model);
    }

    private String page(Actor actor, Questions.Told told, Model model) {
        var fresh = facts.id().toString();
        if (!model.containsAttribute("reply")) model.addAttribute("reply", new Reply(fresh, null));
        if (!model.containsAttribute("find")) model.addAttribute("find", new Find(fresh, null, null));
        model.addAttribute("told", told);
        model.addAttribute("replies", told.question().mayReply(actor) instanceof Answer.Accepted);
        model.addAttribute("finds", told.question().mayFind(actor) instanceof Answer.Accepted);
        model.addAttribute("findings", Option.each(Question.Finding.class, "question.finding"));
        return "oversight/question";
    }

    private Questions.Told open(Actor actor, UUID id) {
        return questions.open(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
