package org.romdoul.docket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.romdoul.access.Actor;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.cases.Stage;
import org.romdoul.persons.Age;
import org.romdoul.persons.Part;
import org.romdoul.persons.PersonInCase;
import org.romdoul.persons.Persons;
import org.romdoul.persons.Sex;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Docket;
import org.romdoul.prosecution.History;
import org.romdoul.prosecution.Prosecution;

/** Some cases of a docket, taken together in one transaction or not at all. */
final class Chunk {

    /** The rooms it needs. */
    record Rooms(Cases cases, Persons persons, Prosecution prosecution, SourceCaseRows sourceCases) {}

    private static final int ADULT = 18;

    private final Rooms rooms;
    private final Docket docket;
    private final SourceIds ids;
    private final Actor recorder;
    private final Map<SourceCase, List<SourceDefendant>> source;
    private final Map<UUID, OpenCase> open;
    private final Set<UUID> there;
    private final Set<UUID> elsewhere;
    private final Map<UUID, CourtFact> recorded;
    private final Map<UUID, History> histories;
    private final Map<UUID, PersonInCase> people = new HashMap<>();
    private final Settlement settlement;

    Chunk(Rooms rooms, Docket docket, SourceIds ids, Actor recorder, Map<SourceCase, List<SourceDefendant>> source) {
        this.rooms = rooms;
        this.docket = docket;
        this.ids = ids;
        this.recorder = recorder;
        var scopes = source.keySet().stream().map(this::scope).toList();
        this.open = rooms.cases().openAll(scopes, recorder).stream()
                .collect(Collectors.toMap(OpenCase::id, Function.identity(), (one, same) -> one, HashMap::new));
        this.there = Set.copyOf(open.keySet());
        this.elsewhere = rooms.sourceCases().taken(docket.fact().id(), scopes);
        elsewhere.removeAll(there);
        this.source = new LinkedHashMap<>(source);
        this.source.keySet().removeIf(this::isElsewhere);
        this.histories = rooms.prosecution().histories(open.values());
        this.recorded = histories.values().stream()
                .flatMap(history -> history.facts().stream())
                .collect(Collectors.toMap(CourtFact::id, Function.identity()));
        name();
        this.settlement = new Settlement(
                facts -> rooms.prosecution().wouldRefuse(recorder, open.values(), facts), this::claims, recorded);
        settlement.settle(rows());
    }

    Settlement settlement() {
        return settlement;
    }

    /** It was taken before, and is now in the hands of others. */
    boolean isElsewhere(SourceCase one) {
        return elsewhere.contains(scope(one));
    }

    boolean isThere(SourceCase one) {
        return there.contains(scope(one));
    }

    /** @return whether all of a case is accepted */
    boolean isWhole(SourceCase one) {
        return source.containsKey(one)
                && source.get(one).stream()
                        .allMatch(row -> row.entries().stream().allMatch(entry -> settlement.isAccepted(row, entry))
                                && settlement.isAccepted(row));
    }

    boolean isThere(SourceDefendant row) {
        return recorded.containsKey(ids.of("defendant", row.key(), ""));
    }

    boolean isThere(SourceDefendant row, Entry entry) {
        return recorded.containsKey(ids.of("charge", row.key(), entry.section()));
    }

    /** Records what was settled. */
    void record() {
        var fresh = source.keySet().stream().filter(one -> !isThere(one)).toList();
        var begun = rooms.cases().beginAll(fresh.stream().map(this::beginning).toList(), recorder);
        begun.forEach(file -> open.put(file.id(), file));
        rooms.prosecution().from(docket, begun);
        rooms.sourceCases().add(docket, byFile(fresh), ids);
        register();
        var facts = rows().stream()
                .filter(settlement::isAccepted)
                .flatMap(row -> settlement.claims(row).stream())
                .map(Claim::fact)
                .toList();
        var refused = rooms.prosecution().recordAll(open.values(), facts);
        if (!refused.isEmpty())
            throw new IllegalStateException(
                    "the rules changed their mind: " + refused.getFirst().why());
        for (var stage : List.of(Stage.FINAL, Stage.PROSECUTION))
            rooms.cases()
                    .reachAll(
                            byFile(fresh.stream()
                                            .filter(one -> stage(one) == stage)
                                            .toList())
                                    .keySet(),
                            stage);
    }

    private List<SourceDefendant> rows() {
        return source.values().stream().flatMap(List::stream).toList();
    }

    private UUID scope(SourceCase one) {
        return ids.of("case", one.key());
    }

    private List<Claim> claims(SourceDefendant row, Set<Entry> left) {
        var history = histories.get(ids.of("defendant", row.key(), ""));
        var theirs = history == null
                ? Map.<UUID, CourtFact>of()
                : history.facts().stream().collect(Collectors.toMap(CourtFact::id, Function.identity()));
        var person = Objects.requireNonNull(people.get(personId(row)));
        var jurisdiction = new Jurisdiction(docket.jurisdiction());
        return new Claims(jurisdiction, ids, row, person, recorder.account(), docket.censored(), theirs, left).all();
    }

    private UUID personId(SourceDefendant row) {
        return ids.of("person", row.key());
    }

    /** Says who each row is about: whom the case has already, or somebody under a label that is free until she is registered. */
    private void name() {
        rooms.persons().in(open.values()).forEach(person -> people.put(person.id(), person));
        var provisional = 0;
        for (var one : source.entrySet())
            for (var row : one.getValue()) {
                var label = "S" + (1000 + provisional++ % 9000);
                people.putIfAbsent(
                        personId(row),
                        new PersonInCase(personId(row), scope(one.getKey()), Part.SUSPECT, label, sex(row), age(row)));
            }
    }

    private void register() {
        var registrations = new ArrayList<Persons.Registration>();
        for (var one : source.entrySet())
            for (var row : one.getValue())
                if (settlement.isAccepted(row))
                    registrations.add(new Persons.Registration(
                            Objects.requireNonNull(open.get(scope(one.getKey()))),
                            personId(row),
                            Part.SUSPECT,
                            sex(row),
                            age(row),
                            one.getKey().year()));
        people.putAll(rooms.persons().registerAll(registrations));
    }

    private static Sex sex(SourceDefendant row) {
        return Sex.valueOf(row.sex().name());
    }

    // At the arrest: whether she was a child when it happened, the source does not say.
    private static Age age(SourceDefendant row) {
        if (row.age() == null) return Age.UNKNOWN;
        return row.age() < ADULT ? Age.CHILD : Age.ADULT;
    }

    private Cases.Beginning beginning(SourceCase one) {
        return new Cases.Beginning(scope(one), CaseFile.Origin.DOCKET, one.year(), one.state());
    }

    private Map<OpenCase, SourceCase> byFile(List<SourceCase> cases) {
        var files = new LinkedHashMap<OpenCase, SourceCase>();
        for (var one : cases) files.put(Objects.requireNonNull(open.get(scope(one))), one);
        return files;
    }

    private Stage stage(SourceCase one) {
        var rows = source.getOrDefault(one, List.of()).stream()
                .filter(settlement::isAccepted)
                .toList();
        if (rows.isEmpty()) return Stage.INVESTIGATION;
        return rows.stream().noneMatch(row -> row.ended().isUnknown()) ? Stage.FINAL : Stage.PROSECUTION;
    }
}
