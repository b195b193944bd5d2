package org.romdoul.studies;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.input.Typed;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room's face: begins studies, draws once, takes sheets twice, publishes. */
@Service
@Transactional
public class Studies {

    private static final int SEED_BYTES = 16;

    private final StudyRows rows;
    private final Readers readers;
    private final Facts facts;
    private final SecureRandom random;

    Studies(StudyRows rows, Readers readers, Facts facts, SecureRandom random) {
        this.rows = rows;
        this.readers = readers;
        this.facts = facts;
        this.random = random;
    }

    /** Whether she has anything to do with studies: researchers make them, monitors watch. */
    static boolean concern(Actor actor) {
        return actor.role() == Role.RESEARCHER || actor.role() == Role.MONITOR;
    }

    @Transactional(readOnly = true)
    public List<Study> of(Actor actor) {
        return concern(actor) ? rows.all() : List.of();
    }

    /** Begins a study; the researchers of the agency and the oversight agency may read it. */
    Study begin(UUID fact, String title, Actor by) {
        var study = new Study(fact, CaseCode.random(random).value(), title, by.agency());
        rows.begin(facts.now(fact, by.account()).as(fact), study.code(), title, by.agency());
        readers.let(fact, by);
        return rows.all().stream()
                .filter(one -> one.id().equals(fact))
                .findFirst()
                .orElse(study);
    }

    /** @return the study, or nothing where there is none or she may not read it: she cannot tell which */
    @Transactional(readOnly = true)
    public Optional<OpenStudy> open(String code, Actor reader) {
        if (!concern(reader)) return Optional.empty();
        return rows.find(code).map(study -> {
            var frame = rows.frame(study.id()).orElse(null);
            var draw = rows.draw(study.id()).orElse(null);
            var work = frame == null || draw == null ? null : new FieldWork(frame, draw, rows.entries(study.id()));
            return new OpenStudy(
                    study,
                    reader,
                    frame,
                    draw,
                    work,
                    rows.recounts(study.id()),
                    release(code).isPresent());
        });
    }

    boolean take(OpenStudy open, UUID fact, Frame frame) {
        return open.mayWrite() && open.frame() == null && rows.frame(fact(open, fact), frame);
    }

    /** Draws the sample. The seed comes from the system, once: nobody can draw again until she likes it. */
    Typed<Draw> draw(OpenStudy open, UUID fact, Map<String, Integer> sizes) {
        if (!open.mayWrite() || open.frame() == null || open.draw() != null) return Typed.problem("studies.draw.done");
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        var drawn = Draw.planned(HexFormat.of().formatHex(bytes), open.frame(), sizes);
        if (drawn instanceof Typed.Value<Draw> good) rows.draw(fact(open, fact), good.value());
        return drawn;
    }

    /** @return the message key of a refusal, or nothing where the sheet is taken */
    Optional<String> enter(OpenStudy open, UUID fact, FieldWork.Sheet sheet, Entry.Said said) {
        var work = Objects.requireNonNull(open.work());
        if (!open.mayWrite()) return Optional.of("studies.entry.done");
        var refusal = work.refusal(sheet, open.reader().account(), said);
        if (refusal.isPresent()) return refusal;
        var entry = new Entry(
                sheet.venue(),
                FieldWork.next(sheet).orElseThrow(),
                open.reader().account(),
                said);
        return rows.enter(fact(open, fact), entry) ? Optional.empty() : Optional.of("studies.entry.done");
    }

    void recount(OpenStudy open, UUID fact, Recount recount) {
        if (open.mayWrite()) rows.recount(fact(open, fact), recount);
    }

    boolean publish(OpenStudy open, UUID fact) {
        var work = open.work();
        return open.mayWrite()
                && work != null
                && work.isComplete()
                && rows.release(fact(open, fact), open.study(), work.visits());
    }

    @Transactional(readOnly = true)
    public List<Release> releases() {
        return rows.releases();
    }

    @Transactional(readOnly = true)
    public Optional<Release> release(String code) {
        return rows.releases().stream()
                .filter(release -> release.code().equals(code))
                .findFirst();
    }

    private Fact fact(OpenStudy open, @Nullable UUID carried) {
        var fact = facts.now(open.study().id(), open.reader().account());
        return carried == null ? fact : fact.as(carried);
    }
}
