package org.romdoul.prosecution;

import java.util.List;
import org.romdoul.cases.CaseSummary;
import org.romdoul.cases.OpenCase;
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
                        "court.summary." + Standing.of(history).outcome().code().replace('_', '-'),
                        List.of(history.accused().map(Defendant::label).orElse(""))))
                .toList();
        return new Block("court.title", rows, "court");
    }
}
