package org.romdoul.law;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The rule packs of the jurisdiction this record works under. */
@Component
public class Law {

    private final List<RulePack> packs;
    private final Clock clock;

    Law(@Value("${romdoul.jurisdiction:kh}") String jurisdiction, Clock clock) throws IOException {
        this.packs = read(jurisdiction);
        this.clock = clock;
    }

    /** @return the pack in force; before the first, the first, for past events are judged by the oldest law we know */
    public RulePack at(Instant moment) {
        return RulePack.inForce(packs, moment).orElseGet(packs::getFirst);
    }

    public RulePack now() {
        return at(clock.instant());
    }

    /** @return what day it is where the courts sit */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), now().zone());
    }

    /** @return the limit of law as it stands when the clock starts */
    public LegalClock start(String limit, Instant from) {
        return at(from).limit(limit).from(from);
    }

    /** @return a limit as one version had it; nothing where this program no longer knows the version */
    public Optional<LegalLimit> limit(String version, String key) {
        return packs.stream()
                .filter(pack -> pack.version().equals(version))
                .flatMap(pack -> Stream.ofNullable(pack.limits().get(key)))
                .findFirst();
    }

    private static List<RulePack> read(String jurisdiction) throws IOException {
        var packs = new ArrayList<RulePack>();
        var pattern = "classpath*:rule-packs/" + jurisdiction + "-*.properties";
        for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            var rules = new Properties();
            try (var in = new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                rules.load(in);
            }
            packs.add(RulePack.read(rules));
        }
        if (packs.isEmpty()) throw new IllegalStateException("no rule pack for jurisdiction " + jurisdiction);
        packs.sort(java.util.Comparator.comparing(RulePack::from));
        return List.copyOf(packs);
    }
}
