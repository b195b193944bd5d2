package org.romdoul.oversight;

import java.time.Clock;
import java.util.List;
import org.romdoul.cases.CaseFlag;
import org.romdoul.cases.OpenCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On every page of a case: that somebody who does not hold it has it open just now. */
@Component
@Transactional(readOnly = true)
class EmergencyFlag implements CaseFlag {

    private final BreakGlass breakGlass;
    private final Clock clock;

    EmergencyFlag(BreakGlass breakGlass, Clock clock) {
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    @Override
    public List<String> of(OpenCase file) {
        var now = clock.instant();
        return breakGlass.openings(file).stream().anyMatch(until -> until.isAfter(now))
                ? List.of("break-glass.flag")
                : List.of();
    }
}
