package org.romdoul.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Facts;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The room's face: what a copy of a case may disclose, and making one. How it leaves, {@link Departures} says. */
@Service
@Transactional
public class Copies {

    private static final JsonMapper JSON = new JsonMapper();

    private final CopyRows rows;
    private final Chain chain;
    private final Vault vault;
    private final Facts facts;
    private final JudgesPages pages;

    Copies(CopyRows rows, Chain chain, Vault vault, Facts facts, JudgesPages pages) {
        this.rows = rows;
        this.chain = chain;
        this.vault = vault;
        this.facts = facts;
        this.pages = pages;
    }

    /** What came of making a copy. */
    public sealed interface Answer {}

    public record Made(Copy copy) implements Answer {}

    /** @param reason message key */
    public record Refused(String reason) implements Answer {}

    @Transactional(readOnly = true)
    public List<Copy> of(OpenCase file) {
        return rows.of(file);
    }

    @Transactional(readOnly = true)
    public Optional<Copy> find(OpenCase file, int number) {
        return rows.find(file, number);
    }

    @Transactional(readOnly = true)
    public String words(OpenCase file, SealedRef ref) {
        return vault.open(file.content(), ref).orElse("");
    }

    /** @return the words of the case that a copy may open: what is said about it, never names */
    @Transactional(readOnly = true)
    public List<Offered> words(OpenCase file) {
        return chain.events(file).stream()
                .flatMap(event -> event.words().stream()
                        .filter(words -> vault.kind(file.content(), words.ref()) == Vault.Kind.CONTENT)
                        .map(words -> new Offered(words.ref().id(), event.number(), event.noun(), event.label())))
                .toList();
    }

    /** @return the files of the case */
    @Transactional(readOnly = true)
    public List<Offered> files(OpenCase file) {
        return chain.events(file).stream()
                .flatMap(event -> event.files().stream()
                        .map(one -> new Offered(one.id(), event.number(), event.noun(), event.label())))
                .toList();
    }

    /**
     * Records that a copy is made: what is in it, for whom, on what order. Nothing leaves yet.
     *
     * @param id the fact's id, as the form carried it: sent twice, one copy is made
     */
    public Answer make(OpenCase file, UUID id, String recipient, String ordered, Chosen chosen) {
        if (Copy.mayMake(file.reader().role()) instanceof Copy.Refused no) return new Refused(no.reason());
        var already = rows.find(file, id);
        if (already.isPresent()) return new Made(already.get());
        var events = chain.events(file);
        if (events.isEmpty()) return new Refused("copy.nothing-sealed");

        var sealed = vault.seal(List.of(
                new Vault.Plain(file.id(), file.id(), recipient), new Vault.Plain(file.id(), file.id(), ordered)));
        var words = States.words(events, chosen, ref -> vault.kind(file.content(), ref));
        sealed.forEach(ref -> words.put(ref.id().toString(), CopyList.OPENED));
        var draft = new Draft(
                file.id(),
                file.code().toString(),
                rows.next(file),
                recipient,
                ordered,
                events,
                opened(file, events, words),
                words,
                States.files(events, chosen));
        var readings = readings(file, words);
        var contents = pages.of(draft);
        var list = list(draft, events.getLast().number(), readings, contents);
        contents.put(CopyList.NAME, list);

        var actor = file.reader().account();
        var hash = BagWriter.sha256(BagWriter.utf8(list));
        if (!rows.add(facts.now(file.id(), actor).as(id), draft.number(), sealed.get(0), sealed.get(1), hash))
            return new Refused("copy.two-at-once");
        var kept = vault.seal(file.id(), file.id(), JSON.writeValueAsString(contents));
        rows.keep(facts.now(file.id(), actor), id, kept);
        return new Made(rows.find(file, id).orElseThrow());
    }

    private Map<UUID, String> opened(OpenCase file, List<Event> events, Map<String, String> states) {
        var opened = new HashMap<UUID, String>();
        for (var event : events)
            for (var words : event.words())
                if (CopyList.OPENED.equals(states.get(words.ref().id().toString())))
                    vault.open(file.content(), words.ref())
                            .ifPresent(text -> opened.put(words.ref().id(), text));
        return opened;
    }

    /** Counts the readings that are sealed, and lists the reasons in them as withheld. */
    private long readings(OpenCase file, Map<String, String> words) {
        var readings = chain.readings(file);
        for (var reading : readings)
            for (var reason : reading.words())
                words.putIfAbsent(reason.ref().id().toString(), CopyList.WITHHELD);
        return readings.isEmpty() ? 0 : readings.getLast().number();
    }

    private static String list(Draft draft, long events, long readings, SortedMap<String, String> contents) {
        var hashes = new TreeMap<String, String>();
        contents.forEach((name, text) -> hashes.put(name, BagWriter.sha256(BagWriter.utf8(text))));
        return new CopyList(
                        draft.scope(),
                        draft.number(),
                        events,
                        readings,
                        hashes,
                        new TreeMap<>(draft.words()),
                        new TreeMap<>(draft.files()))
                .text();
    }
}
