package org.romdoul.studies;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.input.Typed;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.publication.Results;
import org.romdoul.site.Site;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room's face: begins studies, draws once, takes sheets twice, publishes. */
@Service
@Transactional
public class Studies {

    private static final int SEED_BYTES = 16;

    private final StudyRows rows;
    private final ReleaseRows releases;
    private final Readers readers;
    private final Results results;
    private final Site site;
    private final Facts facts;
    private final SecureRandom random;

    Studies(
            StudyRows rows,
            ReleaseRows releases,
            Readers readers,
            Results results,
            Site site,
            Facts facts,
            SecureRandom random) {
        this.rows = rows;
        this.releases = releases;
        this.readers = readers;
        this.results = results;
        this.site = site;
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
            var drawn = rows.drawn(study.id()).orElse(null);
            var work = frame == null || drawn == null
                    ? null
                    : new FieldWork(frame, drawn.draw(), rows.entries(study.id()));
            return new OpenStudy(
                    study,
                    reader,
                    frame,
                    drawn,
                    work,
                    rows.recounts(study.id()),
                    rows.policy(study.id()),
                    release(code).isPresent());
        });
    }

    boolean take(OpenStudy open, UUID fact, Frame frame) {
        return open.mayWrite() && open.frame() == null && rows.frame(fact(open, fact), frame);
    }

    /** @return samples drawn from the same venues by other studies, of this agency or another */
    @Transactional(readOnly = true)
    List<OtherDraw> others(OpenStudy open) {
        return open.frame() == null
                ? List.of()
                : OtherDraw.ofTheSameVenues(rows.otherDraws(open.study().id()), open.frame());
    }

    /**
     * Draws the sample, once: nobody can draw again until she likes it. The seed comes from the system, or from the study whose venues
     * are visited again.
     *
     * @param revisited null: no study's
     */
    Typed<Draw> draw(OpenStudy open, UUID fact, Map<String, Integer> sizes, @Nullable OpenStudy revisited) {
        if (!open.mayWrite() || open.frame() == null || open.draw() != null) return Typed.problem("studies.draw.done");
        var meant = revisited == null || revisited.draw() == null
                ? new Draw(seed(), new TreeMap<>(sizes), null)
                : new Draw(
                        revisited.draw().seed(),
                        new TreeMap<>(sizes),
                        revisited.study().code());
        var drawn = Draw.planned(meant, open.frame());
        if (drawn instanceof Typed.Value<Draw> good) rows.draw(fact(open, fact), good.value());
        return drawn;
    }

    private String seed() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @return what is wrong with it, or nothing where the sheet is taken */
    Optional<Objection> enter(OpenStudy open, UUID fact, Sheet opened, Entry.Said said) {
        var done = Optional.of(Objection.whole("studies.entry.done"));
        if (!open.mayWrite()) return done;
        // One at a time: what two type at once nobody has held against each other.
        rows.alone(open.study().id());
        if (rows.isEntered(fact)) return Optional.empty(); // the same form, sent twice
        var work = work(open);
        var sheet = work.sheet(opened.venue()).orElseThrow();
        var by = open.reader().account();
        var objection = work.objection(sheet, by, said);
        if (objection.isPresent()) return objection;
        var entry = new Entry(sheet.venue(), sheet.next().orElseThrow(), by, said);
        return rows.enter(fact(open, said.visited(), fact), entry) ? Optional.empty() : done;
    }

    private FieldWork work(OpenStudy open) {
        return new FieldWork(
                Objects.requireNonNull(open.frame()),
                Objects.requireNonNull(open.draw()),
                rows.entries(open.study().id()));
    }

    /** @return what is wrong with it, or nothing where it is taken */
    Optional<Objection> recount(OpenStudy open, UUID fact, Sheet sheet, Recount recount) {
        if (!open.mayWrite()) return Optional.of(Objection.whole("studies.entry.done"));
        var objection = recount.objection(sheet);
        if (objection.isEmpty()) rows.recount(fact(open, recount.visited(), fact), recount);
        return objection;
    }

    /** @return what is wrong with it, or nothing where it is chosen */
    Optional<Objection> choose(OpenStudy open, UUID fact, Policy policy) {
        var work = open.work();
        if (!open.mayWrite()
                || !policy.isChosen()
                || work == null
                || work.lonely().isEmpty()) return Optional.of(Objection.whole("studies.policy.none"));
        rows.choose(fact(open, fact), policy);
        return Optional.empty();
    }

    /** @return why it is not published, or nothing where it is: two people typed every sheet, and it is known what each says */
    Optional<Objection> publish(OpenStudy open, UUID fact) {
        var work = open.work();
        if (!open.mayWrite() || work == null || !work.isComplete())
            return Optional.of(Objection.whole("studies.publish.incomplete"));
        if (!work.lonely().isEmpty() && !open.policy().isChosen())
            return Optional.of(Objection.whole("studies.publish.lonely"));
        releases.add(fact(open, fact), open.study(), work.visits(), open.policy(), making(open, work));
        return Optional.empty();
    }

    private Making making(OpenStudy open, FieldWork work) {
        var drawn = Objects.requireNonNull(open.drawn());
        var frame = Objects.requireNonNull(open.frame());
        return new Making(
                drawn,
                Draw.sha256(frame.text()),
                frame.size(),
                others(open),
                Agreement.of(work, open.recounts()),
                work.visitedBefore(LocalDate.ofInstant(drawn.at(), site.zone())).size(),
                work.reserve().passedOver().stream()
                        .mapToInt(passed -> passed.before().size())
                        .sum(),
                results.position().orElse(null));
    }

    @Transactional(readOnly = true)
    public List<Release> releases() {
        return releases.all();
    }

    @Transactional(readOnly = true)
    public Optional<Release> release(String code) {
        return releases.all().stream()
                .filter(release -> release.code().equals(code))
                .findFirst();
    }

    private Fact fact(OpenStudy open, UUID carried) {
        return fact(open, null, carried);
    }

    /** What is typed from a paper happened on the day the paper says. */
    private Fact fact(OpenStudy open, @Nullable Visited visited, UUID carried) {
        var study = open.study().id();
        var by = open.reader().account();
        return (visited == null ? facts.now(study, by) : facts.on(study, visited.happened(), by)).as(carried);
    }
}
