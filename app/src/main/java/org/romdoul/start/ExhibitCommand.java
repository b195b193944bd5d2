package org.romdoul.start;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exhibits from the command line. */
@Command(name = "exhibit", description = "Sends files as exhibits.", subcommands = ExhibitCommand.Add.class)
final class ExhibitCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.WRONG_USE;
    }

    /** Sends them to a server, over whatever line there is. */
    @Command(
            name = "add",
            description =
                    "Sends files to a case, each as an exhibit. Where the line breaks it goes on; begun again, it goes on too.",
            footer = {
                "",
                "Example:  romdoul exhibit add 7F3K-9Q2M photo1.jpg photo2.jpg --as U-102 \\",
                "              --words \"Photos of the door\" --origin produced --on 2026-11-20",
                "",
                "It asks for the password and the code. ROMDOUL_PASSWORD and ROMDOUL_CODE are taken where there is nobody to ask."
            })
    static final class Add implements Callable<Integer> {

        @Parameters(index = "0", paramLabel = "CASE", description = "Code of the case.")
        String code = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The files.")
        List<Path> files = List.of();

        @Option(
                names = "--server",
                paramLabel = "URL",
                defaultValue = "http://localhost:8080",
                description = "Where Romdoul is. (${DEFAULT-VALUE})")
        URI server = URI.create("http://localhost:8080");

        @Option(names = "--as", required = true, paramLabel = "NUMBER", description = "Your staff number.")
        String number = "";

        @Option(
                names = "--words",
                required = true,
                paramLabel = "WORDS",
                description = "What it is, and how it was come by. Sealed.")
        String words = "";

        @Option(
                names = "--origin",
                required = true,
                paramLabel = "HOW",
                description = "seized, handed-in, produced or received.")
        String origin = "";

        @Option(
                names = "--on",
                required = true,
                paramLabel = "DATE",
                description = "When it was come by: 2026-11-20, 2026-11, 2026; ~ after it for about.")
        String on = "";

        @Option(names = "--place", paramLabel = "CODE", description = "Where it is kept.")
        @Nullable
        String place;

        @Option(names = "--seal", paramLabel = "NUMBER", description = "Seal of the medium that the files came on.")
        @Nullable
        String seal;

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            var err = spec.commandLine().getErr();
            for (var file : files)
                if (!Files.isRegularFile(file)) {
                    err.println("There is no such file: " + file);
                    return Exit.WRONG_USE;
                }
            try {
                var session = new Session(server);
                if (!session.signIn(number, asked("ROMDOUL_PASSWORD", "Password: "), asked("ROMDOUL_CODE", "Code: "))) {
                    err.println("The number, the password or the code is not right.");
                    return Exit.FAILED;
                }
                return send(session);
            } catch (IOException broken) {
                err.println("The server does not answer: " + broken.getMessage()
                        + "\nWhat arrived is safe; send again to go on.");
                return Exit.UNREACHABLE;
            }
        }

        private int send(Session session) throws IOException, InterruptedException {
            var out = spec.commandLine().getOut();
            var refused = 0;
            for (var file : files) {
                var outcome = new Sending(session, code, offset -> {}).send(file, said());
                if (outcome.sent()) out.println(outcome.words() + "  " + file);
                else {
                    refused++;
                    spec.commandLine().getErr().println(file + " " + outcome.words());
                }
            }
            if (refused == 0) return Exit.OK;
            return refused == files.size() ? Exit.FAILED : Exit.PARTLY_DONE;
        }

        private Map<String, String> said() {
            var said = new LinkedHashMap<String, String>();
            said.put("origin", origin.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            said.put("words", words);
            said.put("happened", on);
            if (place != null) said.put("place", place);
            if (seal != null) said.put("seal", seal);
            return said;
        }

        private static String asked(String variable, String question) {
            var said = System.getenv(variable);
            if (said != null) return said;
            Console console = System.console();
            if (console == null) throw new UncheckedIOException(new IOException("nobody to ask: set " + variable));
            return new String(console.readPassword(question));
        }
    }
}
