package org.romdoul.studies;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.romdoul.chart.Words;
import org.romdoul.estimate.Answer;
import org.romdoul.estimate.Shown;
import org.romdoul.estimate.VenueEstimation;
import org.romdoul.publication.Position;
import org.romdoul.publication.Results;
import org.springframework.stereotype.Component;

/** The estimates of a study, from the same file and by the same way as {@code romdoul estimate survey}. */
@Component
public class Estimates {

    static final double LEVEL = 0.95;

    /**
     * One estimate.
     *
     * @param shown null where none can be had
     * @param reasons why, then
     * @param sha256 of the file it was made from
     */
    public record One(
            String counted,
            @org.jspecify.annotations.Nullable Shown shown,
            List<String> reasons,
            String sha256) {}

    private final Results results;

    Estimates(Results results) {
        this.results = results;
    }

    /** Minors, and the young among them. */
    static List<One> of(String visits, Policy policy, Words words) {
        return Stream.of("minors", "young")
                .map(counted -> one(visits, counted, policy, words))
                .toList();
    }

    private static One one(String visits, String counted, Policy policy, Words words) {
        var file = visits.getBytes(StandardCharsets.UTF_8);
        var sha256 = Draw.sha256(visits);
        return switch (VenueEstimation.of(file, counted, LEVEL, policy.lonely())) {
            case Answer.Given given -> new One(counted, shown(given, policy, words), List.of(), sha256);
            case Answer.Refused refused -> new One(counted, null, refused.reasons(), sha256);
        };
    }

    private static Shown shown(Answer.Given given, Policy policy, Words words) {
        var shown = given.estimation().shown(words);
        var limits = Stream.concat(policy.limit(words).stream(), shown.limits().stream())
                .toList();
        return new Shown(shown.finding(), shown.charts(), shown.method(), limits, shown.remarks());
    }

    Optional<Position> position() {
        return results.position();
    }
}
