package org.romdoul.start;

import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.romdoul.docket.Dockets;
import org.romdoul.docket.Jurisdiction;
import org.romdoul.docket.Known;
import org.romdoul.docket.Listed;
import org.romdoul.docket.Problem;
import org.romdoul.docket.Rejected;
import org.romdoul.docket.Report;
import org.romdoul.docket.Source;
import org.romdoul.docket.Tally;
import org.romdoul.docket.Terms;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.sealing.Sequencer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What others collected, taken into the record. */
@Command(
        name = "import",
        description = "Takes in what others collected.",
        subcommands = ImportCommand.Prosecutions.class)
final class ImportCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.WRONG_USE;
    }

    /** A docket: past prosecutions, in the two files of humantraffickingdata.org. */
    @Command(
            name = "prosecutions",
            description = {
                "Takes in a list of past prosecutions: a folder with cases.csv and defendant_charges.csv (docs/docket.md).",
                "Shows what would happen; does it with --apply. May be broken off, and run again: what is on record stays.",
                "Ends with 5 where a row was, or would be, left out; every such row is listed."
            },
            footer = {
                "",
                "Example:  romdoul import prosecutions ../dockets/us-federal-prosecutions",
                "          romdoul import prosecutions ../dockets/us-federal-prosecutions --apply --rejected left-out.csv",
                "          romdoul import prosecutions ../dockets/south --title 'Prosecutions in the South, 2010 to 2020' \\",
                "              --source 'Collected from court records by the Bar of the South; free to use' --jurisdiction KH"
            })
    static final class Prosecutions implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Parameters(paramLabel = "FOLDER", description = "Where the two files are.")
        Path folder;

        @Option(names = "--apply", description = "Records it; otherwise nothing is written.")
        boolean apply;

        @Option(
                names = "--as",
                paramLabel = "NUMBER",
                description = "The staff number of who records it; by default the one person who leads a prosecution.")
        @Nullable
        String number;

        @Option(
                names = "--docket",
                paramLabel = "CODE",
                description = "What results call it; another code is another docket. By default the folder's name.")
        @Nullable
        String code;

        @Option(names = "--title", description = "Its public title. Needed, unless its files are known to Romdoul.")
        @Nullable
        String title;

        @Option(
                names = "--source",
                description = "Where it comes from and on what terms. Needed, unless its files are known to Romdoul.")
        @Nullable
        String source;

        @Option(
                names = "--jurisdiction",
                paramLabel = "COUNTRY",
                defaultValue = "US",
                description = {
                    "Whose prosecutions they are: two letters of ISO 3166. (${DEFAULT-VALUE})",
                    "Its states, statutes and money are meant where the files name none."
                })
        String jurisdiction = "US";

        @Option(
                names = "--until",
                paramLabel = "YEAR",
                description = "Until when the source watched; by default the last year in which anything ended.")
        @Nullable
        Integer until;

        @Option(
                names = "--rejected",
                paramLabel = "FILE",
                description = "Writes the rows left out to a new file, as they came, with a column that says why.")
        @Nullable
        Path rejected;

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            if (!Files.isDirectory(folder)) throw wrong("There is no folder " + folder + ".");
            if (rejected != null && Files.exists(rejected))
                throw wrong(rejected + " is there already, and is not written over. Name another file.");
            var where = Jurisdiction.of(jurisdiction)
                    .orElseThrow(() -> wrong("--jurisdiction is a country in two letters of ISO 3166, such as KH."));
            return switch (Source.read(folder, where)) {
                case Source.Unreadable no -> failed(words(fileWords(), no.problem()));
                case Source.Read read -> {
                    var terms = terms(where);
                    yield place.inside(rooms -> take(rooms, read.source(), terms));
                }
            };
        }

        private int take(ApplicationContext rooms, Source docket, Terms terms) {
            var words = rooms.getBean(MessageSource.class);
            var dockets = rooms.getBean(Dockets.class);
            return switch (dockets.recorder(number)) {
                case Dockets.Nobody nobody -> failed(words(words, nobody.problem()));
                case Dockets.Found found -> {
                    var progress = new Progress(docket.allCases(), talk());
                    var answer = dockets.take(docket, terms, found.account(), apply, whole -> {
                        if (whole) progress.done();
                        else progress.failed();
                    });
                    yield switch (answer) {
                        case Dockets.Refused refused -> failed(words(words, refused.problem()));
                        case Dockets.Taken taken -> {
                            if (apply) seal(rooms.getBean(Sequencer.class));
                            yield say(docket, taken.report(), words);
                        }
                    };
                }
            };
        }

        private void seal(Sequencer sequencer) {
            try {
                talk().println("Sealing ...");
                sequencer.sealAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                talk().println("Broken off while sealing: what is recorded will be sealed when Romdoul runs next.");
            }
        }

        private int say(Source docket, Report report, MessageSource words) {
            PrintWriter results = spec.commandLine().getOut();
            report.listed().forEach(one -> results.println(line(one, words)));
            if (!report.doubts().isEmpty())
                results.println(
                        (apply ? "Taken as they stand" : "To be taken as they stand") + ", and to be looked at:");
            report.doubts().forEach(one -> results.println(line(one, words)));
            results.println(apply ? "" : "Nothing is written yet; --apply does it.");
            results.printf("%-12s %8s %8s %10s %8s%n", "", "all", apply ? "taken" : "to take", "on record", "listed");
            print(results, "cases", report.cases());
            print(results, "defendants", report.defendants());
            print(results, "statutes", report.entries());
            writeRejected(docket, report, words);
            return report.isWhole() ? Exit.OK : Exit.PARTLY_DONE;
        }

        private static void print(PrintWriter results, String what, Tally tally) {
            results.printf(
                    Locale.ROOT,
                    "%-12s %,8d %,8d %,10d %,8d%n",
                    what,
                    tally.all(),
                    tally.taken(),
                    tally.there(),
                    tally.listed());
        }

        private void writeRejected(Source docket, Report report, MessageSource words) {
            if (rejected == null) return;
            try {
                var rows = Rejected.write(
                        rejected, docket, report, one -> where(one) + ": " + words(words, one.problem()));
                talk().println(
                                rows == 0
                                        ? "No row was left out, so " + rejected + " is not made."
                                        : rows + " rows are in " + rejected
                                                + ". Mend them, and import them as defendant_charges.csv beside the same cases.csv.");
            } catch (FileAlreadyExistsException e) {
                talk().println(rejected + " is there already, and is not written over.");
            }
        }

        private String line(Listed one, MessageSource words) {
            var row = one.row().isEmpty() ? "" : ", row " + one.row();
            var where = where(one);
            return one.file() + " line " + one.line() + row + (where.isEmpty() ? "" : ", " + where) + ": "
                    + words(words, one.problem());
        }

        private static String where(Listed one) {
            return one.entry().isEmpty()
                    ? one.column()
                    : one.column() + (one.column().isEmpty() ? "" : " ") + "of " + one.entry();
        }

        private Terms terms(Jurisdiction where) {
            var name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            var known = Known.in(folder);
            return new Terms(
                    code == null ? Terms.code(name) : code,
                    said(title, known.map(Known::title)),
                    said(source, known.map(Known::source)),
                    where,
                    until == null ? PartialDate.UNKNOWN : year(until));
        }

        private String said(@Nullable String typed, Optional<String> known) {
            if (typed != null) return typed;
            return known.orElseThrow(
                    () -> wrong("Romdoul does not know these files: results show under which title they stand"
                            + " and where they come from. Say both, with --title and --source."));
        }

        private PartialDate year(int year) {
            if (year < 1900 || year > 2100) throw wrong("--until is a year, such as 2018.");
            return PartialDate.ofYear(year);
        }

        private ParameterException wrong(String words) {
            return new ParameterException(spec.commandLine(), words);
        }

        private int failed(String words) {
            talk().println(words);
            return Exit.FAILED;
        }

        private PrintWriter talk() {
            return spec.commandLine().getErr();
        }

        private static String words(MessageSource words, Problem problem) {
            return words.getMessage(problem.key(), problem.arguments().toArray(), Locale.ENGLISH);
        }

        // A file that cannot be read is said before any room is opened.
        private static MessageSource fileWords() {
            var words = new ResourceBundleMessageSource();
            words.setBasename("messages/docket");
            words.setDefaultEncoding("UTF-8");
            words.setFallbackToSystemLocale(false);
            return words;
        }
    }
}
