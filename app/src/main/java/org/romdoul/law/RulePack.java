package org.romdoul.law;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one jurisdiction from a day on, each with its source: what differs between countries and changes with
 * the law stands in a file ({@code rule-packs/}), not in the program.
 *
 * @param version its name, kept by every clock and answer that followed from it
 * @param from the first day it holds
 * @param confirmedBy the lawyer of the country who has read it; empty: nobody yet, and pages say so
 * @param numbers limits that count something other than time: interviews, years of age
 * @param articles the articles of law that forms offer, each with its source: {@code statute.CODE} to charge under,
 *     {@code basis.CODE} to hold somebody on
 */
public record RulePack(
        String version,
        LocalDate from,
        ZoneId zone,
        String confirmedBy,
        Map<String, LegalLimit> limits,
        Map<String, Integer> numbers,
        Map<String, String> articles) {

    private static final Set<String> ARTICLES = Set.of("statute", "basis");

    static RulePack read(Properties file) {
        var version = text(file, "version");
        var zone = ZoneId.of(text(file, "zone"));
        var limits = new TreeMap<String, LegalLimit>();
        var numbers = new TreeMap<String, Integer>();
        var articles = new TreeMap<String, String>();
        for (var name : file.stringPropertyNames()) {
            var parts = name.split("\\.", -1);
            if (parts.length == 2 && parts[0].equals("limit"))
                limits.put(
                        parts[1],
                        new LegalLimit(
                                parts[1], version, length(text(file, name)), text(file, name + ".source"), zone));
            if (parts.length == 2 && parts[0].equals("number"))
                numbers.put(parts[1], Integer.valueOf(text(file, name)));
            if (parts.length == 2 && ARTICLES.contains(parts[0])) articles.put(name, text(file, name));
        }
        return new RulePack(
                version,
                LocalDate.parse(text(file, "from")),
                zone,
                file.getProperty("confirmed-by", "").strip(),
                Map.copyOf(limits),
                Map.copyOf(numbers),
                Map.copyOf(articles));
    }

    /** @return the codes that forms offer, {@code statute} or {@code basis} */
    public List<String> codes(String kind) {
        var prefix = kind + ".";
        return articles.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /** @return the newest of the packs that holds at a moment */
    static Optional<RulePack> inForce(Collection<RulePack> packs, java.time.Instant at) {
        @Nullable RulePack best = null;
        for (var pack : packs)
            if (!at.isBefore(pack.from().atStartOfDay(pack.zone()).toInstant())
                    && (best == null || pack.from().isAfter(best.from()))) best = pack;
        return Optional.ofNullable(best);
    }

    public LegalLimit limit(String key) {
        return Objects.requireNonNull(limits.get(key), () -> "rule pack " + version + " has no limit " + key);
    }

    public int number(String key) {
        return Objects.requireNonNull(numbers.get(key), () -> "rule pack " + version + " has no number " + key);
    }

    private static TemporalAmount length(String iso) {
        return iso.startsWith("PT") ? Duration.parse(iso) : Period.parse(iso);
    }

    private static String text(Properties file, String key) {
        return Objects.requireNonNull(file.getProperty(key), () -> "a rule pack lacks " + key)
                .strip();
    }
}
