package org.romdoul.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.demo.Demo;
import org.romdoul.input.PartialDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Fictional tips that wait for an answer, taken as the public page takes them. */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class IntakeDemo implements Demo {

    private static final List<String> TIPS = List.of(
            "Fictional: at the Paper Lantern guest house in Sample Town a door is kept locked from outside at night.",
            "Fictional: a man at Sample Bus Station promises work abroad and keeps the passports of those who agree.");

    private final Intake intake;

    IntakeDemo(Intake intake) {
        this.intake = intake;
    }

    @Override
    public int order() {
        return 50;
    }

    // The ids follow from the words: at a second start the same tips are found.
    @Override
    public void fill() {
        for (var words : TIPS) {
            var id = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
            var report = new Report(id, Tip.Danger.UNKNOWN, words, "Sample Town", PartialDate.ofYear(2026), "");
            intake.take(report, Tip.Channel.PUBLIC, Actor.SYSTEM);
        }
    }
}
