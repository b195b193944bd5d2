package org.romdoul.bundle;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.input.PlainText;
import org.romdoul.journal.Facts;
import org.springframework.http.HttpHeaders;
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

/** Copies of a case for courts: which were made, for whom; making one; and taking it away. */
@Controller
@RequestMapping("/c/{case}/copies")
class CopyPages {

    private final Copies copies;
    private final Departures departures;
    private final Courier courier;
    private final CaseFrames frames;
    private final Accounts accounts;
    private final Facts facts;

    CopyPages(
            Copies copies, Departures departures, Courier courier, CaseFrames frames, Accounts accounts, Facts facts) {
        this.copies = copies;
        this.departures = departures;
        this.courier = courier;
        this.frames = frames;
        this.accounts = accounts;
        this.facts = facts;
    }

    /** @param open, decrypted, sealed ids of what is disclosed, and how */
    record Form(
            @Nullable String fact,
            @Nullable String recipient,
            @Nullable String ordered,
            @Nullable List<String> open,
            @Nullable List<String> decrypted,
            @Nullable List<String> sealed) {}

    @GetMapping
    String list(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("copies", copies.of(file));
        return "bundle/copies";
    }

    @GetMapping("/new")
    String ask(OpenCase file, Model model) {
        model.addAttribute("form", new Form(facts.id().toString(), null, null, List.of(), List.of(), List.of()));
        return form(file, model);
    }

    @PostMapping("/new")
    String make(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var recipient = PlainText.required(form.recipient(), PlainText.LINE).in(errors, "recipient");
        var ordered = PlainText.required(form.ordered(), PlainText.LINE).in(errors, "ordered");
        var chosen = new Chosen(ids(form.open()), ids(form.decrypted()), ids(form.sealed()));
        if (!java.util.Collections.disjoint(chosen.decrypted(), chosen.sealed()))
            errors.rejectValue("sealed", "copy.both-ways");
        if (errors.hasErrors() || recipient == null || ordered == null) return form(file, model);
        return switch (copies.make(file, Forms.fact(form.fact()), recipient, ordered, chosen)) {
            case Copies.Made made ->
                "redirect:/c/" + file.code().value() + "/copies/" + made.copy().number();
            case Copies.Refused no -> {
                errors.reject(no.reason());
                yield form(file, model);
            }
        };
    }

    @GetMapping("/{number}")
    String one(OpenCase file, @PathVariable String number, Model model) {
        return page(file, find(file, number), model);
    }

    /** Takes the copy away: what leaves is opened now, and the answer begins when that is on the record. */
    @PostMapping("/{number}")
    @Nullable
    String take(OpenCase file, @PathVariable String number, Model model, HttpServletResponse response)
            throws IOException {
        var copy = find(file, number);
        var waiting = courier.take(file, copy, name -> {
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            return response.getOutputStream();
        });
        return waiting.isPresent() ? page(file, copy, model) : null;
    }

    private String page(OpenCase file, Copy copy, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("copy", copy);
        model.addAttribute("recipient", copies.words(file, copy.recipient()));
        model.addAttribute("ordered", copies.words(file, copy.ordered()));
        model.addAttribute("by", accounts.number(copy.by()));
        model.addAttribute("may", Copy.mayMake(file.reader().role()) instanceof Copy.Accepted);
        model.addAttribute(
                "waiting",
                departures.waiting(file, copy).map(Departures.NotYet::reason).orElse(null));
        return "bundle/copy";
    }

    private String form(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("words", copies.words(file));
        model.addAttribute("files", copies.files(file));
        return "bundle/make";
    }

    private Copy find(OpenCase file, String number) {
        if (!number.matches("[1-9][0-9]{0,8}")) throw notFound();
        return copies.find(file, Integer.parseInt(number)).orElseThrow(CopyPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static Set<UUID> ids(@Nullable List<String> typed) {
        return typed == null
                ? Set.of()
                : typed.stream()
                        .filter(id -> id.matches("[0-9a-f-]{36}"))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
    }
}
