package org.romdoul.oversight;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.Standings;
import org.romdoul.journal.Facts;
import org.romdoul.vault.IdentityReadings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws openings of names to be reviewed, by chance and on the record. */
@Service
@Transactional
public class Samples {

    private final SampleRows rows;
    private final IdentityReadings readings;
    private final Standings standings;
    private final Facts facts;
    private final Clock clock;
    private final SecureRandom random;

    Samples(
            SampleRows rows,
            IdentityReadings readings,
            Standings standings,
            Facts facts,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.readings = readings;
        this.standings = standings;
        this.facts = facts;
        this.clock = clock;
        this.random = random;
    }

    /** Draws a sample of the openings of the last days; the same form sent twice draws once. */
    public UUID draw(Actor monitor, UUID fact, Duration period) {
        mustWatch(monitor);
        var before = clock.instant();
        var since = before.minus(period);
        var opened = readings.between(since, before);
        var codes = standings.codes(
                opened.stream().map(IdentityReadings.Reading::scope).distinct().toList());
        var inCases = opened.stream()
                .filter(reading -> codes.containsKey(reading.scope()))
                .toList();
        var drawn = Sample.draw(inCases, Sample.SIZE, random);
        var sample = new Sample(fact, before, since, before, inCases.size(), drawn.size());
        if (rows.draw(facts.now(monitor.agency(), monitor.account()).as(fact), sample))
            for (var one : drawn) {
                var code = Objects.requireNonNull(codes.get(one.scope())).value();
                rows.add(facts.now(monitor.agency(), monitor.account()), fact, one, code);
            }
        return fact;
    }

    /** Finds an opening in order as it stands. */
    public void inOrder(Actor monitor, UUID fact, Sample.Drawn drawn) {
        mustWatch(monitor);
        rows.review(facts.now(monitor.agency(), monitor.account()).as(fact), drawn.id());
    }

    @Transactional(readOnly = true)
    public List<Sample> of(Actor monitor) {
        return monitor.role() == Role.MONITOR ? rows.of(monitor.agency()) : List.of();
    }

    @Transactional(readOnly = true)
    public Optional<Sample> find(Actor monitor, UUID id) {
        return monitor.role() == Role.MONITOR ? rows.find(monitor.agency(), id) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public List<Sample.Drawn> drawn(Sample sample) {
        return rows.drawn(sample.id());
    }

    private static void mustWatch(Actor actor) {
        if (actor.role() != Role.MONITOR) throw new IllegalArgumentException("only oversight draws samples");
    }
}
