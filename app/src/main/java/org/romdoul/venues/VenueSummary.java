package org.romdoul.venues;

import java.util.List;
import org.romdoul.cases.CaseSummary;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Option;
import org.springframework.stereotype.Component;

/** On a case's overview: the venues it names, by what they are and their codes. */
@Component
class VenueSummary implements CaseSummary {

    private final Namings namings;

    VenueSummary(Namings namings) {
        this.namings = namings;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Block of(OpenCase file) {
        var rows = namings.of(file).stream()
                .map(Naming::venue)
                .map(venue -> new Row(
                        Option.keyOf("venue.kind", venue.kind()), venue.code().toString(), List.of()))
                .toList();
        return new Block("venues.title", rows, "venues");
    }
}
