package org.romdoul.start;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimate.AlarmEstimation;
import org.romdoul.estimate.Answer;
import org.romdoul.estimate.ChainEstimation;
import org.romdoul.estimate.ListsEstimation;
import org.romdoul.estimate.SeasonEstimation;
import org.romdoul.estimate.SeasonEstimation.Season;
import org.romdoul.estimate.VenueEstimation;
import org.romdoul.estimators.Estimate;
import org.romdoul.estimators.Refusal;
import org.romdoul.estimators.survey.AgeJudgement;
import org.romdoul.estimators.survey.LonelyVenue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Estimates from a file of figures: needs no record, no database and no sign-in, so that anybody can repeat it. */
@Command(
        name = "estimate",
        description = "Estimates from a file of figures; the pages of studies show the same numbers.",
        subcommands = {
            EstimateCommand.Survey.class,
            EstimateCommand.Mse.class,
            EstimateCommand.Rds.class,
            EstimateCommand.Alarms.class,
            PlanCommand.class
        },
        footer = {"", "Example:  romdoul estimate survey visits.csv --found minors --svg pictures"})
final class EstimateCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.WRONG_USE;
    }

    /** The share of persons as described at the venues of a frame. */
    @Command(name = "survey", description = "A venue survey: " + VenueEstimation.COLUMNS + ".")
    static final class Survey extends EstimateFromFile {

        @Option(
                names = "--found",
                defaultValue = "minors",
                description = "The column of persons as described. (${DEFAULT-VALUE})")
        String found;

        @Option(names = "--level", defaultValue = "0.95", description = "Of the intervals. (${DEFAULT-VALUE})")
        double level;

        @Option(
                names = "--lonely",
                defaultValue = "FAIL",
                description = "What to do about a stratum with one venue: ${COMPLETION-CANDIDATES}. (${DEFAULT-VALUE})")
        LonelyVenue lonely;

        @Option(
                names = "--sensitivity",
                description = "Share of minors who are judged to be minors, where that was measured.")
        @Nullable
        Double sensitivity;

        @Option(
                names = "--specificity",
                description = "Share of adults who are judged to be adults, where that was measured.")
        @Nullable
        Double specificity;

        @Override
        void check() {
            requireLevel(level);
            requireShare("--sensitivity", sensitivity);
            requireShare("--specificity", specificity);
        }

        private void requireShare(String option, @Nullable Double share) {
            if (share != null)
                require(share >= 0 && share <= 1, option, share, "It is a share between 0 and 1: 0.8 for 80 %.");
        }

        /** What was not measured is taken to be without mistakes. */
        private Optional<AgeJudgement> judgement() {
            return sensitivity == null && specificity == null
                    ? Optional.empty()
                    : Optional.of(new AgeJudgement(known(sensitivity), known(specificity)));
        }

        private static Estimate known(@Nullable Double share) {
            return new Estimate(share == null ? 1 : share, 0);
        }

        @Override
        Answer estimated(byte[] figures) {
            try {
                return VenueEstimation.of(figures, found, level, lonely, judgement());
            } catch (Refusal worthless) {
                return new Answer.Refused(List.of(String.valueOf(worthless.getMessage())));
            }
        }
    }

    /** How many there are, from how lists overlap. */
    @Command(name = "mse", description = "Multiple systems estimation: a column a list (1 or 0), then the count.")
    static final class Mse extends EstimateFromFile {

        private static final int FEWEST_RESAMPLES = 20;
        private static final int MOST_RESAMPLES = 1_000_000;

        @Option(
                names = "--resamples",
                defaultValue = "" + ListsEstimation.RESAMPLES,
                description = "For the intervals. (${DEFAULT-VALUE})")
        int resamples;

        @Override
        void check() {
            require(
                    resamples >= FEWEST_RESAMPLES && resamples <= MOST_RESAMPLES,
                    "--resamples",
                    resamples,
                    "Limits by resampling take at least " + FEWEST_RESAMPLES + ", better 1,000; beyond "
                            + MOST_RESAMPLES + " they no longer move.");
        }

        @Override
        Answer estimated(byte[] figures) {
            return ListsEstimation.of(figures, resamples, seed);
        }
    }

    /** The share of a group in a population reached through whom people know. */
    @Command(
            name = "rds",
            description = "Respondent-driven sampling: id, recruiter.id, degree, and the column of the group.")
    static final class Rds extends EstimateFromFile {

        @Option(names = "--group", required = true, description = "The column of the group.")
        String group;

        @Option(names = "--of", required = true, description = "The group whose share is wanted.")
        String of;

        @Option(names = "--population", defaultValue = "0", description = "People in the population, if it is known.")
        double population;

        @Option(names = "--level", defaultValue = "0.95", description = "Of the intervals. (${DEFAULT-VALUE})")
        double level;

        @Override
        void check() {
            requireLevel(level);
            require(
                    population >= 0 && population <= Integer.MAX_VALUE,
                    "--population",
                    population,
                    "It is a number of people; 0 if nobody knows it.");
        }

        @Override
        Answer estimated(byte[] figures) {
            return ChainEstimation.of(figures, group, of, population, level, seed);
        }
    }

    /** Whether more is happening than was usual. */
    @Command(
            name = "alarms",
            description = "Alarms on counts: a row a period; count, and exposure where effort differs.")
    static final class Alarms extends EstimateFromFile {

        private static final int MOST = 1_000_000;
        private static final int MOST_YEARS = 30;

        @Option(
                names = "--baseline",
                defaultValue = "24",
                description = "Periods that say what is usual. (${DEFAULT-VALUE})")
        int baseline;

        @Option(
                names = "--rise",
                defaultValue = "1.5",
                description = "How many times the usual would matter. (${DEFAULT-VALUE})")
        double rise;

        @Option(
                names = "--between-false-alarms",
                defaultValue = "120",
                description = "Mean number of periods between them. (${DEFAULT-VALUE})")
        double between;

        @Option(
                names = "--seasonal",
                description =
                        "Judges each period by the same ones of earlier years, where there are enough (Farrington).")
        boolean seasonal;

        @Option(
                names = "--season",
                defaultValue = "WEEKS",
                description = "With --seasonal, what a period is: ${COMPLETION-CANDIDATES}. (${DEFAULT-VALUE})")
        Season season;

        @Option(
                names = "--years",
                defaultValue = "5",
                description = "With --seasonal, earlier years looked at. (${DEFAULT-VALUE})")
        int years;

        @Override
        void check() {
            require(years >= 1 && years <= MOST_YEARS, "--years", years, "It is how many earlier years are looked at.");
            require(
                    rise > 1 && rise <= MOST,
                    "--rise",
                    rise,
                    "It is how many times the usual would matter: 1.5 for half as much again.");
            require(
                    between > 1 && between <= MOST,
                    "--between-false-alarms",
                    between,
                    "It is the mean number of periods between false alarms: 120 for ten years of months.");
            require(
                    baseline >= AlarmEstimation.Watch.SHORTEST,
                    "--baseline",
                    baseline,
                    "What is usual takes at least " + AlarmEstimation.Watch.SHORTEST + " periods.");
        }

        @Override
        Answer estimated(byte[] figures) {
            if (seasonal) return SeasonEstimation.of(figures, season, years);
            return AlarmEstimation.of(figures, new AlarmEstimation.Watch(baseline, rise, between, seed));
        }
    }
}
