package org.romdoul.studies;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.input.Typed;
import org.romdoul.journal.Facts;
import org.romdoul.publication.Results;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts how the lists of agencies overlap in this record, and keeps each count: who asked, and what she was told. */
@Service
@Transactional
public class Overlaps {

    private final OverlapRows rows;
    private final Readers readers;
    private final Results results;
    private final Facts facts;
    private final SecureRandom random;

    Overlaps(OverlapRows rows, Readers readers, Results results, Facts facts, SecureRandom random) {
        this.rows = rows;
        this.readers = readers;
        this.results = results;
        this.facts = facts;
        this.random = random;
    }

    /** Whether she may count, and read small counts: whoever watches may not. */
    public static boolean exact(Actor actor) {
        return actor.role() == Role.RESEARCHER;
    }

    /** @return the count, or why there is none */
    Typed<Overlap> count(UUID fact, Actor by) {
        if (!exact(by)) return Typed.problem("overlap.record.nobody");
        var already = rows.find(fact);
        if (already.isPresent()) return new Typed.Value<>(already.get());
        var position = results.position().orElse(null);
        var counted = Overlap.of(CaseCode.random(random).value(), rows.count(), position);
        if (counted instanceof Typed.Value<Overlap>(var overlap)) {
            rows.add(facts.now(fact, by.account()).as(fact), by.agency(), overlap);
            readers.let(fact, by);
        }
        return counted;
    }

    @Transactional(readOnly = true)
    public List<Overlap> of(Actor reader) {
        return Studies.concern(reader) ? rows.all() : List.of();
    }

    /** @return the count, or nothing where there is none or she may not read it: she cannot tell which */
    @Transactional(readOnly = true)
    public Optional<Overlap> find(String code, Actor reader) {
        return of(reader).stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
