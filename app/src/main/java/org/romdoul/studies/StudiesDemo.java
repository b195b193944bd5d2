package org.romdoul.studies;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.demo.Demo;
import org.romdoul.estimators.survey.Visit.Outcome;
import org.romdoul.journal.Facts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Two rounds of a study in a country that does not exist, published; and one that has only begun. */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class StudiesDemo implements Demo {

    private static final String RESEARCHER = "U-110";

    private final Studies studies;
    private final Accounts accounts;
    private final Facts facts;

    StudiesDemo(Studies studies, Accounts accounts, Facts facts) {
        this.studies = studies;
        this.accounts = accounts;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public void fill() {
        if (!studies.releases().isEmpty()) return;
        accounts.byNumber(RESEARCHER)
                .map(account -> account.sitsDown(facts.id()))
                .ifPresent(researcher -> Actors.as(researcher, () -> {
                    round("Sample Country, first round (fictional)", 12, 1, researcher);
                    round("Sample Country, second round (fictional)", 4, 2, researcher);
                    return studies.begin(facts.id(), "Sample Country, third round (fictional)", researcher);
                }));
    }

    /** @param percent of persons seen who are minors, about */
    private void round(String title, int percent, long seed, Actor by) {
        var chance = new SplittableRandom(seed);
        var study = studies.begin(facts.id(), title, by);
        studies.take(open(study, by), id(), frame());
        studies.draw(open(study, by), id(), new TreeMap<>(Map.of("LOTUS-BAR", 20, "LOTUS-HOUSE", 12, "REED-BAR", 10)));
        for (var sheet : open(study, by).fieldWork().orElseThrow().sheets()) {
            var observed = 4 + chance.nextInt(16);
            var minors = (int) IntStream.range(0, observed)
                    .filter(i -> chance.nextInt(100) < percent)
                    .count();
            var said = new Entry.Said(Outcome.OBSERVED, null, observed, minors, 0);
            studies.enter(open(study, by), id(), sheet, said);
        }
        studies.publish(open(study, by), id());
    }

    private OpenStudy open(Study study, Actor by) {
        return studies.open(study.code(), by).orElseThrow();
    }

    private UUID id() {
        return facts.id();
    }

    private static Frame frame() {
        var sizes = Map.of("LOTUS-BAR", 90, "LOTUS-HOUSE", 40, "REED-BAR", 30);
        return new Frame(new TreeMap<>(sizes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> IntStream.rangeClosed(1, one.getValue())
                                .mapToObj(i -> one.getKey() + "-" + (100 + i))
                                .toList()))));
    }
}
