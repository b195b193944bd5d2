package org.romdoul.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** What the command says of files that are wrong, and that it says the same in words and as JSON. */
class EstimateCommandTests {

    private static final String VISITS = "stratum,venue,N_venues,observed,minors,slot_chance\n";

    @TempDir
    Path folder;

    private record Said(int exit, String out, String err) {}

    /** Each is told where it is, and what it means statistically. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "survey | 'stratum,place,N_venues,observed,minors\nA,1,9,4,1\n' | line 1: there is no column \"venue\" | Columns are",
                "survey | 'stratum,venue,N_venues,observed,minors\nA,1,9,4,-2\n' | line 2, column minors: a negative count: -2 | less than not at all",
                "survey | 'stratum,venue,N_venues,observed,minors\nA,1,9,4,1\nA,2,9,5,0\nB,3,9,4,1\n' | stratum B: one sampled of 9. | nothing about the spread among the others",
                "survey | 'stratum,venue,N_venues,observed,minors,slot_chance\nA,1,9,4,1,0\nA,2,9,4,1,0.5\n' | line 2: slot chance 0 | A chance of selection lies above 0",
                "survey | 'stratum,venue,N_venues,observed,minors\nA,1,9,0,0\nA,2,9,0,0\n' | nobody | share",
                "survey | 'stratum,venue,N_venues,observed,minors\nA,1,9,4,5\nA,2,9,4,1\n' | line 2: 5 found among 4 seen | cannot exceed the whole",
                "mse | 'a,b,n\n1,0,-5\n0,1,3\n1,1,2\n' | line 2: a negative count, -5 | not a table of people",
                "mse | 'a,b,c,n\n1,1,0,3\n0,0,1,4\n1,1,1,5\n' | lists a and b name the same people | a copy is not a second source",
                "mse | 'a,b,n\n1,0,30\n0,1,50\n' | nobody is on two lists | every total from here to infinity",
                "mse | 'a,n\n1,5\n' | line 1: fewer than two lists | how lists overlap",
                "rds --group=g --of=x | 'id,recruiter.id,degree,g\na,seed,,x\n' | line 2, column degree: no number | not nought",
                "rds --group=g --of=x | 'id,recruiter.id,degree,g\na,seed,0,x\n' | line 2, column degree: knows 0 | weighted by none",
                "alarms | 'month,count\nm1,4\n' | 1 periods | What is usual takes at least 8",
                "alarms | 'month,cases\nm1,4\n' | line 1: there is no column \"count\" | Columns are",
            })
    void whatIsWrongIsSaidByPlaceAndMeaning(String how, String file, String where, String meaning) throws IOException {
        var said = on(file, how.split(" "));

        assertThat(said.exit()).isEqualTo(Exit.FAILED);
        assertThat(said.err()).contains(where).contains(meaning).doesNotContain("NaN", "Exception");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void manyRowsAreEstimatedFromAndWhatWouldTakeHoursIsRefused() throws IOException {
        var visits = VISITS
                + IntStream.range(0, 200_000)
                        .mapToObj(i -> "A,v" + i + ",400000,9," + i % 3 / 2 + ",1\n")
                        .collect(Collectors.joining());
        var people = "id,recruiter.id,degree,g\n" + "a,seed,3,x\n".repeat(60_000);
        var periods = "month,count\n" + "m,3\n".repeat(20_000);

        assertThat(on(visits, "survey").out()).contains("were minors");
        assertThat(on(people, "rds", "--group=g", "--of=x").err()).contains("more than 50000 people");
        assertThat(on(periods, "alarms").err()).contains("more than 2080 periods");
    }

    @Test
    void jsonHasTheNumbersOfTheWordsAndPicturesAreWritten() throws IOException {
        var rows = IntStream.range(0, 30)
                .mapToObj(i -> "A,v" + i + ",200,20," + (i % 3) + ",1\n")
                .collect(Collectors.joining());
        var words = on(VISITS + rows, "survey");
        var json = on(VISITS + rows, "survey", "--json", "--svg=" + folder.resolve("pictures"));

        var read = JsonMapper.shared().readTree(json.out());
        assertThat(words.out()).startsWith(read.get("finding").stringValue());
        assertThat(read.get("estimation").get("whole").get("value").doubleValue())
                .isCloseTo(0.05, within(1e-12));
        assertThat(words.out())
                .contains(read.get("estimation").get("source").get("sha256").stringValue());
        assertThat(folder.resolve("pictures/survey-1.svg"))
                .content()
                .startsWith("<svg")
                .contains("<style>");
    }

    /** Which option, and what it means; nothing is broken. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "survey --level=95          | --level 95.0: | between 0 and 1: 0.95 for 95 %",
                "survey --level=0           | --level 0.0: | between 0 and 1",
                "mse --resamples=5          | --resamples 5: | at least 20",
                "rds --group=g --of=x --level=NaN | --level NaN: | between 0 and 1",
                "rds --group=g --of=x --population=-1 | --population -1.0: | number of people",
                "alarms --rise=0.9          | --rise 0.9: | 1.5 for half as much again",
                "alarms --between-false-alarms=1 | --between-false-alarms 1.0: | 120 for ten years of months",
                "alarms --baseline=3        | --baseline 3: | at least 8 periods",
                "survey --sensitivity=80    | --sensitivity 80.0: | between 0 and 1",
                "alarms --seasonal --years=0 | --years 0: | earlier years",
                "mse --lang=fr              | --lang fr: | one of en, km, vi",
            })
    void anOptionThatCannotBeIsNamedAndExplained(String how, String option, String meaning) throws IOException {
        var said = on("a,b,n\n1,0,5\n", how.split(" "));

        assertThat(said.exit()).isEqualTo(Exit.WRONG_USE);
        assertThat(said.err()).startsWith(option).contains(meaning).doesNotContain("Exception", "broken");
    }

    @Test
    void aPlanSaysHowManyVenuesAndRefusesWhatIsNoAim() {
        assertThat(run("plan", "--persons=10", "--share=0.08", "--margin=0.02", "--lang=fr")
                        .err())
                .startsWith("--lang fr: It is one of en, km, vi");
        // 1.96^2 x 0.08 x 0.92 / 0.02^2 = 706.9 persons, x 1.9 / 10 = 134.3 venues
        var margin = run("plan", "--persons=10", "--share=0.08", "--margin=0.02");
        assertThat(margin.out()).contains("Venues to be seen: 135, with about 1,350 persons", "1.9");
        // 0.99^n < 0.05 from n = 299 on
        assertThat(run("plan", "--persons=1", "--likeness=0", "--below=0.01").out())
                .contains("299, with about 299");
        assertThat(run("plan", "--persons=10", "--share=0.08", "--after=0.02", "--lang=vi")
                        .out())
                .doesNotContain("estimate.plan");
        for (var wrong : List.of("--share=0.08", "--share=8 --margin=0.02", "--share=0.1 --after=0.1", "--below=0")) {
            var arguments = ("plan --persons=10 " + wrong).split(" ");
            assertThat(run(arguments).exit()).as(wrong).isEqualTo(Exit.WRONG_USE);
        }
    }

    @Test
    void aFileThatIsNotThereIsWrongUse() {
        assertThat(run("survey", folder.resolve("none.csv").toString()).exit()).isEqualTo(Exit.WRONG_USE);
    }

    private Said on(String file, String... how) throws IOException {
        var path = Files.writeString(folder.resolve("figures.csv"), file);
        var all = IntStream.rangeClosed(0, how.length)
                .mapToObj(i -> i < how.length ? how[i] : path.toString())
                .toArray(String[]::new);
        return run(all);
    }

    private static Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = new CommandLine(new EstimateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Said(exit, out.toString(), err.toString());
    }
}
