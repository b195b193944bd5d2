package org.romdoul.persons;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Erasures;
import org.romdoul.vault.Opening;
import org.romdoul.vault.Openings;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.SearchTokens;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room's face: registers people in a case, and shows who they are to whoever has a reason. */
@Service
@Transactional
public class Persons {

    /** What became of a recording of an identity. */
    public enum Kept {
        RECORDED,
        /** Another hand had corrected the same recording: both are kept, a person decides. */
        CONTESTED,
        /** Nothing was typed. */
        EMPTY,
        /** What the form was read from is no recording of this person. */
        UNKNOWN,
        /** Two people have erased who she is: nothing more is written down of it. */
        ERASED
    }

    private final PersonRows rows;
    private final IdentityRows identities;
    private final WishRows wishes;
    private final Vault vault;
    private final Openings openings;
    private final SearchTokens tokens;
    private final Erasures erasures;
    private final Facts facts;

    Persons(
            PersonRows rows,
            IdentityRows identities,
            WishRows wishes,
            Vault vault,
            Openings openings,
            SearchTokens tokens,
            Erasures erasures,
            Facts facts) {
        this.rows = rows;
        this.identities = identities;
        this.wishes = wishes;
        this.vault = vault;
        this.openings = openings;
        this.tokens = tokens;
        this.erasures = erasures;
        this.facts = facts;
    }

    /** @return the people of a case, by part and label */
    @Transactional(readOnly = true)
    public List<PersonInCase> in(OpenCase file) {
        return rows.in(file);
    }

    @Transactional(readOnly = true)
    public Optional<PersonInCase> find(OpenCase file, String label) {
        return in(file).stream().filter(person -> person.label().equals(label)).findFirst();
    }

    /**
     * Registers a person in a case, under the next free label of her part.
     *
     * @param id the fact's id, as the form carried it: sent twice, she is registered once
     */
    public PersonInCase register(OpenCase file, UUID id, Part part, Sex sex, Age age, PartialDate happened) {
        erasures.turn(id);
        var known = in(file);
        var already = known.stream().filter(person -> person.id().equals(id)).findFirst();
        if (already.isPresent()) return already.get();
        vault.begin(id);
        var fact = new Fact(id, file.id(), happened, file.reader().account(), null, null);
        for (var n = 1 + (int) known.stream().filter(p -> p.part() == part).count(); ; n++) {
            var person = new PersonInCase(id, file.id(), part, part.label(n), sex, age);
            if (rows.add(fact, person)) return person;
        }
    }

    /** A person who is about to be registered in a case, under an id that the source gives her. */
    public record Registration(OpenCase file, UUID id, Part part, Sex sex, Age age, PartialDate happened) {}

    /** Registers many people as {@link #register} registers one, in the order given; who is there already stays as she is. */
    public Map<UUID, PersonInCase> registerAll(Collection<Registration> registrations) {
        var people = new HashMap<UUID, PersonInCase>();
        var taken = new HashSet<String>();
        in(registrations.stream().map(Registration::file).distinct().toList()).forEach(person -> {
            people.put(person.id(), person);
            taken.add(person.caseId() + person.label());
        });
        var fresh = new LinkedHashMap<PersonInCase, Fact>();
        for (var one : registrations) {
            if (people.containsKey(one.id())) continue;
            var scope = one.file().id();
            var n = 1;
            while (!taken.add(scope + one.part().label(n))) n++;
            var person =
                    new PersonInCase(one.id(), scope, one.part(), one.part().label(n), one.sex(), one.age());
            people.put(one.id(), person);
            fresh.put(
                    person,
                    new Fact(
                            one.id(), scope, one.happened(), one.file().reader().account(), null, null));
        }
        if (!fresh.isEmpty()) {
            vault.begin(fresh.keySet().stream().map(PersonInCase::id).toList());
            rows.addAll(fresh);
        }
        return people;
    }

    /** @return the people of many cases */
    @Transactional(readOnly = true)
    public List<PersonInCase> in(Collection<OpenCase> files) {
        return rows.in(files);
    }

    /**
     * Records who a person is said to be.
     *
     * @param id the fact's, as the form carried it: sent twice, it is recorded once
     * @param reads the recording the form was read from, or null where it was the first
     */
    public Kept record(OpenCase file, PersonInCase person, UUID id, Identity<String> said, @Nullable UUID reads) {
        if (said.isEmpty()) return Kept.EMPTY;
        erasures.turn(person.id());
        if (isErased(file, person)) return Kept.ERASED;
        var recorded = identities.of(person);
        if (recorded.knows(id)) return Kept.RECORDED;
        if (reads != null && !recorded.knows(reads)) return Kept.UNKNOWN;
        var sealed = said.<SealedRef>map(words -> vault.seal(file.id(), person.id(), words));
        var fact = facts.now(file.id(), file.reader().account()).as(id);
        var first = identities.add(fact.correcting(reads), person, null, sealed);
        if (!first && !identities.add(fact, person, reads, sealed)) return Kept.UNKNOWN;
        if (first && reads != null) tokens.drop(reads);
        tokens.add(List.of(new SearchTokens.Named(file.id(), person.id(), fact.id(), said.names())));
        return first ? Kept.RECORDED : Kept.CONTESTED;
    }

    /** @return whether two people have erased who she is */
    @Transactional(readOnly = true)
    public boolean isErased(OpenCase file, PersonInCase person) {
        return erasures.isErased(file.id(), person.id());
    }

    /** Who somebody is said to be, of whom nothing was recorded before. */
    public record Introduction(OpenCase file, PersonInCase person, Identity<String> said) {}

