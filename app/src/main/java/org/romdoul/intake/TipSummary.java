package org.romdoul.intake;

import java.util.List;
import org.romdoul.cases.CaseSummary;
import org.romdoul.cases.OpenCase;
import org.springframework.stereotype.Component;

/** On a case's overview: the tips it came from. */
@Component
class TipSummary implements CaseSummary {

    private final Intake intake;

    TipSummary(Intake intake) {
        this.intake = intake;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Block of(OpenCase file) {
        var rows = intake.codesOf(file).stream()
                .map(code -> new Row("tip.summary.tip", code, List.of()))
                .toList();
        return new Block("tip.summary", rows, "tips");
    }
}
