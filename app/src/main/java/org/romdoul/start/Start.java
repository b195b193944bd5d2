package org.romdoul.start;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** From the words typed in a terminal to an exit code. */
public final class Start {

    private Start() {}

    public static void main(String... words) {
        System.exit(run(words));
    }

    static int run(String... words) {
        return run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), words);
    }

    static int run(PrintWriter results, PrintWriter talk, String... words) {
        CommandLine line = new CommandLine(new RomdoulCommand())
                .setOut(results)
                .setErr(talk)
                .setExecutionExceptionHandler(explain())
                .setUsageHelpAutoWidth(true);
        line.getSubcommands().values().forEach(Start::giveHelpAnywhere);
        if (words.length == 0) {
            line.usage(results);
            return Exit.OK;
        }
        if (words[0].equals("--version") || words[0].equals("-V")) {
            words = new String[] {"version"};
        } else if (words[0].equals("--help") || words[0].equals("-h")) {
            words = new String[] {"help"};
        }
        return line.execute(words);
    }

    private static void giveHelpAnywhere(CommandLine command) {
        if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        }
        command.getSubcommands().values().forEach(Start::giveHelpAnywhere);
    }

    private static IExecutionExceptionHandler explain() {
        return (exception, line, parsed) -> {
            Complaint complaint = Complaint.about(exception);
            line.getErr().println(complaint.words());
            if (complaint.isBug() || System.getenv("ROMDOUL_TRACE") != null) {
                exception.printStackTrace(line.getErr());
            }
            return complaint.exitCode();
        };
    }
}
