package org.romdoul.oversight;

import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who opened a case in an emergency, for those who hold it: when, until when and why. */
@Controller
class OpenedPages {

    private final BreakGlass breakGlass;
    private final CaseFrames frames;

    OpenedPages(BreakGlass breakGlass, CaseFrames frames) {
        this.breakGlass = breakGlass;
        this.frames = frames;
    }

    @GetMapping("/c/{case}/emergencies")
    String opened(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("opened", breakGlass.of(file));
        return "oversight/opened";
    }
}
