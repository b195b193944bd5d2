package org.romdoul.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseCode;
import org.romdoul.chart.Words;
import org.romdoul.input.Typed;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.publication.Results.Report;
import org.romdoul.site.Language;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes results, in every language, unless they would tell of somebody beside an earlier release. */
@Service
@Transactional
public class Releases {

    /** A fact is one entry of the log, which holds 65,535 bytes; in it every quotation mark takes two. */
    private static final int MOST_BYTES = 55_000;

    private final ReleaseRows rows;
    private final Results results;
    private final MessageSource messages;
    private final Facts facts;
    private final SecureRandom random;

    Releases(ReleaseRows rows, Results results, MessageSource messages, Facts facts, SecureRandom random) {
        this.rows = rows;
        this.results = results;
        this.messages = messages;
        this.facts = facts;
        this.random = random;
    }

    /** Whether she reads what is not released: researchers release, monitors watch. */
    public static boolean concern(Actor actor) {
        return mayRelease(actor) || actor.role() == Role.MONITOR;
    }

    public static boolean mayRelease(Actor actor) {
        return actor.role() == Role.RESEARCHER;
    }

    @Transactional(readOnly = true)
    public List<Release> all() {
        return rows.all();
    }

    /** @param docket null: the cases worked here */
    @Transactional(readOnly = true)
    public List<Release> of(@Nullable Docket docket) {
        var code = docket == null ? null : docket.code();
        return rows.all().stream()
                .filter(release -> Objects.equals(release.docket(), code))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Release> find(String code) {
        return rows.all().stream()
                .filter(release -> release.code().equals(code))
                .findFirst();
    }

    /** @return a release as a page shows it */
    @Transactional(readOnly = true)
    public Report report(Release release, Locale locale) {
        var docket = release.docket() == null
                ? null
                : results.docket(release.docket()).orElse(null);
        return new Report(
                docket, release.censored(), release.position(), rows.figures(release.id(), Language.of(locale)));
    }

    /**
     * Releases what the record says now.
     *
     * @param docket null: the cases worked here, which are guarded
     * @return the release, or why there is none
     */
    Typed<Release> release(UUID fact, @Nullable Docket docket, Actor by) {
        if (!mayRelease(by)) return Typed.problem("results.release.not-yours");
        rows.alone();
        var already =
                rows.all().stream().filter(release -> release.id().equals(fact)).findFirst();
        if (already.isPresent()) return new Typed.Value<>(already.get());
        var snapshot = results.snapshot(docket);
        var english = Results.report(snapshot, words(Language.ENGLISH));
        var refused = refusal(docket, english);
        if (refused.isPresent()) return refused.get();
        var release = new Release(
                fact,
                CaseCode.random(random).value(),
                docket == null ? null : docket.code(),
                snapshot.censored(),
                Objects.requireNonNull(snapshot.position()),
                sha256(english.figures()));
        rows.add(fact(release, by).as(fact), release);
        for (var language : Language.values()) {
            var place = 0;
            for (var figure : Results.report(snapshot, words(language)).figures())
                rows.add(fact(release, by), place++, language, figure);
        }
        return new Typed.Value<>(release);
    }

    private Fact fact(Release release, Actor by) {
        return facts.now(release.id(), by.account());
    }

    private Optional<Typed<Release>> refusal(@Nullable Docket docket, Report wanted) {
        var position = wanted.position();
        if (position == null) return Optional.of(Typed.problem("results.release.unsealed"));
        if (wanted.figures().isEmpty()) return Optional.of(Typed.problem("results.release.empty"));
        if (wanted.figures().stream().anyMatch(figure -> bytes(figure) > MOST_BYTES))
            return Optional.of(Typed.problem("results.release.long"));
        return docket == null ? difference(wanted.figures(), position) : Optional.empty();
    }

    /** Held against every earlier release, not only the last: anybody may have kept any of them. */
    private Optional<Typed<Release>> difference(List<Figure> figures, Position position) {
        var wanted = Released.counts(figures, position.size());
        for (var earlier : of(null)) {
            var known = Released.counts(
                    rows.figures(earlier.id(), Language.ENGLISH),
                    earlier.position().size());
            var exposures = Released.exposures(wanted, known);
            if (!exposures.isEmpty()) {
                var worst = exposures.getFirst();
                return Optional.of(new Typed.Problem<>(
                        "results.release.difference",
                        List.of(
                                earlier.code(),
                                worst.people(),
                                new DefaultMessageSourceResolvable("results.figure." + worst.figure()),
                                worst.row(),
                                new DefaultMessageSourceResolvable(
                                        "results.column." + (worst.column() == null ? "all" : worst.column())),
                                exposures.size())));
            }
        }
        return Optional.empty();
    }

    private static int bytes(Figure figure) {
        var chart = figure.chart();
        var text = (chart == null ? "" : chart.svg() + chart.table().csv())
                + figure.data().csv();
        var quotes = text.chars().filter(one -> one == '"' || one == '\n').count();
        return text.getBytes(StandardCharsets.UTF_8).length + (int) quotes;
    }

    private static String sha256(List<Figure> figures) {
        var files = figures.stream()
                .sorted(Comparator.comparing(Figure::key))
                .map(figure -> figure.data().csv())
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(files.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private Words words(Language language) {
        return new Words(messages, language.locale());
    }
}
