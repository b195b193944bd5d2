package org.romdoul.studies;

import java.util.List;
import java.util.stream.Stream;
import org.romdoul.chart.Chart;
import org.romdoul.chart.IntervalDots;
import org.romdoul.chart.IntervalDots.Estimate;
import org.romdoul.chart.IntervalDots.Row;
import org.romdoul.chart.Words;
import org.romdoul.estimators.Share;

/**
 * Two rounds of visits to venues in three cities of Cambodia, of which the shares are public and the counts of venues are not: 8.16 % of
 * persons in the trade judged to be minors in 2012 (International Justice Mission, 2013), 2.2 % in 2015 (2015), with the split
 * reported beside them. What chance alone leaves open is shown for sizes that the sample might have been worth.
 */
public final class PublishedRounds {

    /** As reported; the first is one sum, and its parts are 7.41 and what is left. */
    private static final double ALL_2012 = 0.0816;

    private static final double OLDER_2012 = 0.0741;
    private static final double OLDER_2015 = 0.0212;
    private static final double YOUNG_2015 = 0.001;
    private static final double ALL_2015 = OLDER_2015 + YOUNG_2015;

    /** Persons drawn one by one that would tell as much as the visits did: nobody outside knows which. */
    private static final List<Integer> WORTH = List.of(100, 200, 500, 2_000);

    private PublishedRounds() {}

    /**
     * What the page shows.
     *
     * @param fall how much less in 2015 than in 2012, in percent
     * @param charts one for each size the samples may have been worth
     */
    public record Shown(String fall, String fallOlder, List<Chart> charts) {}

    static Shown shown(Words words) {
        return new Shown(
                words.percent(1 - ALL_2015 / ALL_2012),
                words.percent(1 - OLDER_2015 / OLDER_2012),
                WORTH.stream().map(size -> chart(size, words)).toList());
    }

    private static Chart chart(int size, Words words) {
        var rows = Stream.of(
                        row(words.text("rounds.all-2012"), ALL_2012, size),
                        row(words.text("rounds.all-2015"), ALL_2015, size),
                        row(words.text("rounds.young-2015"), YOUNG_2015, size))
                .toList();
        // Two independent rounds: their intervals may meet where the fall is more than chance.
        var fall = share(ALL_2012, size).differenceFrom(share(ALL_2015, size), Estimates.LEVEL);
        var finding = words.text(
                fall.lower() > 0 ? "rounds.apart" : "rounds.not-apart",
                words.number(size),
                words.number(fall.lower() * 100),
                words.number(fall.upper() * 100));
        return IntervalDots.of(finding, rows, IntervalDots.Scale.PERCENT, words);
    }

    private static Row row(String label, double share, int size) {
        return new Row(label, limits(share, size), size);
    }

    // The share as reported; the limits of the nearest whole number of persons, reaching to it.
    private static Estimate limits(double share, int size) {
        var interval = share(share, size).interval(Estimates.LEVEL);
        return new Estimate(share, Math.min(share, interval.lower()), Math.max(share, interval.upper()));
    }

    private static Share share(double share, int size) {
        return new Share((int) Math.round(share * size), size);
    }
}
