package org.romdoul.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.DamagedBlob;
import org.romdoul.blobs.ErasedBlob;
import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Forms;
import org.romdoul.input.Option;
import org.romdoul.input.PlainText;
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

/** Opens a file for whoever says what for: to be saved, never to be shown. */
@Controller
@RequestMapping("/c/{case}/exhibits/{label}/open")
class OpenFilePages {

    private final Exhibits exhibits;
    private final HandOvers handOvers;
    private final CaseFrames frames;

    OpenFilePages(Exhibits exhibits, HandOvers handOvers, CaseFrames frames) {
        this.exhibits = exhibits;
        this.handOvers = handOvers;
        this.frames = frames;
    }

    record Form(@Nullable String purpose, @Nullable String reason) {}

    @GetMapping
    String ask(OpenCase file, @PathVariable String label, Model model) {
        model.addAttribute("form", new Form(null, null));
        return page(file, find(file, label), model);
    }

    @PostMapping
    @Nullable
    String open(
            OpenCase file,
            @PathVariable String label,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var exhibit = find(file, label);
        var purpose = Forms.required(Purpose.class, form.purpose(), errors, "purpose");
        var reason = PlainText.required(form.reason(), PlainText.PARAGRAPH).in(errors, "reason");
        if (errors.hasErrors() || purpose == null || reason == null) return page(file, exhibit, model);
        try (var bytes = exhibits.open(file, exhibit, purpose, reason)) {
            serve(exhibit, response);
            bytes.transferTo(response.getOutputStream());
            return null;
        } catch (ErasedBlob erased) {
            errors.reject("exhibit.open.erased");
        } catch (DamagedBlob damaged) {
            handOvers.damaged(file, exhibit, damaged.condition());
            // What has begun cannot be taken back: the line is cut, so that nobody takes a part for the whole.
            if (response.isCommitted()) throw damaged;
            response.reset();
            errors.reject("exhibit.open.damaged");
        }
        return page(file, exhibit, model);
    }

    /** A browser saves it and does nothing else with it, whatever it is. */
    private static void serve(Exhibit exhibit, HttpServletResponse response) {
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(
                java.util.Objects.requireNonNull(exhibit.file()).blob().size());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + exhibit.code() + ".bin\"");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
    }

    private String page(OpenCase file, Exhibit exhibit, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("exhibit", exhibit);
        model.addAttribute("purposes", Option.each(Purpose.class, "exhibit.purpose"));
        return "evidence/open";
    }

    private Exhibit find(OpenCase file, String label) {
        return exhibits.find(file, label)
                .filter(Exhibit::isFile)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
