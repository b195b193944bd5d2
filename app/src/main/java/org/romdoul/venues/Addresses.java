package org.romdoul.venues;

import java.util.List;
import java.util.Optional;
import org.romdoul.access.Actor;
import org.romdoul.cases.Answer;
import org.romdoul.input.Codes;
import org.romdoul.vault.Openings;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens what a venue is called and where it is, as a person's name is opened: for a reason, for ten minutes, and everybody of the
 * agency that keeps it sees who did.
 */
@Service
@Transactional
class Addresses {

    private static final int SHOWN = 20;

    private final Openings openings;
    private final Vault vault;

    Addresses(Openings openings, Vault vault) {
        this.openings = openings;
        this.vault = vault;
    }

    Answer open(Actor reader, Venue venue, Venue.Purpose purpose, String reason) {
        var may = venue.mayOpen(reader);
        if (may instanceof Answer.Accepted) {
            var why = vault.seal(venue.agency(), venue.id(), reason);
            openings.identity(venue.agency(), venue.id(), reader, Codes.of(purpose), why);
        }
        return may;
    }

    /** @return the address, while an opening of hers is open */
    @Transactional(readOnly = true)
    public Optional<String> shown(Actor reader, Venue venue) {
        var address = venue.address();
        if (address == null || venue.mayOpen(reader) instanceof Answer.Refused) return Optional.empty();
        return openings.stillOpen(venue.agency(), venue.id(), reader).flatMap(open -> vault.open(open, address));
    }

    /** @return who opened it, the last first; nothing for people of other agencies */
    @Transactional(readOnly = true)
    public List<Openings.Reading> readings(Actor reader, Venue venue) {
        return venue.mayOpen(reader) instanceof Answer.Accepted
                ? openings.of(venue.agency(), venue.id(), SHOWN)
                : List.of();
    }
}
