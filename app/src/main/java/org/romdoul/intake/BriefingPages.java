package org.romdoul.intake;

import org.romdoul.cases.CaseFrames;
import org.romdoul.cases.OpenCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was reported, for whoever works on the case. */
@Controller
class BriefingPages {

    private final Intake intake;
    private final CaseFrames frames;

    BriefingPages(Intake intake, CaseFrames frames) {
        this.intake = intake;
        this.frames = frames;
    }

    @GetMapping("/c/{case}/tips")
    String read(OpenCase file, Model model) {
        model.addAttribute("frame", frames.of(file));
        model.addAttribute("briefings", intake.briefings(file));
        return "intake/briefings";
    }
}
