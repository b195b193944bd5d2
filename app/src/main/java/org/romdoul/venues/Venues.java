package org.romdoul.venues;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room's face: venues registered, read and inspected. */
@Service
@Transactional
public class Venues {

    private final VenueRows rows;
    private final Vault vault;
    private final Facts facts;
    private final SecureRandom random;

    Venues(VenueRows rows, Vault vault, Facts facts, SecureRandom random) {
        this.rows = rows;
        this.vault = vault;
        this.facts = facts;
        this.random = random;
    }

    /** Registers a venue for an agency; the same form sent twice registers it once. */
    public Venue register(UUID fact, Venue.Kind kind, @Nullable String place, @Nullable String address, Actor officer) {
        var already = rows.find(fact);
        if (already.isPresent()) return already.get();
        vault.begin(fact);
        var sealed = address == null ? null : vault.seal(officer.agency(), fact, address);
        var now = facts.now(officer.agency(), officer.account()).as(fact);
        rows.add(now, VenueCode.random(random), kind, place, sealed);
        return rows.find(fact).orElseThrow();
    }

    /** Says what an inspection found. */
    public void inspect(Actor officer, UUID fact, Venue venue, PartialDate happened, Inspection.Result result) {
        var said = facts.on(officer.agency(), happened, officer.account()).as(fact);
        rows.inspect(said, venue, result);
    }

    @Transactional(readOnly = true)
    public Optional<Venue> find(VenueCode code) {
        return rows.find(code);
    }

    /** @return what inspections found there, the last recorded first */
    @Transactional(readOnly = true)
    public List<Inspection> inspections(Venue venue) {
        return rows.inspections(venue);
    }

    @Transactional(readOnly = true)
    public Register register(Register.Filter filter) {
        var lines = rows.page(filter, Register.PAGE + 1);
        var shown = lines.subList(0, Math.min(lines.size(), Register.PAGE));
        return new Register(
                shown, lines.size() > Register.PAGE ? shown.getLast().venue().id() : null);
    }
}
