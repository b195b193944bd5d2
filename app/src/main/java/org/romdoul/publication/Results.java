package org.romdoul.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Words;
import org.romdoul.input.PartialDate;
import org.romdoul.site.Site;
import org.springframework.stereotype.Service;

/** The room's face: what the record says in numbers, made anew at most once a minute however many read it. */
@Service
public class Results {

    /** The smallest count of people that is shown to whoever has no need to know them. */
    public static final int SMALLEST = Cells.SMALLEST;

    private static final String HERE = "";
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int DOCKETS_KEPT = 20;

    private final FigureRows rows;
    private final Site site;
    private final Clock clock;
    private final Cache<String, Snapshot> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(DOCKETS_KEPT)
            .build();

    Results(FigureRows rows, Site site, Clock clock) {
        this.rows = rows;
        this.site = site;
        this.clock = clock;
    }

    /**
     * A page of results.
     *
     * @param docket null: the cases worked here
     * @param censored until when cases were watched: what had not happened by then counts as open
     * @param position where the log stood; null where nothing is sealed yet
     * @param figures none where nobody was charged
     */
    public record Report(
            @Nullable Docket docket,
            PartialDate censored,
            @Nullable Position position,
            List<Figure> figures) {

        Optional<Figure> figure(String key) {
            return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
        }
    }

    public List<Docket> dockets() {
        return rows.dockets();
    }

    public Optional<Docket> docket(String code) {
        return dockets().stream().filter(docket -> docket.code().equals(code)).findFirst();
    }

    /** @return where the log stands now; nothing while nothing is sealed */
    public Optional<Position> position() {
        return rows.position();
    }

    /** @return the results of a docket */
    public Report of(Docket docket, Words words) {
        var snapshot = kept.get(docket.code(), code -> rows.snapshot(docket, docket.censored()));
        return report(Objects.requireNonNull(snapshot), words);
    }

    /** @return the results of the cases worked here, watched until today; to be released before everybody reads them */
    Report here(Words words) {
        return report(Objects.requireNonNull(kept.get(HERE, here -> rows.snapshot(null, today()))), words);
    }

    /** @return what there is now, not kept from a minute ago */
    Snapshot snapshot(@Nullable Docket docket) {
        return rows.snapshot(docket, docket == null ? today() : docket.censored());
    }

    private PartialDate today() {
        return PartialDate.of(LocalDate.ofInstant(clock.instant(), site.zone()));
    }

    static Report report(Snapshot from, Words words) {
        return new Report(
                from.docket(),
                from.censored(),
                from.position(),
                from.accused().isEmpty() ? List.of() : figures(from, words));
    }

    private static List<Figure> figures(Snapshot from, Words words) {
        var cohorts = Cohorts.of(from);
        var course = Course.of(from);
        var figures = new ArrayList<>(List.of(cohorts.figure(words), course.figure(cohorts, words)));
        if (!from.isGuarded()) figures.add(course.outcomes(words));
        figures.addAll(times(from, cohorts, words));
        figures.add(statutes(from, words));
        figures.add(Sentences.of(from).figure(cohorts, words));
        return List.copyOf(figures);
    }

    private static Figure statutes(Snapshot from, Words words) {
        var statutes = Statutes.of(from);
        return statutes.isEmpty()
                ? Figure.none("statutes", words.text("results.statutes.empty"))
                : statutes.figure(words);
    }

    private static List<Figure> times(Snapshot from, Cohorts cohorts, Words words) {
        var why = whyNoTimes(from, cohorts);
        var waits = Waits.of(from.accused(), from.censored());
        var ended = from.isGuarded() ? waits.joined(false) : waits.years();
        var endings = from.isGuarded() ? waits.joined(true) : waits.years();
        return List.of(
                why == null && !ended.isEmpty()
                        ? new Waiting(waits, ended, from.isGuarded()).figure(words)
                        : Figure.none("waiting", words.text(why == null ? none(from) : why)),
                why == null && endings.stream().anyMatch(spell -> spell.ending().isPresent())
                        ? new Endings(endings, from.isGuarded()).figure(words)
                        : Figure.none("endings", words.text(why == null ? none(from) : why)));
    }

    /** Who still waits is told by the year of the charge, too: a blank there must not be filled from here. */
    private static @Nullable String whyNoTimes(Snapshot from, Cohorts cohorts) {
        if (from.censored().isUnknown()) return "results.waiting.no-censoring";
        var cells = cohorts.cells();
        var told = cells.hasTotals()
                && cells.isWhole(Cohorts.Part.OPEN.ordinal())
                && cells.isWhole(Cohorts.Part.UNKNOWN.ordinal());
        return told ? null : "results.withheld.totals";
    }

    private static String none(Snapshot from) {
        return from.isGuarded() ? "results.waiting.few" : "results.waiting.none";
    }
}
