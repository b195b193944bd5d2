package org.romdoul.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.Blobs;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.evidence.Receiving.Answer;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
import org.romdoul.input.Typed;
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

/** The exhibits of a case: all of them, one of them, and how more are recorded. */
@Controller
@RequestMapping("/c/{case}/exhibits")
class ExhibitPages {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Exhibits exhibits;
    private final HandOvers handOvers;
    private final Receiving receiving;
    private final Uploads uploads;
    private final CustodyViews views;
    private final Blobs blobs;
    private final Limits limits;
    private final CaseFrames frames;
    private final Facts facts;
    private final Law law;
    private final Clock clock;

    ExhibitPages(
            Exhibits exhibits,
            HandOvers handOvers,
            Receiving receiving,
            Uploads uploads,
            CustodyViews views,
            Blobs blobs,
            Limits limits,
            CaseFrames frames,
            Facts facts,
            Law law,
            Clock clock) {
        this.exhibits = exhibits;
        this.handOvers = handOvers;
        this.receiving = receiving;
        this.uploads = uploads;
        this.views = views;
        this.blobs = blobs;
        this.limits = limits;
        this.frames = frames;
        this.facts = facts;
        this.law = law;
        this.clock = clock;
    }

    record Form(
            @Nullable String fact,
            @Nullable String origin,
            @Nullable String place,
            @Nullable String seal,
            @Nullable String words,
            @Nullable String sha256,
            @Nullable TypedDate happened,
            @Nullable String files,
            @Nullable List<String> sent) {}

    @GetMapping
    String all(OpenCase file, Model model, Locale locale) {
        var all = handOvers.of(file);
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("lines", views.lines(all));
        model.addAttribute("strip", views.strip(all, locale));
        return "evidence/exhibits";
    }

    @GetMapping("/{label}")
    String one(OpenCase file, @PathVariable String label, Model model, Locale locale) {
        return page(file, find(file, label), model, locale, "evidence/exhibit");
    }

    /** What is stuck on the bag: codes alone. */
    @GetMapping("/{label}/label")
    String label(OpenCase file, @PathVariable String label, Model model, Locale locale) {
        return page(file, find(file, label), model, locale, "evidence/label");
    }

    /** What goes with it on paper: every hand, and room for more. */
    @GetMapping("/{label}/sheet")
    String sheet(OpenCase file, @PathVariable String label, Model model, Locale locale) {
        return page(file, find(file, label), model, locale, "evidence/sheet");
    }

    /** The stored file is hashed again, and what is found is written down. */
    @PostMapping("/{label}/check")
    String check(OpenCase file, @PathVariable String label, @ModelAttribute("form") Form form) throws IOException {
        var exhibit = find(file, label);
        var filed = exhibit.file();
        if (filed != null) handOvers.checked(file, exhibit, Forms.fact(form.fact()), blobs.check(filed.blob()));
        return "redirect:/c/" + file.code().value() + "/exhibits/" + label;
    }

    @GetMapping("/new")
    String ask(OpenCase file, Model model) {
        return form(file, model, fresh(), "evidence/new");
    }

    @PostMapping("/new")
    String add(OpenCase file, @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        var described = read(form, errors);
        if (described == null) return form(file, model, null, "evidence/new");
        var exhibit = exhibits.add(file, Forms.fact(form.fact()), described);
        return "redirect:/c/" + file.code().value() + "/exhibits/" + exhibit.label();
    }

    @GetMapping("/files")
    String askForFiles(OpenCase file, Model model) {
        return form(file, model, fresh(), "evidence/files");
    }

