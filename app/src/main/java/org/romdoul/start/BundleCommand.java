package org.romdoul.start;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.bundle.Chosen;
import org.romdoul.bundle.Copies;
import org.romdoul.bundle.Copy;
import org.romdoul.bundle.Courier;
import org.romdoul.bundle.Departures;
import org.romdoul.bundle.Offered;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.Sequencer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a copy of a case for a court, or takes one that was made. */
@Command(
        name = "bundle",
        description = "Makes a copy of a case that a court can check, or takes one that was made.",
        footer = {
            "",
            "Example:  romdoul bundle 7F3K9Q2M --as U-031 --recipient \"Court of first instance\" --order \"No. 12 of 3 May\""
                    + " --decrypt E1 --seal E2 --to copy.zip"
        })
final class BundleCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Mixin
    Place place = new Place();

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The case's code.")
    String code = "";

    @Option(
            names = "--as",
            required = true,
            paramLabel = "NUMBER",
            description = "Whose staff number it is done under.")
    String number = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "Where the copy goes; never over a file.")
    Path to = Path.of("");

    @Option(names = "--copy", paramLabel = "N", description = "Take this copy, which was made before.")
    @Nullable
    Integer copy;

    @Option(names = "--recipient", paramLabel = "WORDS", description = "Which court or office it is for.")
    @Nullable
    String recipient;

    @Option(names = "--order", paramLabel = "WORDS", description = "Which decision asks for it.")
    @Nullable
    String ordered;

    @Option(names = "--open-words", description = "Disclose all words of the case; names never leave.")
    boolean openWords;

    @Option(
            names = "--decrypt",
            split = ",",
            paramLabel = "LABEL",
            description = "Exhibits as they were handed in; or all.")
    Set<String> decrypt = Set.of();

    @Option(names = "--seal", split = ",", paramLabel = "LABEL", description = "Exhibits encrypted; or all.")
    Set<String> seal = Set.of();

    @Option(
            names = "--wait",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "For seal and witnesses. (${DEFAULT-VALUE})")
    int seconds;

    @Override
    public Integer call() {
        return place.inside(this::work);
    }

    private int work(ApplicationContext rooms) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Account> account = rooms.getBean(Accounts.class).byNumber(number);
        if (account.isEmpty() || account.get().suspended()) {
            err.println("There is nobody of that number at work.");
            return Exit.FAILED;
        }
        Actor actor = account.get().sitsDown(UUID.randomUUID());
        return Actors.as(actor, () -> {
            Optional<OpenCase> file = CaseCode.parse(code)
                    .flatMap(parsed -> rooms.getBean(Cases.class).open(parsed, actor));
            if (file.isPresent()) return made(rooms, file.get());
            err.println("There is no such case that this person may read.");
            return Exit.FAILED;
        });
    }

    private int made(ApplicationContext rooms, OpenCase file) {
        Copies copies = rooms.getBean(Copies.class);
        if (copy != null) {
            return copies.find(file, copy)
                    .map(found -> taken(rooms, file, found))
                    .orElseGet(() -> refused(rooms, "copy.none"));
        }
        if (recipient == null || recipient.isBlank() || ordered == null || ordered.isBlank()) {
            spec.commandLine().getErr().println("A new copy needs --recipient and --order.");
            return Exit.WRONG_USE;
        }
        return switch (copies.make(file, rooms.getBean(Facts.class).id(), recipient, ordered, chosen(copies, file))) {
            case Copies.Refused no -> refused(rooms, no.reason());
            case Copies.Made done -> taken(rooms, file, done.copy());
        };
    }

    private Chosen chosen(Copies copies, OpenCase file) {
        List<Offered> files = copies.files(file);
        Set<UUID> decrypted = labelled(files, decrypt);
        Set<UUID> sealed = labelled(files, seal);
        sealed.removeAll(decrypted);
        Set<UUID> words =
                openWords ? copies.words(file).stream().map(Offered::id).collect(Collectors.toSet()) : Set.of();
        return new Chosen(words, decrypted, sealed);
    }

    private static Set<UUID> labelled(List<Offered> files, Set<String> labels) {
        return files.stream()
                .filter(one -> labels.contains(ALL) || labels.contains(one.label()))
                .map(Offered::id)
                .collect(Collectors.toSet());
    }

    /** Whoever keeps a record running seals all the time; where nobody does, this seals once. */
    private int taken(ApplicationContext rooms, OpenCase file, Copy found) {
        rooms.getBean(Sequencer.class).seal();
        Departures departures = rooms.getBean(Departures.class);
        Optional<Departures.NotYet> waiting = departures.waiting(file, found);
        for (int waited = 0; waiting.isPresent() && waited < seconds; waited++) {
            pause();
            waiting = departures.waiting(file, found);
        }
        try {
            waiting = rooms.getBean(Courier.class).take(file, found, name -> fresh());
        } catch (IOException broken) {
            spec.commandLine().getErr().println("The copy could not be written to " + to + ": " + broken.getMessage());
            return Exit.FAILED;
        }
        if (waiting.isPresent()) {
            refused(rooms, waiting.get().reason());
            spec.commandLine().getErr().println("Take it later with --copy " + found.number() + ".");
            return Exit.PARTLY_DONE;
        }
        spec.commandLine().getOut().println("copy " + found.number() + " is in " + to);
        return Exit.OK;
    }

    private OutputStream fresh() throws IOException {
        return new BufferedOutputStream(
                Files.newOutputStream(to, java.nio.file.StandardOpenOption.CREATE_NEW), 1 << 16);
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int refused(ApplicationContext rooms, String reason) {
        spec.commandLine()
                .getErr()
                .println(rooms.getBean(MessageSource.class).getMessage(reason, null, java.util.Locale.ENGLISH));
        return Exit.FAILED;
    }
}