    /** Records who many people are said to be, as {@link #record} does for one of whom nothing is known yet. */
    public void recordAll(List<Introduction> introductions) {
        var plains = new ArrayList<Vault.Plain>();
        for (var one : introductions)
            one.said()
                    .values()
                    .forEach(words -> plains.add(
                            new Vault.Plain(one.file().id(), one.person().id(), words)));
        var sealed = vault.seal(plains).iterator();
        var people = new LinkedHashMap<Fact, PersonInCase>();
        var refs = new HashMap<UUID, Identity<SealedRef>>();
        var names = new ArrayList<SearchTokens.Named>();
        for (var one : introductions) {
            if (one.said().isEmpty()) continue;
            var fact = facts.now(one.file().id(), one.file().reader().account());
            people.put(fact, one.person());
            refs.put(fact.id(), one.said().map(words -> sealed.next()));
            names.add(new SearchTokens.Named(
                    one.file().id(), one.person().id(), fact.id(), one.said().names()));
        }
        if (people.isEmpty()) return;
        identities.addAll(people, refs);
        tokens.add(names);
    }

    /** What somebody wants, on the way into the record. */
    public record Wanted(OpenCase file, PersonInCase person, UUID id, String words) {}

    /** Writes down many wishes, as {@link #wishes} writes one. */
    public void wishAll(List<Wanted> wanted) {
        if (wanted.isEmpty()) return;
        var sealed = vault.seal(wanted.stream()
                .map(one -> new Vault.Plain(one.file().id(), one.file().id(), one.words()))
                .toList());
        var people = new LinkedHashMap<Fact, PersonInCase>();
        for (var one : wanted)
            people.put(facts.now(one.file().id(), one.file().reader().account()).as(one.id()), one.person());
        wishes.addAll(people, sealed);
    }

    /** @return whether anything is recorded of who she is; says nothing of what */
    @Transactional(readOnly = true)
    public boolean isIdentified(OpenCase file, PersonInCase person) {
        return !identities.of(person).facts().isEmpty();
    }

    /** Writes down what she wants: a field of its own, beside what anybody else thinks is good for her. */
    public void wishes(OpenCase file, PersonInCase person, UUID id, String words) {
        var fact = facts.now(file.id(), file.reader().account()).as(id);
        wishes.add(fact, person, vault.seal(file.id(), file.id(), words));
    }

    /** @return what she wants, the last first; the earlier stay to be read */
    @Transactional(readOnly = true)
    public List<Wish> wishesOf(OpenCase file, PersonInCase person) {
        return wishes.of(person).stream()
                .map(row -> new Wish(vault.open(file.content(), row.words()).orElse(""), row.recordedAt()))
                .toList();
    }

    /** Opens who she is: her name, for a reason, for ten minutes. The owner of the case sees that it was opened. */
    public void unseal(OpenCase file, PersonInCase person, Purpose purpose, String reason) {
        var sealed = reason.isBlank() ? null : vault.seal(file.id(), file.id(), reason);
        openings.identity(file.id(), person.id(), file.reader(), purpose.key(), sealed);
    }

    /** @return what is recorded of her, opened, newest last; nothing where no opening is still open */
    @Transactional(readOnly = true)
    public List<Said> shown(OpenCase file, PersonInCase person) {
        return openings.stillOpen(file.id(), person.id(), file.reader())
                .map(opening -> shown(person, opening))
                .orElse(List.of());
    }

    /** @return for how long her name stays shown to this reader */
    @Transactional(readOnly = true)
    public Optional<Duration> leftOpen(OpenCase file, PersonInCase person) {
        return openings.leftOpen(person.id(), file.reader());
    }

    /** @return who opened her name, and whom a search showed it to, the last first: for those who answer for the case */
    @Transactional(readOnly = true)
    public List<Openings.Reading> readings(OpenCase file, PersonInCase person) {
        return openings.of(file.id(), person.id(), 50);
    }

    private List<Said> shown(PersonInCase person, Opening.Identity opening) {
        return identities.of(person).holding().stream()
                .map(fact -> new Said(
                        fact.id(),
                        fact.actor(),
                        fact.identity().map(ref -> vault.open(opening, ref).orElse(null))))
                .toList();
    }

    /** What became of a decision between two hands. */
    public enum Choice {
        MADE,
        /** Somebody else decided first, or corrected one of them: what holds now is another question. */
        SETTLED,
        /** They are no two recordings of this person. */
        UNKNOWN
    }

    /**
     * Decides between two hands: one recording holds, the other is dropped and stays on the record. Of two who decide in the same
     * moment the second is told; otherwise each would drop what the other chose, and nobody would be left.
     *
     * @param id the fact's, as the form carried it
     */
    public Choice choose(OpenCase file, PersonInCase person, UUID id, UUID chosen, UUID dropped) {
        erasures.turn(person.id());
        var recorded = identities.of(person);
        if (!recorded.knows(chosen) || !recorded.knows(dropped)) return Choice.UNKNOWN;
        if (identities.isChosen(id, person)) return Choice.MADE;
        if (!recorded.isOpen(chosen, dropped)) return Choice.SETTLED;
        var fact = facts.now(file.id(), file.reader().account()).as(id);
        identities.choose(fact, person, chosen, dropped);
        tokens.drop(dropped);
        return Choice.MADE;
    }

    /**
     * A recording of who she is, in words.
     *
     * @param fact the recording
     * @param by the account that recorded it
     */
    public record Said(UUID fact, UUID by, Identity<String> identity) {}
}
