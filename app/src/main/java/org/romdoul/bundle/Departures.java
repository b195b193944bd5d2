package org.romdoul.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.romdoul.cases.OpenCase;
import org.romdoul.evidence.Disclosures;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.Leaves;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.witnessing.Witnesses;
import org.romdoul.vault.Opening;
import org.romdoul.vault.Openings;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Gets a copy that was made ready to leave: when it may, and what is opened and recorded before it does. */
@Service
@Transactional
public class Departures {

    private static final JsonMapper JSON = new JsonMapper();

    private final CopyRows rows;
    private final Chain chain;
    private final Witnesses witnesses;
    private final PublishedLog log;
    private final Vault vault;
    private final Openings openings;
    private final Disclosures disclosures;
    private final Facts facts;

    Departures(
            CopyRows rows,
            Chain chain,
            Witnesses witnesses,
            PublishedLog log,
            Vault vault,
            Openings openings,
            Disclosures disclosures,
            Facts facts) {
        this.rows = rows;
        this.chain = chain;
        this.witnesses = witnesses;
        this.log = log;
        this.vault = vault;
        this.openings = openings;
        this.disclosures = disclosures;
        this.facts = facts;
    }

    /** What keeps a copy from leaving, or that nothing does. */
    public sealed interface Readiness {}

    record Ready(Prepared copy) implements Readiness {}

    /** @param reason message key */
    public record NotYet(String reason) implements Readiness {}

    /** Whether a copy's fact is sealed and vouched for by so many witnesses as the policy asks; opens nothing. */
    @Transactional(readOnly = true)
    public Optional<NotYet> waiting(OpenCase file, Copy copy) {
        return waiting(chain.facts(file), copy);
    }

    private Optional<NotYet> waiting(List<Leaves.Standing> leaves, Copy copy) {
        return head(leaves, copy)
                .map(head -> {
                    if (head.log() != log.number()) return Optional.of(new NotYet("copy.other-log"));
                    return note(head).isEmpty()
                            ? Optional.of(new NotYet("copy.not-witnessed"))
                            : Optional.<NotYet>empty();
                })
                .orElse(Optional.of(new NotYet("copy.not-sealed")));
    }

    /**
     * Opens what leaves, for those who may make copies. That it was opened, by whom and for the court, is recorded before a byte of it
     * is given; and so is, in the register of what was given out, which exhibits leave as they were handed in, to whom and on what order.
     */
    Readiness prepare(OpenCase file, Copy copy) {
        if (Copy.mayMake(file.reader().role()) instanceof Copy.Refused no) return new NotYet(no.reason());
        var leaves = chain.facts(file);
        var waiting = waiting(leaves, copy);
        if (waiting.isPresent()) return waiting.get();
        var head = head(leaves, copy).orElseThrow();
        if (leaves.getFirst().log() != head.log()) return new NotYet("copy.other-log");
        var pages = JSON.readValue(
                vault.open(file.content(), rows.pages(file, copy)).orElse(""),
                new TypeReference<Map<String, String>>() {});
        var list = CopyList.parse(Objects.requireNonNull(pages.get(CopyList.NAME)));
        var events = leaves.stream().map(Event::of).toList();
        disclosed(file, copy, list);
        return new Ready(new Prepared(
                file.id(),
                "bundle-" + file.code().toString().toLowerCase(Locale.ROOT) + "-copy-" + copy.number(),
                head,
                list,
                pages,
                BagWriter.utf8(note(head).orElseThrow()),
                salted(file, copy, events, list),
                held(file, events, list)));
    }

    private void disclosed(OpenCase file, Copy copy, CopyList list) {
        var readable = list.files().entrySet().stream()
                .filter(one -> one.getValue().startsWith(CopyList.DECRYPTED))
                .map(one -> UUID.fromString(one.getKey()))
                .collect(Collectors.toSet());
        disclosures.givenWithCase(
                file,
                facts.now(file.id(), file.reader().account()).as(copy.id()),
                copy.number(),
                readable,
                vault.open(file.content(), copy.recipient()).orElse(""),
                vault.open(file.content(), copy.ordered()).orElse(""));
    }

    /** The copy's own leaf: one of the few after the events that its list counts. */
    private static Optional<Leaves.Standing> head(List<Leaves.Standing> leaves, Copy copy) {
        return leaves.reversed().stream()
                .filter(leaf -> Event.of(leaf).fact().equals(copy.id()))
                .findFirst();
    }

    private Optional<String> note(Leaves.Standing head) {
        return witnesses.newestWithQuorum(head.log()).filter(note -> size(note) > head.index());
    }

    /** @return how many leaves a signed checkpoint counts */
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
        for (var event : events)
            for (var ref : event.files()) {
                var state = list.files().getOrDefault(ref.id().toString(), CopyList.WITHHELD);
                if (state.equals(CopyList.SEALED)) held.put(ref.id() + "." + state, new Prepared.Held(ref, null));
                if (state.startsWith(CopyList.DECRYPTED))
                    held.put(ref.id() + "." + state, new Prepared.Held(ref, opened(file, ref.id())));
            }
        return held;
    }

    private Opening.File opened(OpenCase file, UUID blob) {
        return openings.file(file.id(), blob, file.reader(), "court", null);
    }
}
