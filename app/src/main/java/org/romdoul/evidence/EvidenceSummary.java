package org.romdoul.evidence;

import java.util.ArrayList;
import java.util.List;
import org.romdoul.cases.CaseSummary;
import org.romdoul.cases.OpenCase;
import org.springframework.stereotype.Component;

/** On a case's overview: how many exhibits, and how many of them with gaps. */
@Component
class EvidenceSummary implements CaseSummary {

    private final HandOvers handOvers;
    private final CustodyViews views;

    EvidenceSummary(HandOvers handOvers, CustodyViews views) {
        this.handOvers = handOvers;
        this.views = views;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Block of(OpenCase file) {
        var lines = views.lines(handOvers.of(file));
        var rows = new ArrayList<Row>();
        if (!lines.isEmpty()) rows.add(new Row("exhibit.summary", "exhibit.summary.count", List.of(lines.size())));
        var gaps = lines.stream().filter(line -> line.gaps() > 0).count();
        if (gaps > 0) rows.add(new Row("custody.gaps", "exhibit.summary.count", List.of(gaps)));
        return new Block("exhibits.title", List.copyOf(rows), "exhibits");
    }
}
