package org.romdoul.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.romdoul.access.Actor;
import org.romdoul.cases.OpenCase;
import org.romdoul.evidence.Disclosures;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.Leaves;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.witnessing.Witnesses;
import org.romdoul.vault.Opening;
import org.romdoul.vault.Openings;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The room's face: makes copies of cases, and gets them ready to leave. */
@Service
@Transactional
public class Copies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 500;

    private final CopyRows rows;
    private final Leaves leaves;
    private final Witnesses witnesses;
    private final PublishedLog log;
    private final Vault vault;
    private final Openings openings;
    private final Disclosures disclosures;
    private final Facts facts;
    private final JudgesPages pages;

    Copies(
            CopyRows rows,
            Leaves leaves,
            Witnesses witnesses,
            PublishedLog log,
            Vault vault,
            Openings openings,
            Disclosures disclosures,
            Facts facts,
            JudgesPages pages) {
        this.rows = rows;
        this.leaves = leaves;
        this.witnesses = witnesses;
        this.log = log;
        this.vault = vault;
        this.openings = openings;
        this.disclosures = disclosures;
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

    /** @return every fact of the case that is sealed, in sequence */
    private List<Event> events(OpenCase file) {
        var events = new ArrayList<Event>();
        for (var some = leaves.of(file.id(), "facts", 0, AT_ONCE);
                !some.isEmpty();
                some = leaves.of(file.id(), "facts", events.getLast().number(), AT_ONCE))
            some.forEach(leaf -> events.add(Event.of(leaf)));
        return events;
    }

    /** @return the words of the case that a copy may open: what is said about it, never names */
    @Transactional(readOnly = true)
    public List<Offered> words(OpenCase file) {
        return events(file).stream()
                .flatMap(event -> event.words().stream()
                        .filter(words -> vault.kind(file.content(), words.ref()) == Vault.Kind.CONTENT)
                        .map(words -> new Offered(words.ref().id(), event.number(), event.noun(), event.label())))
                .toList();
    }

    /** @return the files of the case */
    @Transactional(readOnly = true)
    public List<Offered> files(OpenCase file) {
        return events(file).stream()
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
        var events = events(file);
        if (events.isEmpty()) return new Refused("copy.nothing-sealed");

        var sealed = vault.seal(List.of(
                new Vault.Plain(file.id(), file.id(), recipient), new Vault.Plain(file.id(), file.id(), ordered)));
        var words = words(file, events, chosen);
        words.put(sealed.get(0).id().toString(), CopyList.OPENED);
        words.put(sealed.get(1).id().toString(), CopyList.OPENED);
        var draft = new Draft(
                file.id(),
                file.code().toString(),
                rows.next(file),
                recipient,
                ordered,
                events,
                opened(file, events, words),
                words,
                files(events, chosen));
        var readings = readings(file, words);
        var contents = pages.of(draft);
        var list = list(draft, events.getLast().number(), readings, contents);
        contents.put(CopyList.NAME, list);

        var actor = file.reader().account();
        var hash = BagWriter.sha256(utf8(list));
        if (!rows.add(facts.now(file.id(), actor).as(id), draft.number(), sealed.get(0), sealed.get(1), hash))
            return undone();
        var kept = vault.seal(file.id(), file.id(), JSON.writeValueAsString(contents));
        rows.keep(facts.now(file.id(), actor), id, kept);
        return new Made(rows.find(file, id).orElseThrow());
    }

    /** What was sealed for a fact that is not made goes with it. */
    private static Refused undone() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Refused("copy.two-at-once");
    }

    private TreeMap<String, String> words(OpenCase file, List<Event> events, Chosen chosen) {
        var states = new TreeMap<String, String>();
        for (var event : events)
            for (var words : event.words()) states.put(words.ref().id().toString(), state(file, words.ref(), chosen));
        return states;
    }

    /** Names and the like never leave in a copy: whoever must know one opens it on its page, for a reason. */
    private String state(OpenCase file, SealedRef ref, Chosen chosen) {
        return switch (vault.kind(file.content(), ref)) {
            case ERASED -> CopyList.ERASED;
            case IDENTITY -> CopyList.WITHHELD;
            case CONTENT -> chosen.words().contains(ref.id()) ? CopyList.OPENED : CopyList.WITHHELD;
        };
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

    private static SortedMap<String, String> files(List<Event> events, Chosen chosen) {
        var states = new TreeMap<String, String>();
        for (var event : events) {
            for (var file : event.files()) {
                var id = file.id();
                states.put(
                        id.toString(),
                        chosen.decrypted().contains(id)
                                ? CopyList.DECRYPTED + Extensions.of(event.type())
                                : chosen.sealed().contains(id) ? CopyList.SEALED : CopyList.WITHHELD);
            }
        }
        return states;
    }

    /** Counts the readings that are sealed, and lists the reasons in them as withheld. */
    private long readings(OpenCase file, Map<String, String> words) {
        var last = 0L;
        for (var some = leaves.of(file.id(), "readings", 0, AT_ONCE);
                !some.isEmpty();
                some = leaves.of(file.id(), "readings", last, AT_ONCE)) {
            last = some.getLast().sequence();
            for (var leaf : some)
                Event.of(leaf)
                        .words()
                        .forEach(reason -> words.putIfAbsent(reason.ref().id().toString(), CopyList.WITHHELD));
        }
        return last;
    }

    private static String list(Draft draft, long events, long readings, SortedMap<String, String> contents) {
        var hashes = new TreeMap<String, String>();
        contents.forEach((name, text) -> hashes.put(name, BagWriter.sha256(utf8(text))));
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

    /** What keeps a copy from leaving, or that nothing does. */
    public sealed interface Readiness {}

    record Ready(Prepared copy) implements Readiness {}

    /** @param reason message key */
    public record NotYet(String reason) implements Readiness {}

    /** Whether a copy's fact is sealed and vouched for by so many witnesses as the policy asks; opens nothing. */
    @Transactional(readOnly = true)
    public Optional<NotYet> waiting(OpenCase file, Copy copy) {
        var head = head(file, copy);
        if (head.isEmpty()) return Optional.of(new NotYet("copy.not-sealed"));
        if (head.get().log() != log.number()) return Optional.of(new NotYet("copy.other-log"));
        return note(head.get()).isEmpty() ? Optional.of(new NotYet("copy.not-witnessed")) : Optional.empty();
    }

    /**
     * Opens what leaves, for those who may make copies. That it was opened, by whom and for the court, is recorded before a byte of it
     * is given; and so is, in the register of what was given out, which exhibits leave as they were handed in, to whom and on what order.
     */
    Readiness prepare(OpenCase file, Copy copy) {
        if (Copy.mayMake(file.reader().role()) instanceof Copy.Refused no) return new NotYet(no.reason());
        var waiting = waiting(file, copy);
        if (waiting.isPresent()) return waiting.get();
        var head = head(file, copy).orElseThrow();
        var kept = JSON.readValue(words(file, rows.pages(file, copy)), new TypeReference<Map<String, String>>() {});
        var list = CopyList.parse(Objects.requireNonNull(kept.get(CopyList.NAME)));
        var events = events(file);
        if (first(file).log() != head.log()) return new NotYet("copy.other-log");
        disclosed(file, copy, list);
        return new Ready(new Prepared(
                file.id(),
                "bundle-" + file.code().toString().toLowerCase(java.util.Locale.ROOT) + "-copy-" + copy.number(),
                head,
                list,
                kept,
                utf8(note(head).orElseThrow()),
                salted(file, copy, events, list),
                held(file, events, list)));
    }

    private void disclosed(OpenCase file, Copy copy, CopyList list) {
        var readable = list.files().entrySet().stream()
                .filter(one -> one.getValue().startsWith(CopyList.DECRYPTED))
                .map(one -> UUID.fromString(one.getKey()))
                .collect(Collectors.toSet());
        var now = facts.now(file.id(), file.reader().account()).as(copy.id());
        disclosures.givenWithCase(
                file, now, copy.number(), readable, words(file, copy.recipient()), words(file, copy.ordered()));
    }

    private Leaves.Standing first(OpenCase file) {
        return leaves.of(file.id(), "facts", 0, 1).getFirst();
    }

    /** The copy's own leaf: one of the few after the events that its list counts. */
    private Optional<Leaves.Standing> head(OpenCase file, Copy copy) {
        for (var some = leaves.of(file.id(), "facts", 0, AT_ONCE);
                !some.isEmpty();
                some = leaves.of(file.id(), "facts", some.getLast().sequence(), AT_ONCE))
            for (var leaf : some) if (Event.of(leaf).fact().equals(copy.id())) return Optional.of(leaf);
        return Optional.empty();
    }

    private Optional<String> note(Leaves.Standing head) {
        return witnesses.newestWithQuorum(head.log()).filter(note -> size(note) > head.index());
    }

    static long size(String note) {
        return Long.parseLong(note.split("\n", 3)[1]);
    }

    private SortedMap<String, byte[]> salted(OpenCase file, Copy copy, List<Event> events, CopyList list) {
        var salted = new TreeMap<String, byte[]>();
        var refs = new ArrayList<>(List.of(copy.recipient(), copy.ordered()));
        events.forEach(event -> event.words().forEach(words -> refs.add(words.ref())));
        for (var ref : refs)
            if (CopyList.OPENED.equals(list.words().get(ref.id().toString())))
                vault.openSalted(file.content(), ref)
                        .ifPresent(words -> salted.put(ref.id().toString(), words));
        return salted;
    }

    private SortedMap<String, Prepared.Held> held(OpenCase file, List<Event> events, CopyList list) {
        var held = new TreeMap<String, Prepared.Held>();
        for (var event : events) {
            for (var ref : event.files()) {
                var state = list.files().getOrDefault(ref.id().toString(), CopyList.WITHHELD);
                if (state.equals(CopyList.SEALED)) held.put(ref.id() + "." + state, new Prepared.Held(ref, null));
                if (state.startsWith(CopyList.DECRYPTED))
                    held.put(ref.id() + "." + state, new Prepared.Held(ref, open(file, ref.id(), file.reader())));
            }
        }
        return held;
    }

    private Opening.File open(OpenCase file, UUID blob, Actor reader) {
        return openings.file(file.id(), blob, reader, "court", null);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
