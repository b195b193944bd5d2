package org.romdoul.docket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.CaseSummary;
import org.romdoul.cases.OpenCase;
import org.romdoul.prosecution.Prosecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the overview of a case that was taken from a docket: which one, and how many victims it counts. */
@Component
@Transactional(readOnly = true)
class DocketSummary implements CaseSummary {

    private final SourceCaseRows rows;
    private final Prosecution prosecution;

    DocketSummary(SourceCaseRows rows, Prosecution prosecution) {
        this.rows = rows;
        this.prosecution = prosecution;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Block of(OpenCase file) {
        var shown = new ArrayList<Row>();
        rows.of(file).ifPresent(counted -> {
            prosecution
                    .docketOf(file)
                    .ifPresent(docket -> shown.add(new Row("docket.from", docket.title(), List.of())));
            shown.add(count("docket.victims", counted.victims()));
            shown.add(count("docket.minors", counted.minors()));
        });
        return new Block("docket.title", List.copyOf(shown), null);
    }

    private static Row count(String label, @Nullable Integer number) {
        return number == null
                ? new Row(label, "docket.not-told", List.of())
                : new Row(label, "docket.count", List.of(number));
    }
}
