package org.romdoul.oversight;

import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was done to accounts, for the monitor: whoever makes one, or a new way into one, could read as its holder. */
@Controller
class AccountChangePages {

    static final String PATH = "/oversight/accounts";

    private static final int SHOWN = 200;

    private final Accounts accounts;

    AccountChangePages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(PATH)
    String changes(Actor monitor, Model model) {
        OversightPages.mustWatch(monitor);
        model.addAttribute("changes", accounts.lastChanges(SHOWN));
        return "oversight/accounts";
    }
}
