package org.romdoul.start;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.survey.SampleSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;

/** How many venues a round needs, before it is paid for. */
@Command(
        name = "plan",
        description = "Venues that a round needs: for a margin, to see a change, or to show that a share is small.",
        footer = {"", "Example:  romdoul estimate plan --persons 10 --share 0.08 --after 0.04"})
final class PlanCommand extends EstimateOptions implements Callable<Integer> {

    @Option(names = "--persons", required = true, description = "Persons expected at a venue.")
    double persons;

    @Option(
            names = "--likeness",
            defaultValue = "0.1",
            description = "How alike persons of one venue are (intraclass correlation), 0 to 1. (${DEFAULT-VALUE})")
    double likeness;

    @Option(names = "--frame", description = "Venues in the frame, if they are counted.")
    @Nullable
    Integer frame;

    @Option(names = "--share", description = "The share expected; 0.08 for 8 %%.")
    @Nullable
    Double share;

    @Option(names = "--margin", description = "With --share: how far the interval may reach to either side.")
    @Nullable
    Double margin;

    @Option(names = "--after", description = "With --share: the share that the next round is to tell from it.")
    @Nullable
    Double after;

    @Option(names = "--below", description = "The share that finding nobody is to rule out.")
    @Nullable
    Double below;

    @Option(names = "--power", defaultValue = "0.8", description = "Chance of seeing the change. (${DEFAULT-VALUE})")
    double power;

    @Option(names = "--level", defaultValue = "0.95", description = "Of intervals and tests. (${DEFAULT-VALUE})")
    double level;

    @Override
    public Integer call() {
        check();
        var size = new SampleSize(persons, likeness, frame == null ? Double.POSITIVE_INFINITY : frame);
        var need = need(size);
        var out = spec.commandLine().getOut();
        if (json)
            out.println(
                    JsonMapper.shared().writeValueAsString(Map.of("designEffect", size.designEffect(), "need", need)));
        else {
            var words = words();
            out.println(words.text(
                    "estimate.plan.need",
                    words.number(need.venues()),
                    words.number(need.persons()),
                    words.text(aim())));
            out.println("- "
                    + words.text("estimate.plan.effect", words.number(size.designEffect()), String.valueOf(likeness)));
            out.println("! " + words.text("estimate.plan.limit"));
        }
        return Exit.OK;
    }

    private SampleSize.Need need(SampleSize size) {
        if (below != null) return size.forZero(below, level);
        if (share == null) throw new IllegalStateException("checked above");
        return after == null
                ? size.forMargin(share, margin == null ? 0 : margin, level)
                : size.forChange(share, after, power, level);
    }

    private String aim() {
        return "estimate.plan." + (below != null ? "zero" : after != null ? "change" : "margin");
    }

    private void check() {
        requireLanguage();
        require(
                persons > 0 && Double.isFinite(persons),
                "--persons",
                persons,
                "It is a mean number of persons, above 0.");
        require(likeness >= 0 && likeness <= 1, "--likeness", likeness, "It lies between 0 and 1; 0.1 is usual.");
        require(frame == null || frame >= 1, "--frame", frame, "It is a number of venues.");
        requireShare("--level", level);
        requireShare("--power", power);
        requireShare("--share", share);
        requireShare("--margin", margin);
        requireShare("--after", after);
        requireShare("--below", below);
        var aims = (margin == null ? 0 : 1) + (after == null ? 0 : 1) + (below == null ? 0 : 1);
        if (aims != 1 || (below == null) == (share == null))
            throw new ParameterException(
                    spec.commandLine(),
                    "Say what the round is for: --share with --margin, --share with --after, or --below.");
        require(after == null || !after.equals(share), "--after", after, "No sample tells a share from itself.");
    }

    private void requireShare(String option, @Nullable Double value) {
        require(value == null || (value > 0 && value < 1), option, value, "It lies between 0 and 1: 0.08 for 8 %.");
    }
}
