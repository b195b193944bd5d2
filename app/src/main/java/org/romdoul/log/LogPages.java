package org.romdoul.log;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actors;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.witnessing.Rounds;
import org.romdoul.journal.witnessing.Trouble;
import org.romdoul.journal.witnessing.Witnesses;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.TilePath;
import org.romdoul.ledger.write.EntryBundle;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The log over HTTP, as C2SP {@code tlog-tiles} says; and one page for people about who vouches for it. */
@Controller
@RequestMapping("/log")
class LogPages {

    private static final int HASH = 32;
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOR_A_MOMENT =
            CacheControl.maxAge(Duration.ofSeconds(2)).cachePublic();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PublishedLog log;
    private final Witnesses witnesses;
    private final Rounds rounds;
    private final Auditors auditors;

    LogPages(PublishedLog log, Witnesses witnesses, Rounds rounds, Auditors auditors) {
        this.log = log;
        this.witnesses = witnesses;
        this.rounds = rounds;
        this.auditors = auditors;
    }

    @GetMapping
    String people(Model model) {
        model.addAttribute("origin", log.origin());
        model.addAttribute("vkey", log.vkey());
        model.addAttribute("size", log.head().map(PublishedLog.Head::size).orElse(0L));
        model.addAttribute("witnesses", witnesses.each(log.number()));
        model.addAttribute(
                "troubles", rounds.troubles().stream().collect(Collectors.toMap(Trouble::witness, trouble -> trouble)));
        return "log/log";
    }

    /** The newest head that a quorum signed; while there is none, the newest. */
    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        var note = witnesses
                .newestWithQuorum(log.number())
                .map(signed -> signed.getBytes(StandardCharsets.UTF_8))
                .or(() -> log.head().map(PublishedLog.Head::note));
        return answer(note, TEXT, FOR_A_MOMENT);
    }

    @GetMapping("/tile/**")
    ResponseEntity<byte[]> tile(
            HttpServletRequest request,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        var path = request.getRequestURI().substring("/log/".length());
        if (!(TilePath.parse(path) instanceof Outcome.Accepted<TilePath>(TilePath tile)) || !exists(tile))
            return nothing();
        if (tile.level() != TilePath.ENTRIES) return answer(hashes(tile), MediaType.APPLICATION_OCTET_STREAM, FOR_EVER);
        return auditors.mayRead(Actors.current().orElse(null), authorization)
                ? answer(entries(tile), MediaType.APPLICATION_OCTET_STREAM, CacheControl.noStore())
                : nothing();
    }

    /** Whether the signed tree has all of it. */
    private boolean exists(TilePath tile) {
        var size = log.head().map(PublishedLog.Head::size).orElse(0L);
        return TilePath.width(size, tile.level(), tile.index()) >= tile.width();
    }

    private Optional<byte[]> hashes(TilePath tile) {
        var bytes = tile.width() * HASH;
        return log.tile(tile.level(), tile.index())
                .filter(stored -> stored.length >= bytes)
                .map(stored -> Arrays.copyOf(stored, bytes));
    }

    private Optional<byte[]> entries(TilePath tile) {
        var entries = log.entries(tile.index() * TilePath.FULL, tile.width());
        return entries.size() == tile.width() ? Optional.of(EntryBundle.bytes(entries)) : Optional.empty();
    }

    private static ResponseEntity<byte[]> answer(Optional<byte[]> body, MediaType type, CacheControl keeping) {
        return body.map(bytes -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(keeping)
                        .body(bytes))
                .orElseGet(LogPages::nothing);
    }

    private static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.notFound().build();
    }
}
