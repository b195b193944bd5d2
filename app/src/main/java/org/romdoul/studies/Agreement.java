package org.romdoul.studies;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.romdoul.studies.Entry.Said;

/**
 * How well those agree who typed the sheets, and those who counted at the venues: what no formula can see in the sheets themselves.
 *
 * @param twice sheets that two people typed
 * @param same of these, typed the same by both
 * @param drawn venues that the seed chose to be counted again
 * @param done of these, those that were
 * @param audits one for each way of counting again that was used
 */
public record Agreement(long twice, long same, int drawn, int done, List<Audit> audits) {

    /**
     * Collectors beside those who counted again, at the same venues.
     *
     * @param venues how many were counted again and have a sheet that counts
     * @param same of these, with the same numbers
     */
    public record Audit(Recount.Kind kind, int venues, long same, Count collectors, Count others) {}

    private record Pair(Said said, Recount recount) {

        boolean agrees() {
            return said.count().equals(recount.count());
        }
    }

    static Agreement of(FieldWork work, List<Recount> recounts) {
        var twice = work.sheets().stream()
                .filter(sheet -> sheet.entries().size() > 1)
                .toList();
        var same = twice.stream()
                .filter(sheet -> sheet.entries()
                        .get(0)
                        .said()
                        .equals(sheet.entries().get(1).said()))
                .count();
        var audits = Stream.of(Recount.Kind.values())
                .map(kind -> audit(kind, work, recounts))
                .flatMap(Optional::stream)
                .toList();
        var again = recounts.stream().map(Recount::venue).collect(Collectors.toSet());
        var done = (int) work.audited().stream().filter(again::contains).count();
        return new Agreement(twice.size(), same, work.audited().size(), done, audits);
    }

    private static Optional<Audit> audit(Recount.Kind kind, FieldWork work, List<Recount> recounts) {
        var pairs = recounts.stream()
                .filter(recount -> recount.kind() == kind)
                .flatMap(recount -> work.sheet(recount.venue()).flatMap(Sheet::said).stream()
                        .map(said -> new Pair(said, recount)))
                .toList();
        if (pairs.isEmpty()) return Optional.empty();
        var collectors = pairs.stream().map(pair -> pair.said().count()).reduce(Count.NOBODY, Count::plus);
        var others = pairs.stream().map(pair -> pair.recount().count()).reduce(Count.NOBODY, Count::plus);
        return Optional.of(new Audit(
                kind, pairs.size(), pairs.stream().filter(Pair::agrees).count(), collectors, others));
    }

    /** One line an audit, as a release keeps them. */
    String text() {
        return audits.stream().map(Agreement::line).collect(Collectors.joining("\n"));
    }

    private static String line(Audit audit) {
        return "%s,%d,%d,%s,%s"
                .formatted(
                        audit.kind().name().toLowerCase(Locale.ROOT),
                        audit.venues(),
                        audit.same(),
                        cells(audit.collectors()),
                        cells(audit.others()));
    }

    private static String cells(Count count) {
        return count.observed() + "," + count.minors() + "," + count.young();
    }

    /** @param text as {@link #text()} wrote it */
    static Agreement of(long twice, long same, int drawn, int done, String text) {
        return new Agreement(
                twice, same, drawn, done, text.lines().map(Agreement::audit).toList());
    }

    private static Audit audit(String line) {
        var cells = line.split(",");
        var numbers = IntStream.range(1, cells.length)
                .map(i -> Integer.parseInt(cells[i]))
                .toArray();
        return new Audit(
                Recount.Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                numbers[0],
                numbers[1],
                new Count(numbers[2], numbers[3], numbers[4]),
                new Count(numbers[5], numbers[6], numbers[7]));
    }
}
