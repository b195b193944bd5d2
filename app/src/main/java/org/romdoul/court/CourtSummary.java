package org.romdoul.court;

import java.util.List;
import org.romdoul.cases.CaseSummary;
import org.romdoul.cases.OpenCase;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.prosecution.Standing;
import org.springframework.stereotype.Component;

/** On a case's overview: each accused, and what stands. */
@Component
class CourtSummary implements CaseSummary {

    private final Prosecution prosecution;

    CourtSummary(Prosecution prosecution) {
        this.prosecution = prosecution;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Block of(OpenCase file) {
        var rows = prosecution.of(file).stream()
                .map(history -> new Row(
                        "court.summary.accused",
                        "court.summary.stands",
                        List.of(
                                history.accused().map(Defendant::label).orElse(""),
                                Saying.of(Standing.of(history).outcome()))))
                .toList();
        return new Block("court.title", rows, "court");
    }
}
