package org.romdoul.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Words;
import org.romdoul.input.PartialDate;
import org.springframework.context.support.ResourceBundleMessageSource;

/** People charged in a country that does not exist, as figures know them. */
final class Crowd {

    static final PartialDate CENSORED = PartialDate.ofYear(2020);
    static final Docket DOCKET = new Docket("sample", "Sample", "invented", "KH", CENSORED);

    private Crowd() {}

    static Accused accused(@Nullable String charged, @Nullable String disposed, Stand stand) {
        return new Accused(date(charged), date(disposed), stand, null, false);
    }

    static Accused sentenced(@Nullable Integer months, boolean life) {
        return new Accused(date("2010"), date("2011"), Stand.CONVICTED_FINAL, months, life);
    }

    static List<Accused> times(int times, Accused accused) {
        return IntStream.range(0, times).mapToObj(i -> accused).toList();
    }

    static Snapshot of(@Nullable Docket docket, List<Accused> accused) {
        return new Snapshot(docket, accused, List.of(), CENSORED, null);
    }

    /** Anybody: the seed decides how many, and what became of them. */
    static Snapshot atRandom(@Nullable Docket docket, long seed) {
        var chance = new SplittableRandom(seed);
        var accused = new ArrayList<Accused>();
        var charges = new ArrayList<Charged>();
        var years = 1 + chance.nextInt(6);
        var stands = Stand.values();
        var kinds = 1 + chance.nextInt(stands.length);
        for (var i = chance.nextInt(1, 40 + (int) (seed % 7) * 90); i > 0; i--) {
            var year = 2010 + chance.nextInt(years);
            var stand = stands[chance.nextInt(kinds)];
            var over = stand == Stand.OPEN || chance.nextInt(12) == 0 ? null : String.valueOf(year + chance.nextInt(6));
            accused.add(new Accused(
                    chance.nextInt(30) == 0 ? null : date(String.valueOf(year)),
                    date(over),
                    stand,
                    chance.nextInt(5) == 0 ? null : chance.nextInt(300),
                    chance.nextInt(50) == 0));
            charges.add(new Charged("S-" + chance.nextInt(1 + chance.nextInt(8)), stand));
        }
        return new Snapshot(docket, accused, charges, CENSORED, null);
    }

    static Words words(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/chart", "messages/publication");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, locale);
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : new PartialDate(text);
    }
}
