package org.romdoul.venues;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseLists;
import org.romdoul.cases.Desk;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names venues on cases, and takes that back. */
@Service
@Transactional
public class Namings {

    private static final int SHOWN = 50;

    private final NamingRows rows;
    private final Venues venues;
    private final CaseLists cases;
    private final Facts facts;

    Namings(NamingRows rows, Venues venues, CaseLists cases, Facts facts) {
        this.rows = rows;
        this.venues = venues;
        this.cases = cases;
        this.facts = facts;
    }

    /** A case names a venue of the register, whichever agency keeps it. */
    public Answer name(OpenCase file, UUID fact, VenueCode code) {
        if (rows.isThere(fact)) return Answer.accepted();
        var venue = venues.find(code);
        if (venue.isEmpty()) return Answer.refused("venue.unknown");
        var named = of(file).stream().anyMatch(one -> one.venue().code().equals(code));
        if (named) return Answer.refused("venue.named-already");
        rows.name(facts.now(file.id(), file.reader().account()).as(fact), venue.get());
        return Answer.accepted();
    }

    /** It was named by mistake, or is of no matter any more; taking it back twice changes nothing. */
    public void takeBack(OpenCase file, UUID fact, UUID naming) {
        find(file, naming)
                .ifPresent(one ->
                        rows.end(facts.now(file.id(), file.reader().account()).as(fact), one));
    }

    private Optional<Naming> find(OpenCase file, UUID naming) {
        return of(file).stream().filter(one -> one.id().equals(naming)).findFirst();
    }

    /** @return the venues a case names, the first named first */
    @Transactional(readOnly = true)
    public List<Naming> of(OpenCase file) {
        return rows.of(file);
    }

    /** @return the cases that name a venue, as far as the reader may see them: nothing tells her that there are more */
    @Transactional(readOnly = true)
    public List<Desk> cases(Venue venue) {
        return cases.these(rows.cases(venue, SHOWN));
    }
}
