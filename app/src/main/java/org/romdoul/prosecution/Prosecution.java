package org.romdoul.prosecution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.romdoul.access.Actor;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Facts;
import org.romdoul.persons.Part;
import org.romdoul.persons.PersonInCase;
import org.romdoul.persons.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room's face: records what happens in court, and says what stands. */
@Service
@Transactional
public class Prosecution {

    /** A fact that was not recorded, and why. */
    public record NotRecorded(CourtFact fact, Answer.Refused why) {}

    private final CourtRows rows;
    private final StandingRows standings;
    private final VictimChargedRows alarms;
    private final DocketRows dockets;
    private final Persons persons;
    private final Cases cases;
    private final CourtClocks clocks;
    private final Facts facts;
    private final Clock clock;

    Prosecution(
            CourtRows rows,
            StandingRows standings,
            VictimChargedRows alarms,
            DocketRows dockets,
            Persons persons,
            Cases cases,
            CourtClocks clocks,
            Facts facts,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.alarms = alarms;
        this.dockets = dockets;
        this.persons = persons;
        this.cases = cases;
        this.clocks = clocks;
        this.facts = facts;
        this.clock = clock;
    }

    /** @return the accused of a case with all that is recorded about each, by label */
    @Transactional(readOnly = true)
    public List<History> of(OpenCase file) {
        return rows.of(List.of(file)).values().stream()
                .filter(history -> history.accused().isPresent())
                .sorted(java.util.Comparator.comparing(Prosecution::label))
                .toList();
    }

    /** @return all that is recorded about one accused of a case */
    @Transactional(readOnly = true)
    public History of(OpenCase file, UUID defendant) {
        return rows.of(List.of(file)).getOrDefault(defendant, new History(defendant, List.of()));
    }

    /** @return whether the case presumes an accused to be a victim: charging her takes a reason */
    @Transactional(readOnly = true)
    public boolean isPresumedVictim(OpenCase file, History history) {
        return history.accused()
                .map(Defendant::person)
                .filter(victims(file)::contains)
                .isPresent();
    }

    private Set<UUID> victims(OpenCase file) {
        return persons.in(file).stream()
                .filter(person -> person.part() == Part.PRESUMED_VICTIM)
                .map(PersonInCase::id)
                .collect(Collectors.toSet());
    }

    /** Records one fact. Sent twice, it is recorded once. */
    public Answer record(OpenCase file, CourtFact fact) {
        return together(file, List.of(fact)).<Answer>map(NotRecorded::why).orElseGet(Answer::yes);
    }

    /**
     * Records facts that belong together, each seen after those before it: a judgment, its verdicts, its sentence. All of
     * them, or none.
     *
     * @return the first that is refused; nothing where all are recorded
     */
    public Optional<NotRecorded> together(OpenCase file, List<? extends CourtFact> together) {
        lock(file);
        var desk = new Desk(List.of(file));
        for (var fact : together)
            if (!desk.has(fact) && desk.take(fact) instanceof Answer.Refused no)
                return Optional.of(new NotRecorded(fact, no));
        desk.write();
        return Optional.empty();
    }

    /** @return whether a fact could be recorded now; records nothing */
    @Transactional(readOnly = true)
    public Answer ask(OpenCase file, CourtFact fact) {
        return new Desk(List.of(file)).take(fact);
    }

    /** Two hands on one case take turns: what one decides on must be what the other has recorded. */
    void lock(OpenCase file) {
        rows.lock(file);
    }

    /**
     * Records many facts of many cases, as an import does: through the same rules, each fact seen after those before it, with
     * one statement for each kind. What is refused is left out and handed back; the rest is recorded.
     */
    public List<NotRecorded> recordAll(Collection<OpenCase> files, List<? extends CourtFact> all) {
        var desk = new Desk(files);
        var refused = new ArrayList<NotRecorded>();
        for (var fact : all)
            if (!desk.has(fact) && desk.take(fact) instanceof Answer.Refused why)
                refused.add(new NotRecorded(fact, why));
        desk.write();
        return List.copyOf(refused);
    }

    /**
     * What {@link #recordAll} would refuse, by the same rules; writes nothing, and speaks also of cases that have yet to begin.
     *
     * @param files those that have begun
     */
    @Transactional(readOnly = true)
    public List<NotRecorded> wouldRefuse(Actor recorder, Collection<OpenCase> files, List<? extends CourtFact> all) {
        if (!recorder.role().recordsCourt())
            return all.stream()
                    .map(fact -> new NotRecorded(fact, new Answer.Refused("", "court.refused.not-your-part")))
                    .toList();
        var presumed = persons.in(files).stream()
                .filter(person -> person.part() == Part.PRESUMED_VICTIM)
                .map(PersonInCase::id)
                .collect(Collectors.toSet());
        return new Rehearsal(histories(files).values(), clocks.today(clock.instant()), presumed).of(all);
    }

