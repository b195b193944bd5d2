package org.romdoul.bundle;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.romdoul.access.Actor;
import org.romdoul.access.Cast;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.demo.Demo;
import org.romdoul.evidence.HandOvers;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.Sequencer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A fictional copy for a court, made by the prosecutor and ready to be taken once the witnesses have seen it. */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class BundleDemo implements Demo {

    private final Cast cast;
    private final HandOvers handOvers;
    private final Cases cases;
    private final Copies copies;
    private final Sequencer sequencer;
    private final Facts facts;

    BundleDemo(Cast cast, HandOvers handOvers, Cases cases, Copies copies, Sequencer sequencer, Facts facts) {
        this.cast = cast;
        this.handOvers = handOvers;
        this.cases = cases;
        this.copies = copies;
        this.sequencer = sequencer;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void fill() {
        var prosecutor = cast.actor("U-104");
        cast.as(prosecutor, () -> whoseExhibitSheHolds(prosecutor)).ifPresent(file -> {
            if (!cast.as(prosecutor, () -> copies.of(file)).isEmpty()) return;
            sealed();
            cast.as(prosecutor, () -> copy(file));
        });
    }

    private Optional<OpenCase> whoseExhibitSheHolds(Actor prosecutor) {
        var held = handOvers.with(prosecutor).stream()
                .map(one -> one.exhibit().caseId())
                .collect(Collectors.toSet());
        return cases.openAll(held, prosecutor).stream().findFirst();
    }

    /** A copy holds what is sealed. */
    private void sealed() {
        try {
            sequencer.sealAll();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything of the case that can be told, but the words that were said of its allegation. */
    private Copies.Answer copy(OpenCase file) {
        var words = copies.words(file).stream()
                .filter(one -> one.noun().startsWith("evidence."))
                .map(Offered::id)
                .collect(Collectors.toSet());
        var files = new HashSet<>(copies.files(file).stream().map(Offered::id).toList());
        return copies.make(
                file,
                facts.id(),
                "Court of first instance, Sample Town (fictional)",
                "Fictional: decision 12 of the investigating judge",
                new Chosen(words, files, Set.of()));
    }
}