    /**
     * Takes the files in one by one: first those that a script sent ahead in pieces, then those that come with the form. Those that
     * are refused are named; the others are exhibits.
     */
    @PostMapping("/files")
    String send(
            OpenCase file,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletRequest request) {
        var coming = ComingFiles.of(request);
        var arrived = Arrived.all(form.sent());
        var described = read(form, errors);
        var sha256 = sha256(form, errors);
        if (described == null || errors.hasErrors()) {
            coming.ifPresent(ComingFiles::pass);
            model.addAttribute("arrived", arrived);
            return form(file, model, null, "evidence/files");
        }
        var received = new ArrayList<Exhibit>();
        for (var one : arrived) take(one.name(), finished(file, one, described, sha256), received, errors);
        coming.ifPresent(files -> {
            for (var next = files.next(); next.isPresent(); next = files.next())
                take(next.get().name(), received(file, form, next.get(), described, sha256), received, errors);
            if (files.isBroken()) errors.rejectValue("files", "exhibit.files.broke-off");
        });
        if (received.isEmpty() && !errors.hasErrors()) errors.rejectValue("files", "exhibit.files.none");
        if (!errors.hasErrors()) return "redirect:/c/" + file.code().value() + "/exhibits";
        model.addAttribute("received", received);
        return form(file, model, null, "evidence/files");
    }

    private Answer finished(OpenCase file, Arrived one, Described described, @Nullable String sha256) {
        return uploads.find(file, one.upload())
                .map(upload ->
                        uploads.finish(file, upload, described, new Uploads.Told(one.name(), one.type(), sha256)))
                .orElseGet(() -> new Answer.Refused("exhibit.file.broke-off", List.of()));
    }

    private Answer received(
            OpenCase file, Form form, ComingFiles.ComingFile one, Described described, @Nullable String sha256) {
        var what = new Receiving.Coming(one.bytes(), one.name(), one.type(), sha256);
        return receiving.receive(file, Forms.fact(form.fact()), described, what);
    }

    private static void take(String name, Answer answer, List<Exhibit> received, BindingResult errors) {
        switch (answer) {
            case Answer.Received done -> received.add(done.exhibit());
            case Answer.Refused no -> errors.rejectValue("files", no.reason(), arguments(name, no.arguments()), null);
        }
    }

    private static Object[] arguments(String name, List<Object> others) {
        var all = new ArrayList<Object>(List.of(FileNames.shown(name)));
        all.addAll(others);
        return all.toArray();
    }

    private @Nullable Described read(Form form, BindingResult errors) {
        var origin = Forms.required(Exhibit.Origin.class, form.origin(), errors, "origin");
        var place = ShortCodes.place(form.place()).in(errors, "place");
        var seal = ShortCodes.seal(form.seal()).in(errors, "seal");
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH).in(errors, "words");
        var typed = form.happened() == null ? TypedDate.EMPTY : form.happened();
        var happened = typed.required(law.today()).in(errors, "happened");
        if (errors.hasErrors() || origin == null || words == null || happened == null) return null;
        return new Described(origin, ShortCodes.orNull(place), ShortCodes.orNull(seal), words, happened);
    }

    private static @Nullable String sha256(Form form, BindingResult errors) {
        var typed = Objects.requireNonNullElse(form.sha256(), "")
                .replaceAll("[\\s:]", "")
                .toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) return null;
        var read = SHA256.matcher(typed).matches()
                ? new Typed.Value<>(typed)
                : Typed.<String>problem("exhibit.sha256.form");
        return read.in(errors, "sha256");
    }

    private Form fresh() {
        return new Form(facts.id().toString(), null, null, null, null, null, TypedDate.EMPTY, null, null);
    }

    private String form(OpenCase file, Model model, @Nullable Form form, String template) {
        if (form != null) model.addAttribute("form", form);
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("origins", Option.each(Exhibit.Origin.class, "exhibit.origin"));
        model.addAttribute("largest", limits.largest().toMegabytes());
        return template;
    }

    private String page(OpenCase file, Exhibit exhibit, Model model, Locale locale, String template) {
        var custody = handOvers.of(file, exhibit);
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("shown", views.shown(custody, clock.instant()));
        model.addAttribute("strip", views.strip(List.of(custody), locale));
        model.addAttribute("words", exhibits.words(file, exhibit));
        model.addAttribute(
                "name", exhibits.fileName(file, exhibit).map(FileNames::shown).orElse(""));
        model.addAttribute("readings", views.told(exhibits.readings(file, exhibit)));
        model.addAttribute("mine", handOvers.find(file.reader(), exhibit.id()).isPresent());
        model.addAttribute("fact", facts.id().toString());
        return template;
    }

    private Exhibit find(OpenCase file, String label) {
        return exhibits.find(file, label).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
