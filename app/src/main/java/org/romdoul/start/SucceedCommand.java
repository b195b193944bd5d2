package org.romdoul.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.journal.sealing.Succession;
import org.romdoul.journal.witnessing.Testimonies;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The ceremony after a restored backup or with a lost key: another log succeeds the one that ends. */
@Command(
        name = "succeed",
        description = {
            "Ends the log and begins another, by two people: after a restored backup, or with a lost or stolen key.",
            "Asks the policy's witnesses for the last head that they hold of the old log, and holds the new one to it."
        },
        footer = {
            "",
            "Stop the server first and start it afterwards. Run an audit before it and after it. Then give the new key to",
            "every witness and court; set romdoul.log.origin, where it is set (docs/formats/succession.md)."
        })
final class SucceedCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Option(
            names = "--cause",
            required = true,
            paramLabel = "CAUSE",
            description = "Why: restored (the record is a backup's) or key-lost (gone, or in other hands).")
    String cause = "";

    @Option(
            names = "--origin",
            required = true,
            paramLabel = "NAME",
            description = "The new log's name for ever, an address without scheme that no log of this record had.")
    String origin = "";

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NUMBER",
            description = "Whose staff number it is done under.")
    String by = "";

    @Option(names = "--with", required = true, paramLabel = "NUMBER", description = "Who else stands beside it.")
    String with = "";

    @Option(
            names = "--witnessed",
            paramLabel = "FILE",
            description = "A checkpoint of the old log that somebody kept elsewhere. May be given again.")
    List<Path> kept = List.of();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return switch (cause) {
            case "restored" -> place.insideAsItIs(rooms -> work(rooms, Succession.Cause.RESTORED));
            case "key-lost" -> place.insideAsItIs(rooms -> work(rooms, Succession.Cause.KEY_LOST));
            default -> refused(Exit.WRONG_USE, "--cause is restored or key-lost");
        };
    }

    private int work(ApplicationContext rooms, Succession.Cause why) {
        var first = account(rooms, by);
        var second = account(rooms, with);
        if (first.isEmpty() || second.isEmpty()) return refused(Exit.FAILED, "there is nobody of that number at work");
        var hands = new Succession.Hands(
                first.get().agency(), first.get().id(), second.get().id());
        var succession = rooms.getBean(Succession.class);
        var old = succession.ending();
        var head = rooms.getBean(Testimonies.class).newest(old.key(), read(kept));
        if (head.isEmpty())
            return refused(
                    Exit.FAILED,
                    "nobody outside holds a head of " + old.key().name()
                            + ": give one that somebody kept, --witnessed FILE");
        try {
            return told(succession.succeed(old, why, origin, head.get(), hands));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private int told(Succession.Answer answer) {
        return switch (answer) {
            case Succession.Refused no -> refused(Exit.FAILED, no.reason());
            case Succession.Succeeded done -> {
                PrintWriter out = spec.commandLine().getOut();
                out.println("log " + done.vkey());
                spec.commandLine()
                        .getErr()
                        .println("This is log " + done.number() + " of the record. Above is its public key.");
                yield Exit.OK;
            }
        };
    }

    private int refused(int exit, String why) {
        spec.commandLine().getErr().println("Nothing was changed: " + why + ".");
        return exit;
    }

    private static Optional<Account> account(ApplicationContext rooms, String number) {
        return rooms.getBean(Accounts.class).byNumber(number).filter(one -> !one.suspended());
    }

    private static Map<String, byte[]> read(List<Path> files) {
        var notes = new LinkedHashMap<String, byte[]>();
        try {
            for (var file : files) notes.put(file.toString(), Files.readAllBytes(file));
            return notes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
