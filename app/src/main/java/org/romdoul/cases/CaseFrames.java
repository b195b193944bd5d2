package org.romdoul.cases;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.romdoul.access.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the frame of a case's pages: {@code model.addAttribute("frame", frames.of(file))}. */
@Component
@Transactional(readOnly = true)
public class CaseFrames {

    private final DeskRows desk;
    private final Accounts accounts;
    private final ObjectProvider<CaseTab> tabs;
    private final ObjectProvider<CaseFlag> flags;
    private final Clock clock;

    CaseFrames(
            DeskRows desk,
            Accounts accounts,
            ObjectProvider<CaseTab> tabs,
            ObjectProvider<CaseFlag> flags,
            Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.tabs = tabs;
        this.flags = flags;
        this.clock = clock;
    }

    public CaseFrame of(OpenCase file) {
        var row = desk.of(file);
        return new CaseFrame(
                file.code(),
                row.stage(),
                row.status(),
                accounts.number(row.owner()),
                row.urgency(clock.instant()),
                flags.stream().flatMap(flag -> flag.of(file).stream()).toList(),
                tabs(file));
    }

    private List<CaseFrame.Tab> tabs(OpenCase file) {
        return tabs.stream()
                .sorted(Comparator.comparingInt(CaseTab::order))
                .map(tab -> new CaseFrame.Tab(
                        tab.key(), "/c/" + file.code() + (tab.path().isEmpty() ? "" : "/" + tab.path())))
                .toList();
    }
}
