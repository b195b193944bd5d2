package org.romdoul.start;

import java.util.concurrent.Callable;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.witnessing.Witnesses;
import org.romdoul.log.Auditors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The log for those who run it: its key, its witnesses, and who may read its entries. */
@Command(
        name = "log",
        description = "The log that everything is sealed in.",
        subcommands = {LogCommand.Show.class, LogCommand.Token.class, SucceedCommand.class})
final class LogCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.WRONG_USE;
    }

    @Command(name = "show", description = "Prints the log's public key, and how far each witness has come.")
    static final class Show implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            return place.inside(rooms -> {
                var out = spec.commandLine().getOut();
                var log = rooms.getBean(PublishedLog.class);
                out.println("log " + log.vkey());
                out.println("leaves " + log.head().map(PublishedLog.Head::size).orElse(0L));
                for (var witness : rooms.getBean(Witnesses.class).each(log.number()))
                    out.println("witness " + witness.name() + " " + witness.size()
                            + (witness.at() == null ? "" : " " + witness.at()));
                return Exit.OK;
            });
        }
    }

    @Command(
            name = "token",
            description = {
                "Makes a token with which an auditor's program reads the log's entries, and prints it once.",
                "To take it back, delete its line in the home's secrets/auditors."
            })
    static final class Token implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Parameters(paramLabel = "LABEL", description = "Whose it is: an organisation, no person.")
        String label = "";

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            return place.inside(rooms -> {
                spec.commandLine()
                        .getOut()
                        .println(rooms.getBean(Auditors.class).newToken(label));
                return Exit.OK;
            });
        }
    }
}
