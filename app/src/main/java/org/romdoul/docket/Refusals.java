package org.romdoul.docket;

import java.util.Map;
import org.romdoul.prosecution.Arrest;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Prosecution.NotRecorded;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Termination;
import org.romdoul.prosecution.Verdict;

/** Says a refusal of the record's rules in the words of the source: which column, and what to do. */
final class Refusals {

    private static final String RULE = "court.refused.";

    private static final Map<String, String> KNOWN = Map.of(
            "counts", "docket.refused.counts",
            "too-many", "docket.refused.too-many",
            "before-charge", "docket.refused.before-charge",
            "not-convicted", "docket.refused.not-convicted",
            "ahead", "docket.refused.ahead");

    private Refusals() {}

    static Listed listed(Claim claim, NotRecorded refusal) {
        var rule = refusal.why().reason().substring(RULE.length());
        var column = column(claim.fact(), rule);
        var entry = claim.entry() == null ? "" : claim.entry().section();
        return Source.listed(
                claim.row(), column, entry, problem(claim, rule, refusal.why().reason()));
    }

    private static Problem problem(Claim claim, String rule, String asSaid) {
        var uncounted = claim.entry() != null && claim.entry().counts() == null && rule.equals("counts");
        return uncounted ? Problem.of("docket.refused.no-counts") : Problem.of(KNOWN.getOrDefault(rule, asSaid));
    }

    private static String column(CourtFact fact, String rule) {
        if (rule.equals("ahead"))
            return switch (fact) {
                case Arrest arrest -> "arrest_date";
                case Defendant accused -> "charge_date";
                case Charge charge -> "charge_date";
                default -> "year_terminated";
            };
        return switch (fact) {
            case Charge charge -> rule.equals("statute") ? "statute_sentence" : "statute_counts";
            case Verdict verdict -> rule.equals("too-many") ? "statute_counts" : "year_terminated";
            case Sentence sentence when rule.equals("not-convicted") -> "statute_months_sentenced";
            case Termination termination -> "year_terminated";
            default -> "";
        };
    }
}
