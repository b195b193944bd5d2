package org.romdoul.prosecution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks the rules what they would say to facts, each seen after those before it; knows no database. */
final class Rehearsal {

    private final LocalDate today;
    private final Set<UUID> presumedVictims;
    private final Map<UUID, History> histories = new HashMap<>();
    private final Map<UUID, Map<UUID, String>> labels = new HashMap<>();

    Rehearsal(Collection<History> recorded, LocalDate today, Set<UUID> presumedVictims) {
        this.today = today;
        this.presumedVictims = presumedVictims;
        for (var history : recorded) {
            histories.put(history.defendant(), history);
            history.accused().ifPresent(this::labelled);
        }
    }

    List<Prosecution.NotRecorded> of(List<? extends CourtFact> facts) {
        var refused = new ArrayList<Prosecution.NotRecorded>();
        for (var fact : facts)
            if (offer(fact) instanceof Answer.Refused why) refused.add(new Prosecution.NotRecorded(fact, why));
        return List.copyOf(refused);
    }

    private Answer offer(CourtFact fact) {
        var history = histories.getOrDefault(fact.defendant(), new History(fact.defendant(), List.of()));
        if (history.fact(fact.id()).isPresent()) return Answer.yes();
        var answer = new Admission(history, today, others(fact), presumedVictims).of(fact);
        if (answer instanceof Answer.Refused) return answer;
        histories.put(fact.defendant(), history.and(fact));
        if (fact instanceof Defendant defendant) labelled(defendant);
        return answer;
    }

    private void labelled(Defendant defendant) {
        labels.computeIfAbsent(defendant.fact().scope(), scope -> new HashMap<>())
                .put(defendant.defendant(), defendant.label());
    }

    private Set<String> others(CourtFact fact) {
        return labels.getOrDefault(fact.fact().scope(), Map.of()).entrySet().stream()
                .filter(one -> !one.getKey().equals(fact.defendant()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }
}