    /** @return all that is recorded about the accused of many cases, by accused */
    @Transactional(readOnly = true)
    public Map<UUID, History> histories(Collection<OpenCase> files) {
        return files.isEmpty() ? Map.of() : rows.of(files);
    }

    /** Says that a list of past prosecutions is being taken in. Its code is its own: the second time it is found there. */
    public Docket open(Docket docket) {
        return dockets.open(docket);
    }

    /** Says of cases that they come from a docket. */
    public void from(Docket docket, Collection<OpenCase> files) {
        dockets.add(
                docket,
                files.stream()
                        .map(file -> facts.on(
                                file.id(),
                                docket.fact().happened(),
                                file.reader().account()))
                        .toList());
    }

    /** @return the docket a case comes from, where it comes from one */
    @Transactional(readOnly = true)
    public Optional<Docket> docketOf(OpenCase file) {
        return dockets.of(file);
    }

    /** @return the docket of this code, where it has been taken in */
    @Transactional(readOnly = true)
    public Optional<Docket> docket(String code) {
        return dockets.find(code);
    }

    private static String label(History history) {
        return history.accused().map(Defendant::label).orElseThrow();
    }

    /** The cases in hand, with what is already recorded and what is about to be. */
    private final class Desk {

        private final Map<UUID, OpenCase> files;
        private final Map<UUID, History> histories;
        private final Map<UUID, Map<UUID, String>> labels = new HashMap<>();
        private final Map<UUID, Set<UUID>> victims;
        private final List<CourtFact> taken = new ArrayList<>();
        private final List<Charge> alarming = new ArrayList<>();
        private final LocalDate today = clocks.today(clock.instant());

        Desk(Collection<OpenCase> files) {
            this.files = files.stream().collect(Collectors.toMap(OpenCase::id, Function.identity()));
            this.histories = new LinkedHashMap<>(rows.of(files));
            this.victims = new HashMap<>();
            histories.values().forEach(history -> history.accused().ifPresent(this::labelled));
        }

        boolean has(CourtFact fact) {
            return history(fact).fact(fact.id()).isPresent();
        }

        Answer take(CourtFact fact) {
            var file = files.get(fact.fact().scope());
            if (file == null) throw new IllegalArgumentException("a court fact of a case that is not in hand");
            if (!file.reader().role().recordsCourt()) return Answer.no("", "not-your-part");
            var history = history(fact);
            if (history.facts().stream().anyMatch(other -> !other.fact().scope().equals(file.id())))
                throw new IllegalArgumentException("a court fact about the accused of another case");
            var admission = new Admission(history, today, others(fact), victims(file, fact));
            var answer = admission.of(fact);
            if (answer instanceof Answer.Refused) return answer;
            histories.put(fact.defendant(), history.and(fact));
            if (fact instanceof Defendant defendant) labelled(defendant);
            if (fact instanceof Charge charge && admission.chargesVictim()) alarming.add(charge);
            taken.add(fact);
            return answer;
        }

        void write() {
            rows.add(taken);
            standings.put(
                    taken.stream()
                            .map(CourtFact::defendant)
                            .distinct()
                            .map(histories::get)
                            .map(java.util.Objects::requireNonNull)
                            .toList(),
                    files);
            for (var fact : taken)
                clocks.recorded(
                        java.util.Objects.requireNonNull(files.get(fact.fact().scope())),
                        history(fact),
                        fact,
                        clock.instant());
            taken.stream().map(fact -> fact.fact().scope()).distinct().forEach(this::goesOn);
            for (var charge : alarming)
                alarms.add(
                        facts.now(charge.fact().scope(), charge.fact().actor()),
                        charge,
                        java.util.Objects.requireNonNull(files.get(charge.fact().scope())));
        }

        // Of the cases of a docket, whoever takes it in says how far they came.
        private void goesOn(UUID scope) {
            var file = java.util.Objects.requireNonNull(files.get(scope));
            if (file.file().origin() == CaseFile.Origin.DOCKET) return;
            cases.reach(
                    file,
                    Progress.of(histories.values().stream()
                            .filter(history -> history.accused()
                                    .filter(one -> one.fact().scope().equals(scope))
                                    .isPresent())
                            .toList()));
        }

        private History history(CourtFact fact) {
            return histories.getOrDefault(fact.defendant(), new History(fact.defendant(), List.of()));
        }

        private void labelled(Defendant defendant) {
            labels.computeIfAbsent(defendant.fact().scope(), scope -> new HashMap<>())
                    .put(defendant.defendant(), defendant.label());
        }

        private Set<String> others(CourtFact fact) {
            if (!(fact instanceof Defendant)) return Set.of();
            var others = new HashMap<>(labels.getOrDefault(fact.fact().scope(), Map.of()));
            others.remove(fact.defendant());
            return new HashSet<>(others.values());
        }

        // Asked only where it matters, and once a case.
        private Set<UUID> victims(OpenCase file, CourtFact fact) {
            if (!(fact instanceof Charge)) return Set.of();
            return victims.computeIfAbsent(file.id(), id -> Prosecution.this.victims(file));
        }
    }
}
